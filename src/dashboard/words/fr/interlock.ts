// French for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const interlock: Words['interlock'] = {
  monitor: 'un capteur',
  stays: icu(
    '{why, select, limit {Hors limites : {name} ({value}). La machine reste bloquée jusqu’au retour à la normale.} other {Sans signal : {name}. La machine reste bloquée jusqu’au retour à la normale.}}',
  ),
  finishes: icu(
    '{why, select, limit {Hors limites : {name} ({value}). Ce qui tourne peut finir ; rien de nouveau ne démarre.} other {Sans signal : {name}. Ce qui tourne peut finir ; rien de nouveau ne démarre.}}',
  ),
  unheard: icu('Pas encore de signal : {name}. Rien ne démarre avant.'),
  stopped: icu('Arrêtée à cause de : {name}. Elle reste bloquée jusqu’à ce qu’un responsable la réarme.'),
  runs: 'Elle tourne alors que personne ne l’occupe. Prévenez un responsable.',
  release: 'Réarmer',
  releaseHint: 'Seulement après avoir examiné la machine. Cela ne démarre rien.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Refroidissement',
  'flow.coolant': 'Débit de refroidissement',
  'flow.extraction': 'Aspiration',
  'input.door': 'Porte',
  'input.smoke': 'Fumée',
};
