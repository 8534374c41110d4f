// Why the interlock permits no more, as one sentence: a monitor that is not good, a latch, a machine that runs already.

import type { MachineCard } from '../../contract/board.ts';
import type { Words } from '../words/words.ts';

/** Null where nothing hinders: then the session says it all. */
export function permitLine(
  { word, reason, monitor }: MachineCard['permit'],
  { interlock: say }: Words,
): string | null {
  const name = monitor?.name ?? say.monitor;
  const isLimit = monitor?.why === 'limit';
  const told = { why: isLimit ? 'limit' : 'other', name, value: isLimit ? monitor.value : '' } as const;
  switch (reason) {
    case 'monitor-warning':
      return word === 'denied' ? say.stays(told) : say.finishes(told);
    case 'monitor-critical':
      return say.stays(told);
    case 'monitor-unheard':
      return say.unheard({ name });
    case 'monitor-fatal':
    case 'latched':
      return say.stopped({ name });
    case 'self-check':
      return say.runs;
    default:
      return null;
  }
}
