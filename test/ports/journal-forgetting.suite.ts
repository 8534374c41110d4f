// The part of the journal's promises that is about forgetting refused taps by age.

import { expect, it } from 'vitest';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { forgottenEntry, type TapsForgotten } from '../../src/domain/journal/forgotten.ts';
import type { Journal } from '../../src/gateway/ports.ts';
import { commitOf, firstAtMs, forgettingEntry, sampleEntry, tapEntry } from '../fakes/sample-entries.ts';
import { allEntries, outcomes } from './journal-outcomes.ts';

/** Every third entry is a refused tap: 3, 6, 9, … 30. */
const entries: readonly Entry[] = Array.from({ length: 30 }, (_, index) =>
  (index + 1) % 3 === 0 ? tapEntry(index + 1) : sampleEntry(index + 1),
);
const atMsOf = (seq: number): number => firstAtMs + seq * 1000;

export function forgettingCases(journal: () => Journal): void {
  const ask = (beforeSeq: number, limit = 1000) =>
    journal().tapsToForget({ beforeMs: atMsOf(beforeSeq), limit });
  const toldUpTo = async (beforeSeq: number, limit = 1000): Promise<TapsForgotten> => {
    const told = await ask(beforeSeq, limit);
    if (!told) throw new Error('nothing to forget');
    return told;
  };
  const query = () => journal().query({ types: ['tap-refused'], fromMs: 0, toMs: atMsOf(1000) });

  it('names the oldest refused taps before a time, and none where there are none', async () => {
    expect(await ask(100)).toBeNull();
    await journal().append(commitOf(entries));
    expect(await ask(3)).toBeNull();
    expect(await ask(4)).toMatchObject({ beforeMs: atMsOf(4), throughSeq: 3, count: 1 });
    expect(await ask(16)).toMatchObject({ throughSeq: 15, count: 5 });
    expect(await ask(16, 2)).toMatchObject({ throughSeq: 6, count: 2 });
    expect((await toldUpTo(16)).digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await allEntries(journal())).toEqual(entries);
  });

  it('leaves place and time of what was forgotten, and everything else as it was', async () => {
    await journal().append(commitOf(entries));
    const first = forgettingEntry(31, await toldUpTo(16, 2));
    await journal().append(commitOf([first]));
    const second = forgettingEntry(32, await toldUpTo(16));
    expect(second.data).toMatchObject({ throughSeq: 15, count: 3 });
    await journal().append(commitOf([second, sampleEntry(33)]));
    expect(await ask(16)).toBeNull();
    const id = await journal().gateway();
    const left = entries.map((entry) =>
      entry.type === 'tap-refused' && entry.seq <= 15 ? { ...forgottenEntry(entry), gateway: id } : entry,
    );
    expect(await allEntries(journal())).toEqual([...left, first, second, sampleEntry(33)]);
    expect(await allEntries(journal(), 14)).toHaveLength(19);
    expect((await query()).map(({ seq }) => seq)).toEqual([18, 21, 24, 27, 30]);
    expect(JSON.stringify(await allEntries(journal()))).not.toContain('member-of-tap-15"');
  });

  it('forgets exactly what is told or nothing, and goes on after a refusal', async () => {
    await journal().append(commitOf(entries));
    const told = await toldUpTo(16);
    for (const changed of [
      { digest: '0'.repeat(64) },
      { count: 4 },
      { throughSeq: 14 },
      { throughSeq: 18 },
      { throughSeq: 31 },
      { beforeMs: atMsOf(15) },
    ]) {
      const commit = commitOf([forgettingEntry(31, { ...told, ...changed })]);
      expect(await outcomes(journal(), [commit]), JSON.stringify(changed)).toEqual(['journal-broken']);
    }
    expect(await outcomes(journal(), [commitOf([forgottenEntry(sampleEntry(31))])])).toEqual([
      'journal-broken',
    ]);
    expect(await allEntries(journal())).toEqual(entries);
    await journal().append(commitOf([forgettingEntry(31, told)]));
    const again = commitOf([forgettingEntry(32, told)]);
    expect(await outcomes(journal(), [again])).toEqual(['journal-broken']);
    expect(await allEntries(journal())).toHaveLength(31);
  });

  it('forgets nothing when the rest of the commit is refused', async () => {
    await journal().append(commitOf(entries));
    const commit = commitOf([forgettingEntry(31, await toldUpTo(16)), sampleEntry(32, { atMs: 1 })]);
    expect(await outcomes(journal(), [commit])).toEqual(['journal-broken']);
    expect(await allEntries(journal())).toEqual(entries);
    expect(await ask(16)).toMatchObject({ throughSeq: 15, count: 5 });
  });
}
