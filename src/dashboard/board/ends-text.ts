// When a session ends by itself, and why, in one sentence. Pure, so that a test can hold it to the facts.

import type { MachineCard } from '../../contract/board.ts';
import { formatSince, type Place } from '../format.ts';
import type { Words } from '../words/words.ts';

/** Null where nothing is known, or the page does not know the reason. */
export function endsText(
  { session }: MachineCard,
  at: { readonly nowMs: number; readonly place: Place; readonly words: Words },
): string | null {
  const end = session?.ends ?? null;
  if (end === null || session?.ending) return null;
  const { ends, causes } = at.words.held;
  const cause = Object.hasOwn(causes, end.cause) ? causes[end.cause] : undefined;
  return cause === undefined ? null : ends({ time: formatSince(Date.parse(end.at), at), cause });
}
