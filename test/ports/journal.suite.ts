// What every implementation of the port `Journal` promises. Run against the SQLite adapter and the fake in memory.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { emptyState } from '../../src/domain/journal/state.ts';
import type { Journal } from '../../src/gateway/ports.ts';
import { anyText } from '../fakes/any-text.ts';
import {
  commitOf,
  firstAtMs,
  sampleEntries,
  sampleEntry,
  sampleMessage,
  samplePerson,
} from '../fakes/sample-entries.ts';
import { forgettingCases } from './journal-forgetting.suite.ts';
import { allEntries, outcomes } from './journal-outcomes.ts';
import {
  ballotCases,
  noteCases,
  outboxCases,
  passkeyCases,
  peopleCases,
  snapshotCases,
} from './journal-sides.suite.ts';

export type JournalSubject = {
  readonly journal: Journal;
  /** Closes it and opens the same one again. */
  reopen(): Promise<Journal>;
  dispose(): Promise<void>;
};

export function journalSuite(name: string, open: () => Promise<JournalSubject>): void {
  describe(`journal: ${name}`, () => {
    let subject: JournalSubject;
    let journal: Journal;
    beforeEach(async () => {
      subject = await open();
      journal = subject.journal;
    });
    afterEach(() => subject.dispose());

    describe('entries', () => entryCases(() => journal));
    describe('failures', () => failureCases(() => journal));
    describe('forgetting', () => forgettingCases(() => journal));
    describe('people', () => peopleCases(() => journal));
    describe('notes', () => noteCases(() => journal));
    describe('passkeys', () => passkeyCases(() => journal));
    describe('ballots', () => ballotCases(() => journal));
    describe('outbox', () => outboxCases(() => journal));
    describe('snapshots', () => snapshotCases(() => journal));

    it('keeps everything when it is opened again', async () => {
      const id = await journal.gateway();
      const anna = samplePerson('anna');
      const message = sampleMessage('m1', 2000);
      const commit = { people: [{ kind: 'put', person: anna }], messages: [message] } as const;
      await journal.append(commitOf(sampleEntries(1, 3), commit));
      await journal.beat({ boot: 'boot-1', monoMs: 1.5, atMs: 11 });
      await journal.beat({ boot: 'boot-1', monoMs: 2.5, atMs: 12 });
      await journal.keepSnapshot('r1', { ...emptyState(id), seq: 3 });

      const again = await subject.reopen();
      expect(await again.gateway()).toBe(id);
      expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
      expect(await allEntries(again)).toEqual(sampleEntries(1, 3));
      expect(await again.people()).toEqual([anna]);
      expect((await again.waiting(0)).messages).toEqual([message]);
      expect(await again.lastBeat()).toEqual({ boot: 'boot-1', monoMs: 2.5, atMs: 12 });
      expect((await again.snapshot('r1'))?.seq).toBe(3);
      await again.append(commitOf([sampleEntry(4)]));
      expect(await allEntries(again)).toHaveLength(4);
    });
  });
}

