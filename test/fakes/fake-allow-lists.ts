// Readers that keep lists of badges: each holds its own, through crashes of the gateway, and acknowledges unless it is deaf.

import type { AllowLists, HeldUid } from '../../src/gateway/ports.ts';

export type FakeAllowLists = AllowLists & {
  /** What that reader holds, by the text of the card; a test may write there as somebody at the reader would. */
  list(reader: string): Map<string, HeldUid>;
  /** What it was told, oldest first. */
  readonly told: readonly string[];
  /** `lossy`: it does what it is told, and its acknowledgement is lost. */
  setHearing(hearing: 'well' | 'deaf' | 'lossy'): void;
};

export function createFakeAllowLists(): FakeAllowLists {
  const lists = new Map<string, Map<string, HeldUid>>();
  const told: string[] = [];
  let hearing = 'well';
  const list = (reader: string): Map<string, HeldUid> => {
    const held = lists.get(reader) ?? new Map<string, HeldUid>();
    lists.set(reader, held);
    return held;
  };
  const change = async (text: string, deed: () => unknown): Promise<boolean> => {
    told.push(text);
    if (hearing !== 'deaf') deed();
    return hearing === 'well';
  };
  return {
    list,
    told,
    setHearing(how) {
      hearing = how;
    },
    async held(reader) {
      told.push('list');
      return hearing === 'deaf' ? null : [...list(reader).values()];
    },
    allow: (reader, held) => change(`allow ${held.uid}`, () => list(reader).set(held.uid, held)),
    disallow: (reader, uid) => change(`disallow ${uid}`, () => list(reader).delete(uid)),
  };
}
