// Spanish for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import type { interlock as interlockEn } from '../en/interlock.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const interlock: typeof interlockEn = {
  monitor: 'Un sensor',
  stays: icu(
    '{why, select, limit {{name} está fuera de sus límites: {value}. Sigue bloqueada hasta que vuelva a estar bien.} other {{name} no da señales. Sigue bloqueada hasta que vuelva a estar bien.}}',
  ),
  finishes: icu(
    '{why, select, limit {{name} está fuera de sus límites: {value}. Lo que está en marcha puede acabar; nada nuevo empieza.} other {{name} no da señales. Lo que está en marcha puede acabar; nada nuevo empieza.}}',
  ),
  unheard: icu('{name} aún no ha dado señales. Hasta entonces nada empieza.'),
  stopped: icu('Parada por {name}. Sigue bloqueada hasta que la rearme un responsable.'),
  runs: 'Funciona aunque nadie la ocupa. Avisa a un responsable.',
  release: 'Rearmar',
  releaseHint: 'Solo después de haber mirado la máquina. No arranca nada.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Refrigerante',
  'flow.coolant': 'Caudal de refrigerante',
  'flow.extraction': 'Aspiración',
  'input.door': 'Puerta',
  'input.smoke': 'Humo',
};
