// French for the page of a machine.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const machine: Words['machine'] = {
  unknown: 'Aucune machine n’est à cette adresse. Choisissez-en une au tableau.',
  back: 'Tableau',
  facts: 'Détails',
  link: 'Liaison',
  activity: 'Activité',
  mode: 'Mode',
  interlock: 'Verrou',
  ownWord: icu('le contrôleur dit « {word} »'),
  session: 'Session',
  noSession: 'Personne n’occupe cette machine.',
  today: 'Utilisée aujourd’hui',
  pool: 'Groupe',
  troubles: 'Ce qui ne va pas avec sa liaison',
  onlyRead: 'Elle est seulement lue.',
  onlyReadWhy: 'Pourquoi ?',
  chart: 'Mesures',
  noChart: 'Cette machine ne trace aucune courbe. Nommez une mesure comme chart dans officina.yaml.',
};
