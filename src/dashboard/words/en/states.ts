// English for the states that a card shows.

import type { Shown } from '../../look/states.ts';

export const states: Record<Shown, string> = {
  offline: 'Offline',
  unknown: 'Unknown',
  alarm: 'Alarm',
  door: 'Door open',
  locked: 'Locked',
  'out-of-order': 'Out of order',
  retired: 'Retired',
  maintenance: 'Maintenance',
  ending: 'Ending',
  heating: 'Heating',
  running: 'Running',
  paused: 'Paused',
  'in-use': 'In use',
  free: 'Free',
};
