// German for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import type { interlock as interlockEn } from '../en/interlock.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const interlock: typeof interlockEn = {
  monitor: 'Ein Wächter',
  stays: icu(
    '{why, select, limit {{name} außerhalb der Grenzen: {value}. Sie bleibt gesperrt, bis das wieder gut ist.} other {{name} ist nicht zu hören. Sie bleibt gesperrt, bis das wieder gut ist.}}',
  ),
  finishes: icu(
    '{why, select, limit {{name} außerhalb der Grenzen: {value}. Was läuft, darf fertig werden; Neues startet nicht.} other {{name} ist nicht zu hören. Was läuft, darf fertig werden; Neues startet nicht.}}',
  ),
  unheard: icu('{name} war noch nicht zu hören. Bis dahin startet nichts.'),
  stopped: icu('Angehalten wegen: {name}. Sie bleibt gesperrt, bis die Aufsicht sie freigibt.'),
  runs: 'Sie läuft, obwohl niemand sie hat. Sag es der Aufsicht.',
  release: 'Freigeben',
  releaseHint: 'Erst, nachdem du dir die Maschine angesehen hast. Es startet nichts.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Kühlmittel',
  'flow.coolant': 'Kühlmittelfluss',
  'flow.extraction': 'Absaugung',
  'input.door': 'Tür',
  'input.smoke': 'Rauch',
};
