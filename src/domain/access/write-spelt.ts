// A card as a reader would write it: the way back from `readSpelt`, for readers that keep cards themselves.

import { type Credential, seenAs } from './credential.ts';
import type { Spelling } from './spelling.ts';

/** Whether cards can be written like this at all: signs around a number, and digits in groups, cannot be known. */
export const isWritable = ({ base, before, after }: Spelling): boolean =>
  base !== 'facility-card' && before === 0 && after === 0;

/** Null where less is known of the card than the reader tells, or the reader could not tell such a card. */
export function writeSpelt(card: Credential, how: Spelling): string | null {
  const seen = isWritable(how) ? seenAs(card, how.keeps) : null;
  if (seen === null || how.keeps === 'unpadded') return seen?.digits ?? null;
  const pairs = seen.digits.match(/../g) ?? [];
  const ordered = how.order === 'reversed' ? pairs.toReversed() : pairs;
  if (how.base === 'decimal-bytes') return ordered.map((pair) => Number.parseInt(pair, 16)).join('-');
  if (how.base !== 'decimal') return ordered.join('');
  return how.keeps === 'whole' && how.bytes !== pairs.length ? null : String(BigInt(`0x${ordered.join('')}`));
}
