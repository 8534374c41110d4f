// Replay: the same entries give the same state, in one go or from any snapshot (invariant 3).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideBoot } from '../../../src/domain/access/decide-boot.ts';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import { decideTick } from '../../../src/domain/access/decide-tick.ts';
import { apply } from '../../../src/domain/journal/apply.ts';
import { emptyState, tapMemoLimit } from '../../../src/domain/journal/state.ts';
import { activities } from '../../../src/domain/machine/activity.ts';
import type { Heat } from '../../../src/domain/machine/heat.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { coolingWorkshop } from '../../fakes/sample-workshop.ts';

const machine = fc.constantFrom('laser', 'mill', 'saw', 'loom');
const member = fc.constantFrom('anna', 'bruno', 'carla');
const ms = fc.integer({ min: 0, max: 1_200_000 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('tap' as const), machine, member, ms }),
  fc.record({ kind: fc.constant('report' as const), machine, activity: fc.constantFrom(...activities), ms }),
  fc.record({ kind: fc.constant('switch' as const), machine, on: fc.constantFrom(true, false, null), ms }),
  fc.record({ kind: fc.constant('job' as const), machine, ms }),
  fc.record({
    kind: fc.constant('heat' as const),
    machine,
    heat: fc.constantFrom<Heat>('cool', 'hot', 'unknown'),
    ms,
  }),
  fc.record({ kind: fc.constant('finish' as const), machine, ms }),
  fc.record({ kind: fc.constant('boot' as const), ms }),
  fc.record({ kind: fc.constant('tick' as const), ms }),
  fc.record({ kind: fc.constant('member' as const), member, suspended: fc.boolean(), ms }),
  fc.record({ kind: fc.constant('erase' as const), member, ms }),
  fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: 0, max: 90_000_000 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function play(history: History, one: Act): void {
  const { state, clock } = history;
  clock.advance(one.ms);
  if (one.kind === 'tap') {
    const reader = { laser: 'front', mill: 'hall', saw: 'hall', loom: 'back' }[one.machine] ?? 'attic';
    const counter = one.ms % 3 === 0 ? one.ms : null;
    const badge = { badge: `badge-${one.member}`, member: one.member, counter };
    const tap = {
      reader,
      tap: `b:${state.seq}`,
      machine: one.machine,
      badge,
      replayed: false,
      pin: 'none' as const,
      newSession: `session-${state.seq}`,
    };
    history.add(...decideTap(state, tap, history.stamp()).bodies);
  } else if (one.kind === 'report') history.report(one.machine, one.activity, { seenAgoMs: one.ms % 7_000 });
  else if (one.kind === 'switch') history.power(`${one.machine}-plug`, one.on);
  else if (one.kind === 'heat') history.heat(one.machine, one.heat);
  else if (one.kind === 'job')
    history.job(one.machine, state.machines.get(one.machine)?.job ? null : `job-${state.seq}`);
  else if (one.kind === 'finish') {
    const session = state.sessions.get(one.machine);
    if (session?.phase !== 'finishing') return;
    const data = { session: session.session, machine: one.machine };
    if (!session.accessEnding) history.add({ type: 'access-ending', data });
    else history.add({ type: 'access-ended', data: { ...data, outcome: 'confirmed' } });
  } else if (one.kind === 'boot') {
    clock.boot();
    const last =
      one.ms % 2 === 0
        ? null
        : { boot: state.boot ?? '', monoMs: state.lastMonoMs + 5, atMs: state.lastAtMs };
    const boot = { boot: `boot-at-${state.seq}`, version: '0', synchronised: one.ms % 3 > 0, last };
    history.add(...decideBoot(state, boot));
  } else if (one.kind === 'tick') history.add(...decideTick(state, history.stamp()));
  else if (one.kind === 'member')
    history.member(one.member, { status: one.suspended ? 'suspended' : 'active' });
  else if (one.kind === 'erase') history.add({ type: 'member-erased', data: { member: one.member } });
  else clock.jump(one.ms - 45_000_000);
}

describe('inv. 3: replay', () => {
  it('gives the live state, also from a snapshot at any entry', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.nat(), (acts, cut) => {
        const history = createHistory({ workshop: coolingWorkshop });
        for (const one of acts) play(history, one);
        const { state, entries } = history;
        expect(replayed(entries)).toEqual(state);
        const at = cut % (entries.length + 1);
        const snapshot = structuredClone(replayed(entries.slice(0, at)));
        for (const entry of entries.slice(at)) apply(snapshot, entry);
        expect(snapshot).toEqual(state);
      }),
      { numRuns: 150 },
    );
  });

  it('does not touch the entries it is given, nor states that share them', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const history = createHistory({ workshop: coolingWorkshop });
        for (const one of acts) play(history, one);
        const before = JSON.stringify(history.entries);
        const one = emptyState('gateway-1');
        const other = emptyState('gateway-1');
        for (const entry of history.entries) apply(one, entry);
        for (const entry of history.entries) apply(other, entry);
        expect(other).toEqual(one);
        expect(JSON.stringify(history.entries)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps one holder per machine and whole segments in order, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const history = createHistory({ workshop: coolingWorkshop });
        for (const one of acts) play(history, one);
        const open = new Map<string, string>();
        const next = new Map<string, number>();
        for (const { type, data } of history.entries) {
          if (type === 'session-started') {
            expect(open.has(data.machine)).toBe(false);
            open.set(data.machine, data.session);
          }
          if (type === 'session-ended') open.delete(data.machine);
          if (type !== 'segment-closed') continue;
          expect(open.get(data.machine)).toBe(data.session);
          expect(data.index).toBe(next.get(data.session) ?? 0);
          next.set(data.session, data.index + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('an entry', () => {
  it.each([0, 2, 7])('out of its turn (%i) is a mistake of the caller, and changes nothing', (seq) => {
    const history = createHistory();
    const [first] = history.entries;
    const state = emptyState('gateway-1');
    if (first) expect(() => apply(state, { ...first, seq })).toThrow(RangeError);
    expect(state).toEqual(emptyState('gateway-1'));
  });

  it('inv. 10: of a tap is remembered for the last few of each reader only', () => {
    const history = createHistory();
    for (let i = 0; i < tapMemoLimit + 8; i++) {
      const refused = {
        reader: 'front',
        tap: `b:${i}`,
        machine: null,
        badge: null,
        member: null,
        session: null,
      };
      history.add({ type: 'tap-refused', data: { ...refused, code: 'badge-unknown' } });
    }
    const memos = history.state.taps.get('front') ?? [];
    expect(memos).toHaveLength(tapMemoLimit);
    expect(memos[0]?.tap).toBe('b:8');
  });

  it('that records a member anew replaces their badges', () => {
    const history = createHistory();
    history.member('anna', { badges: ['new'] });
    expect([...history.state.badges]).toEqual([
      ['badge-bruno', 'bruno'],
      ['new', 'anna'],
    ]);
    history.add({ type: 'member-erased', data: { member: 'anna' } });
    expect([...history.state.badges.values()]).toEqual(['bruno']);
  });

  it('inv. 11: with an id like a word of the language is an entry like any other', () => {
    const history = createHistory();
    for (const id of ['__proto__', 'constructor', 'toString']) {
      history.power(id, true);
      history.report(id, 'running');
    }
    expect([...history.state.switches.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(replayed(history.entries)).toEqual(history.state);
    expect({}).not.toHaveProperty('on');
  });
});
