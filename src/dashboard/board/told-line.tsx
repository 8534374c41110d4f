// What this person was told of a machine that they hold, or held, for a minute beside it; screen readers hear it at once.

import type { MachineCard } from '../../contract/board.ts';
import { toldOf } from '../live/live-state.ts';
import { live } from '../store.ts';

export function ToldLine({ card }: { readonly card: MachineCard }) {
  const text = toldOf(live.value, card);
  return text === null ? null : <p class="told">{text}</p>;
}
