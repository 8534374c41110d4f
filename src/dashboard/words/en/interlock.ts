// English for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const interlock = {
  /** One whose name is not told. */
  monitor: 'A monitor',
  stays: icu<{ why: 'limit' | 'other'; name: string; value: string }>(
    '{why, select, limit {{name} is out of its limits: {value}. It stays locked until that is good again.} other {{name} cannot be heard. It stays locked until that is good again.}}',
  ),
  finishes: icu<{ why: 'limit' | 'other'; name: string; value: string }>(
    '{why, select, limit {{name} is out of its limits: {value}. What runs may finish; nothing new starts.} other {{name} cannot be heard. What runs may finish; nothing new starts.}}',
  ),
  unheard: icu<{ name: string }>('{name} has not been heard yet. Nothing starts until it is.'),
  stopped: icu<{ name: string }>('Stopped because of {name}. It stays locked until a steward releases it.'),
  runs: 'It runs although nobody holds it. Tell a steward.',
  release: 'Release',
  releaseHint: 'Only after you have looked at the machine. It starts nothing.',
};

/** Readings that mostly monitors watch. */
export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Coolant',
  'flow.coolant': 'Coolant flow',
  'flow.extraction': 'Extraction',
  'input.door': 'Door',
  'input.smoke': 'Smoke',
};
