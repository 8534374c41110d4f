// Forgetting taps changes nothing that anybody lives by: replayed with the bodies or without them, a journal gives the
// same state, the same points of use, and the same bill (invariant 3).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import { pointsOf } from '../../../src/domain/diary/points-of.ts';
import { apply } from '../../../src/domain/journal/apply.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { countsToKeep, forgottenEntry, isForgettable } from '../../../src/domain/journal/forgotten.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { livedEvening } from '../../fakes/lived-evening.ts';
import { replayed } from '../../fakes/replay.ts';

/** What happens in a made-up workshop: a refused tap, a session of some minutes, or the night that forgets. */
const deed = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('refused'), reader: fc.constantFrom('a', 'b', 'front') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('enters', 'leaves', 'full', 'closing'),
      member: fc.constantFrom('anna', 'bruno', 'carla'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('session'), reader: fc.constantFrom('a', 'front') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forget'), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
);
const life = fc.array(
  fc.oneof(
    deed,
    deed.map((one) => ({ ...one, times: 40 })),
  ),
  { maxLength: 40 },
);

type Deed = { kind: string; member?: string; reader?: string; share?: number; times?: number };

function refuse({ add, state }: History, reader: string): void {
  const who = { badge: 'badge-anna', member: 'anna' };
  const tap = { reader, tap: `d:${state.seq}`, machine: 'laser', code: 'machine-busy', session: null };
  add({ type: 'tap-refused', data: { ...tap, ...who } });
}

/** Who comes and goes; a full space is a refused tap that somebody waits by. */
function comeAndGo({ add, state }: History, kind: string, member: string): void {
  const tap = { reader: 'door', tap: `d:${state.seq}` };
  if (kind === 'full') {
    const who = { badge: `badge-${member}`, member, machine: null, session: null };
    add({ type: 'tap-refused', data: { ...tap, ...who, code: 'space-full' } });
  } else if (kind === 'closing') {
    add({ type: 'presence-left', data: { member, reader: null, tap: null, why: 'closing' } });
  } else {
    const type = kind === 'enters' ? 'presence-entered' : 'presence-left';
    add({ type, data: { member, ...tap, why: 'tap' } });
  }
}

function useLaser({ add, start, clock, state }: History, reader: string): void {
  const { session } = start('laser', 'anna');
  clock.advance(60_000);
  const ended = { session, machine: 'laser' };
  add({ type: 'session-ending', data: { ...ended, cause: 'second-tap', reader, tap: `e:${state.seq}` } });
  add({ type: 'session-ended', data: { ...ended, power: 'off' } });
}

function forget({ add, entries, state }: History, share: number): void {
  const told = entries.findLast(({ type }) => type === 'taps-forgotten');
  const from = told?.type === 'taps-forgotten' ? told.data.throughSeq : 0;
  const taps = entries.filter(({ type, seq }) => isForgettable(type) && seq > from);
  const last = taps[Math.floor(share * (taps.length - 1))];
  if (!last) return;
  const count = taps.indexOf(last) + 1;
  add(...countsToKeep(state));
  add({
    type: 'taps-forgotten',
    data: { beforeMs: state.lastAtMs + 1, throughSeq: last.seq, count, digest: '0'.repeat(64) },
  });
}

function liveThrough(deeds: readonly Deed[]): History {
  const history = createHistory();
  for (const { kind, reader = 'front', member, share = 0, times = 1 } of deeds) {
    for (let time = 0; time < times; time++) {
      history.clock.advance(1_000);
      if (kind === 'refused') refuse(history, reader);
      else if (member !== undefined) comeAndGo(history, kind, member);
      else if (kind === 'session') useLaser(history, reader);
      else forget(history, share);
    }
  }
  forget(history, 1);
  return history;
}

/** As the journal holds it after its last `taps-forgotten`. */
function withoutForgotten(entries: readonly Entry[]): readonly Entry[] {
  const told = entries.findLast((entry) => entry.type === 'taps-forgotten');
  const upTo = told?.type === 'taps-forgotten' ? told.data.throughSeq : 0;
  return entries.map((entry) =>
    isForgettable(entry.type) && entry.seq <= upTo ? forgottenEntry({ ...entry, was: entry.type }) : entry,
  );
}

describe('forgetting taps', () => {
  it('inv. 3: replay gives the same state with the bodies and without them', () => {
    let forgotten = 0;
    fc.assert(
      fc.property(life, (deeds) => {
        const { entries, state } = liveThrough(deeds);
        const left = withoutForgotten(entries);
        forgotten += left.filter(({ type }) => type === 'forgotten').length;
        expect(replayed(left)).toEqual(state);
      }),
      { numRuns: 150 },
    );
    expect(forgotten).toBeGreaterThan(1000);
  });

  it('inv. 3: so it does from a snapshot that was taken before', () => {
    fc.assert(
      fc.property(life, fc.double({ min: 0, max: 1, noNaN: true }), (deeds, place) => {
        const { entries, state } = liveThrough(deeds);
        const at = Math.floor(place * entries.length);
        const snapshot = replayed(entries.slice(0, at));
        for (const entry of withoutForgotten(entries).slice(at)) apply(snapshot, structuredClone(entry));
        expect(snapshot).toEqual(state);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the memos of what came after, so that a tap that is delivered twice is still decided once', () => {
    const history = createHistory();
    refuse(history, 'front');
    refuse(history, 'hall');
    const upTo = history.state.seq;
    refuse(history, 'front');
    history.add({
      type: 'taps-forgotten',
      data: { beforeMs: history.state.lastAtMs + 1, throughSeq: upTo, count: 2, digest: '' },
    });
    const memos = [...history.state.taps].map(([reader, kept]) => [reader, kept.map(({ seq }) => seq)]);
    expect(memos).toEqual([['front', [upTo + 1]]]);
  });

  it('takes the refused taps out of the points and leaves use and charges as they were', async () => {
    const evening = await livedEvening(7);
    await evening.live(250);
    const entries = evening.entries();
    const last = entries.findLast(({ type }) => type === 'tap-refused');
    if (!last) throw new Error('nobody was refused');
    const told = { beforeMs: last.atMs + 1, throughSeq: last.seq, count: 1, digest: '' };
    const all = [
      ...entries,
      { ...last, seq: entries.length + 1, type: 'taps-forgotten', data: told } as Entry,
    ];
    const left = withoutForgotten(all);
    const points = (from: readonly Entry[]) => {
      const context = emptyDiaryContext();
      return from.flatMap((entry) => pointsOf(entry, context));
    };
    const refused = points(all).filter(({ tags }) => tags.outcome === 'refused');
    expect(refused.length).toBeGreaterThan(10);
    expect(points(left)).toEqual(points(all).filter(({ tags }) => tags.outcome !== 'refused'));
    expect(statementOf(all, '2026-10').length).toBeGreaterThan(0);
    expect(statementOf(left, '2026-10')).toEqual(statementOf(all, '2026-10'));
  });
});
