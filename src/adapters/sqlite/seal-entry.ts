// The chain of the journal: the body of an entry is its canonical JSON (RFC 8785) with the hash of the entry before it,
// and its hash is the SHA-256 of that body (invariant 2).

import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Entry } from '../../domain/journal/entry.ts';

export type Sealed = { readonly body: string; readonly hash: Buffer };

/** What stands as `prev` in the first entry. */
export const firstPrev = '0'.repeat(64);

/**
 * @param prev hash of the entry before, hex
 * @throws when the entry holds what JSON cannot carry: half a surrogate pair, NaN, Infinity
 */
export function sealEntry(entry: Entry, prev: string): Sealed {
  const body = canonicalize({ ...entry, prev });
  if (body === undefined) throw new TypeError('an entry is always an object');
  return { body, hash: hash('sha256', body, 'buffer') };
}