function entryCases(journal: () => Journal): void {
  it('begins empty', async () => {
    expect(await allEntries(journal())).toEqual([]);
    expect(await journal().lastBeat()).toBeNull();
    expect(await journal().people()).toEqual([]);
  });

  it('gives back what was appended, in order and as it was', async () => {
    await journal().append(commitOf(sampleEntries(1, 2)));
    await journal().append(commitOf(sampleEntries(3, 3)));
    expect(await allEntries(journal())).toEqual(sampleEntries(1, 3));
    expect(await allEntries(journal(), 2)).toEqual([sampleEntry(3)]);
    expect(await allEntries(journal(), 3)).toEqual([]);
  });

  it('inv. 2: tells the hash of each entry, and none of one that is not there', async () => {
    await journal().append(commitOf(sampleEntries(1, 3)));
    const [first, missing, third] = await journal().hashes([1, 9, 3]);
    expect([first, third]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(first).not.toBe(third);
    expect(missing).toBe('');
  });

  it('resolves appends in the order of the calls', async () => {
    const order: number[] = [];
    const appends = sampleEntries(1, 50).map((entry) =>
      journal()
        .append(commitOf([entry]))
        .then(() => order.push(entry.seq)),
    );
    await Promise.all(appends);
    expect(order).toEqual(sampleEntries(1, 50).map(({ seq }) => seq));
  });

  it('reads in batches of at most a thousand, and serves appends in between', async () => {
    await journal().append(commitOf(sampleEntries(1, 2500)));
    const sizes: number[] = [];
    let next = 2501;
    for await (const batch of journal().read(0)) {
      sizes.push(batch.length);
      await journal().append(commitOf([sampleEntry(next)]));
      next += 1;
    }
    expect(Math.max(...sizes)).toBe(1000);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(2500);
    expect((await allEntries(journal())).map(({ seq }) => seq)).toEqual(
      Array.from({ length: next - 1 }, (_, index) => index + 1),
    );
  });

  it('survives a reader that stops in the middle', async () => {
    await journal().append(commitOf(sampleEntries(1, 2500)));
    for await (const batch of journal().read(0)) {
      expect(batch[0]?.seq).toBe(1);
      break;
    }
    await journal().append(commitOf([sampleEntry(2501)]));
    expect(await allEntries(journal(), 2500)).toHaveLength(1);
  });

  it('keeps any text that JSON can carry', async () => {
    let seq = 0;
    const kept: Entry[] = [];
    const words = fc.array(anyText, { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(words, async (raws) => {
      const entries = raws.map((raw) => {
        seq += 1;
        return sampleEntry(seq, { type: 'switch-changed', data: { switch: raw, on: null } });
      });
      kept.push(...entries);
      await journal().append(commitOf(entries));
    });
    await fc.assert(property, { numRuns: 50 });
    await journal().append(commitOf([sampleEntry(seq + 1, { boot: '__proto__' })]));
    expect(await allEntries(journal())).toEqual([...kept, sampleEntry(seq + 1, { boot: '__proto__' })]);
  });

  it('finds entries by type and time, in order', async () => {
    const entries = Array.from({ length: 2600 }, (_, index) => {
      const erased: Partial<Entry> = { type: 'member-erased', data: { member: `member-${index}` } };
      return sampleEntry(
        index + 1,
        index % 2 === 0 ? { atMs: firstAtMs + index } : { ...erased, atMs: firstAtMs + index },
      );
    });
    await journal().append(commitOf(entries));
    const all = { fromMs: 0, toMs: firstAtMs * 2 };
    const both = await journal().query({ types: ['switch-changed', 'member-erased'], ...all });
    expect(both).toEqual(entries);
    const one = await journal().query({
      types: ['member-erased'],
      fromMs: firstAtMs + 1,
      toMs: firstAtMs + 5,
    });
    expect(one.map(({ seq }) => seq)).toEqual([2, 4]);
    expect(await journal().query({ types: ['job-ended'], ...all })).toEqual([]);
    expect(await journal().query({ types: [], ...all })).toEqual([]);
  });

  it('finds every one of more entries of one millisecond than fit a page', async () => {
    const entries = sampleEntries(1, 2100).map((entry) => ({ ...entry, atMs: firstAtMs }));
    await journal().append(commitOf(entries));
    const found = await journal().query({
      types: ['switch-changed'],
      fromMs: firstAtMs,
      toMs: firstAtMs + 1,
    });
    expect(found).toEqual(entries);
  });
}

function failureCases(journal: () => Journal): void {
  const backwards = (seq: number): Entry => sampleEntry(seq, { atMs: 1 });

  it('refuses a gap, a repetition and a step back in time, and stores nothing of them', async () => {
    await journal().append(commitOf(sampleEntries(1, 2)));
    expect(await outcomes(journal(), [commitOf([sampleEntry(4)])])).toEqual(['journal-behind']);
    expect(await outcomes(journal(), [commitOf([sampleEntry(2)])])).toEqual(['journal-behind']);
    expect(await outcomes(journal(), [commitOf([backwards(3)])])).toEqual(['journal-broken']);
    expect(await outcomes(journal(), [commitOf([sampleEntry(3, { atMs: firstAtMs * 2 + 0.5 })])])).toEqual([
      'journal-broken',
    ]);
    expect(await allEntries(journal())).toEqual(sampleEntries(1, 2));
  });

  it('refuses half a surrogate pair, which no JSON can carry', async () => {
    const bad = sampleEntry(1, { data: { switch: 'a\ud800', on: null } } as Partial<Entry>);
    expect(await outcomes(journal(), [commitOf([bad])])).toEqual(['journal-broken']);
    expect(await allEntries(journal())).toEqual([]);
  });

  it('stores all of a commit or nothing', async () => {
    const person = samplePerson('anna');
    const commit = commitOf([sampleEntry(1), backwards(2)], {
      people: [{ kind: 'put', person }],
      messages: [sampleMessage('m1', 10)],
    });
    expect(await outcomes(journal(), [commit])).toEqual(['journal-broken']);
    const clash = commitOf([sampleEntry(1)], {
      people: [
        { kind: 'put', person },
        { kind: 'put', person: samplePerson('bruno', { handle: 'anna' }) },
      ],
      messages: [sampleMessage('m1', 10)],
    });
    expect(await outcomes(journal(), [clash])).toEqual(['journal-broken']);
    expect(await allEntries(journal())).toEqual([]);
    expect(await journal().people()).toEqual([]);
    expect((await journal().waiting(0)).messages).toEqual([]);
    await journal().append(commitOf([sampleEntry(1)]));
  });

  it('refuses all that waits behind a failed commit, and goes on from the last durable one', async () => {
    const nothing = commitOf([], { messages: [sampleMessage('late', 10)] });
    const sent = [
      commitOf([sampleEntry(1)]),
      commitOf([backwards(2)]),
      commitOf([sampleEntry(3)]),
      commitOf([sampleEntry(2)]),
      nothing,
    ];
    expect(await outcomes(journal(), sent)).toEqual([
      'ok',
      'journal-broken',
      'journal-behind',
      'journal-behind',
      'journal-behind',
    ]);
    expect((await journal().waiting(0)).messages).toEqual([]);
    expect(
      await outcomes(journal(), [commitOf([sampleEntry(2)]), commitOf([sampleEntry(3)]), nothing]),
    ).toEqual(['ok', 'ok', 'ok']);
    expect(await allEntries(journal())).toEqual(sampleEntries(1, 3));
  });

  it('never stores a gap, whatever fails', async () => {
    let durable = 0;
    let words = 0;
    const property = fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (plan) => {
      const commits = plan.map((good, index) => {
        words += 1;
        return good
          ? commitOf([sampleEntry(durable + index + 1)])
          : commitOf([backwards(durable + index + 1)]);
      });
      const good = plan.indexOf(false) === -1 ? plan.length : plan.indexOf(false);
      // The very first entry has no time before it to go back from.
      if (durable === 0 && good === 0) return;
      const told = await outcomes(journal(), commits);
      expect(told.filter((one) => one === 'ok')).toHaveLength(good);
      expect(told.slice(good + 1).every((one) => one === 'journal-behind')).toBe(true);
      durable += good;
    });
    await journal().append(commitOf([sampleEntry(1)]));
    durable = 1;
    await fc.assert(property, { numRuns: 40 });
    expect(words).toBeGreaterThan(0);
    expect((await allEntries(journal())).map(({ seq }) => seq)).toEqual(
      Array.from({ length: durable }, (_, index) => index + 1),
    );
  });
}
