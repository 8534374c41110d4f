// The hashes of some entries, for those who keep them elsewhere as evidence.

import type { Database } from 'better-sqlite3';

/** Of those that are not there an empty text. */
export function entryHashes(db: Database) {
  const of = db.prepare<[number], { hash: Buffer }>('SELECT hash FROM entries WHERE seq = ?');
  return ({ seqs }: { readonly seqs: readonly number[] }): readonly string[] =>
    seqs.map((seq) => of.get(seq)?.hash.toString('hex') ?? '');
}
