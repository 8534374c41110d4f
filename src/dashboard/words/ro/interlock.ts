// Romanian for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const interlock: Words['interlock'] = {
  monitor: 'Un senzor',
  stays: icu(
    '{why, select, limit {{name} este în afara limitelor: {value}. Rămâne blocată până revine la normal.} other {{name} nu se aude. Rămâne blocată până revine la normal.}}',
  ),
  finishes: icu(
    '{why, select, limit {{name} este în afara limitelor: {value}. Ce merge poate termina; nimic nou nu pornește.} other {{name} nu se aude. Ce merge poate termina; nimic nou nu pornește.}}',
  ),
  unheard: icu('{name} nu s-a auzit încă. Până atunci nu pornește nimic.'),
  stopped: icu('Oprită din cauza: {name}. Rămâne blocată până o deblochează un responsabil.'),
  runs: 'Merge deși nu o are nimeni. Spune-i unui responsabil.',
  release: 'Deblochează',
  releaseHint: 'Doar după ce te-ai uitat la mașină. Nu pornește nimic.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Lichid de răcire',
  'flow.coolant': 'Debit de răcire',
  'flow.extraction': 'Exhaustare',
  'input.door': 'Ușă',
  'input.smoke': 'Fum',
};
