// When a session ends by itself, and why: on its card for everybody, without a name.

import type { MachineCard } from '../../contract/board.ts';
import { formatSince, type Place } from '../format.ts';
import { atWork, nowMs, place, words } from '../store.ts';
import type { Words } from '../words/words.ts';

export function EndsLine({ card }: { readonly card: MachineCard }) {
  if (!atWork.value) return null;
  const text = endsText(card, { nowMs: nowMs.value, place: place.value, words: words.value });
  return text === null ? null : <p class="ends">{text}</p>;
}

/** Null where nothing is known, or the page does not know the reason. */
export function endsText(
  { session }: MachineCard,
  at: { readonly nowMs: number; readonly place: Place; readonly words: Words },
): string | null {
  const end = session?.ends ?? null;
  if (end === null || session?.ending) return null;
  const { ends, causes } = at.words.held;
  const cause = Object.hasOwn(causes, end.cause) ? causes[end.cause] : undefined;
  return cause === undefined ? null : ends(formatSince(Date.parse(end.at), at), cause);
}
