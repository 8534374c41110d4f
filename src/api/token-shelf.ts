// Bearer tokens by digest: what the store keeps, held in memory so that no request waits for the disk. Looking up a
// SHA-256 digest in a map tells nothing about the secret, however long it takes.

import type { Token, Tokens } from '../gateway/ports.ts';

export type TokenShelf = {
  find(digest: string): Token | undefined;
  ofMember(member: string): readonly Token[];
  all(): readonly Token[];
  count(): number;
  put(token: Token): Promise<void>;
  drop(token: Token): Promise<void>;
  /** Their member was erased, and with the row the store dropped them. */
  forgetAllOf(member: string): void;
};

/** The store comes first in both directions: a token works only once it is durable, and a dropped one is gone at once. */
export async function openTokenShelf(store: Tokens): Promise<TokenShelf> {
  const byDigest = new Map((await store.all()).map((token) => [token.digest, token]));
  return {
    find: (digest) => byDigest.get(digest),
    ofMember: (member) => [...byDigest.values()].filter((token) => token.member === member),
    all: () => [...byDigest.values()],
    count: () => byDigest.size,
    async put(token) {
      await store.put(token);
      byDigest.set(token.digest, token);
    },
    forgetAllOf(member) {
      for (const [digest, token] of byDigest) if (token.member === member) byDigest.delete(digest);
    },
    async drop(token) {
      byDigest.delete(token.digest);
      await store.drop(token.id);
    },
  };
}
