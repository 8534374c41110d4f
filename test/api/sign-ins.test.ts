// Who is signed in: bounded, by digest alone, and gone when they should be.

import { describe, expect, it } from 'vitest';
import { createSignIns } from '../../src/api/sign-ins.ts';

function signIns(capacity: number) {
  let given = 0;
  return createSignIns({
    clock: { monoMs: () => 0 },
    chance: { bytes: (count) => new Uint8Array(count).fill(++given) },
    secrets: { digest: (text) => `digest of ${text}` },
    capacity,
  });
}

describe('sign-ins', () => {
  it('inv. 10: drop the oldest when there is no more room, and count it', () => {
    const kept = signIns(2);
    const secrets = ['a', 'b', 'c'].map((member) => kept.open({ member }));
    expect(secrets.map((secret) => kept.find(`digest of ${secret}`))).toEqual([
      undefined,
      { member: 'b' },
      { member: 'c' },
    ]);
    expect(kept.dropped()).toBe(1);
  });

  it('know digests, not secrets', () => {
    const kept = signIns(2);
    const secret = kept.open({ member: 'a' });
    expect(secret).toHaveLength(43);
    expect(kept.find(secret)).toBeUndefined();
  });

  it('close all of one member and of nobody else', () => {
    const kept = signIns(5);
    const [a, again, b, master] = [
      { member: 'a' },
      { member: 'a' },
      { member: 'b' },
      { master: true } as const,
    ].map((principal) => `digest of ${kept.open(principal)}`);
    kept.closeAllOf('a');
    expect([a, again, b, master].map((digest) => kept.find(String(digest)) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
