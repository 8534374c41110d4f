// What this person was told of a machine that they hold, or held, for a minute beside it; screen readers hear it at once.

import type { MachineCard } from '../../contract/board.ts';
import { live } from '../store.ts';

export function ToldLine({ card }: { readonly card: MachineCard }) {
  const told = live.value.told.get(card.id);
  return told === undefined ? null : <p class="told">{told.text}</p>;
}
