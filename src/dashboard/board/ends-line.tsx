// When a session ends by itself, and why: on its card for everybody, without a name.

import type { MachineCard } from '../../contract/board.ts';
import { atWork, nowMs, place, words } from '../store.ts';
import { endsText } from './ends-text.ts';

export function EndsLine({ card }: { readonly card: MachineCard }) {
  if (!atWork.value) return null;
  const text = endsText(card, { nowMs: nowMs.value, place: place.value, words: words.value });
  return text === null ? null : <p class="ends">{text}</p>;
}
