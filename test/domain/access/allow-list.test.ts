// What a reader may open by itself is what a tap there would open now, never longer than a day or a certificate; and whatever it
// holds, step by step it comes to hold that.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Entry,
  isStillRight,
  nextListStep,
  owedAllowList,
  type WantedEntry,
} from '../../../src/domain/access/allow-list.ts';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import type { MemberRecorded } from '../../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../../src/domain/journal/state.ts';
import { newCare } from '../../../src/domain/machine/care.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const atMs = Date.UTC(2026, 10, 22, 9);
const now = { atMs, monoMs: 1 };
const dayMs = 86_400_000;

const memberLike = (name: string, change: Partial<MemberRecorded> = {}): MemberRecorded => ({
  member: name,
  status: 'active',
  team: null,
  roles: ['member'],
  certificates: [{ certificate: 'laser-basic', until: null }],
  badges: [`badge-${name}`],
  shown: false,
  digest: '',
  ...change,
});

function stateWith(members: readonly MemberRecorded[], change: Partial<State> = {}): State {
  const state = { ...emptyState('gateway'), synchronised: true, workshop: sampleWorkshop, ...change };
  for (const member of members) {
    state.members.set(member.member, member);
    for (const badge of member.badges) state.badges.set(badge, member.member);
  }
  return state;
}
const owedAt = (state: State, reader = 'front') => owedAllowList(state, reader, now);

describe('what is owed', () => {
  const day = (until: string) => ({ certificates: [{ certificate: 'laser-basic', until }] });
  it.each([
    ['everybody who may', {}, dayMs],
    ['a certificate for long', day('2027-01-01'), dayMs],
    // Rome is an hour ahead.
    ['a certificate that ends today', day('2026-11-22'), 14 * 3_600_000],
    ['a certificate that is over', day('2026-11-21'), null],
    ['no certificate', { certificates: [] }, null],
    ['a suspended member', { status: 'suspended' as const }, null],
    [
      'another certificate that ends',
      { certificates: [...memberLike('x').certificates, { certificate: 'cook', until: '2026-01-01' }] },
      dayMs,
    ],
  ])('%s', (_what, change, restMs) => {
    const owed = owedAt(stateWith([memberLike('anna', change)])).get('badge-anna');
    expect(owed?.untilS ?? null).toBe(restMs === null ? null : (atMs + restMs) / 1000);
  });

  it('is nothing at a machine that a problem locks, and as before at one that is only flagged', () => {
    const state = stateWith([memberLike('anna')]);
    const care = newCare();
    state.care.set('laser', care);
    const problem = { problem: 'p', by: 'bruno', atMs };
    care.problems.set('p', { ...problem, severity: 'flag' });
    expect(owedAt(state).size).toBe(1);
    care.problems.set('p', { ...problem, severity: 'lock' });
    expect(owedAt(state).size).toBe(0);
  });

  it('is nothing where a reader serves no machine or several, or the machine wants more than a number', () => {
    const state = stateWith([memberLike('anna')]);
    expect(owedAt(state).size).toBe(1);
    for (const reader of ['attic', 'hall', 'nowhere']) expect(owedAt(state, reader).size).toBe(0);
    for (const level of ['pin', 'sun', 'sun+pin'] as const) {
      const machines = { ...sampleWorkshop.machines, laser: machineLike({ level }) };
      expect(owedAt({ ...state, workshop: { ...sampleWorkshop, machines } }).size).toBe(0);
    }
  });

  it('inv. 4: has no end while the clock is unset, and nobody whose certificate it would judge', () => {
    const state = stateWith([memberLike('anna'), memberLike('bruno', day('2027-01-01'))], {
      synchronised: false,
    });
    expect([...owedAt(state)]).toEqual([['badge-anna', { member: 'anna', untilS: null }]]);
  });

  it('is exactly what a tap there would open', () => {
    const until = fc.constantFrom(null, '2026-11-21', '2026-11-22', '2027-05-01');
    const certificate = fc.record({ certificate: fc.constantFrom('laser-basic', 'welding'), until });
    const member = fc.record({
      status: fc.constantFrom('active' as const, 'suspended' as const),
      certificates: fc.uniqueArray(certificate, { maxLength: 2, selector: (one) => one.certificate }),
      badges: fc.constantFrom<string[]>([], ['one'], ['one', 'two']),
    });
    let owedOnes = 0;
    fc.assert(
      fc.property(fc.array(member, { maxLength: 4 }), fc.boolean(), (members, synchronised) => {
        const rows = members.map((one, at) =>
          memberLike(`m${at}`, { ...one, badges: one.badges.map((badge) => `${badge}-${at}`) }),
        );
        const state = stateWith(rows, { synchronised });
        const owed = owedAt(state);
        owedOnes += owed.size;
        for (const [badge, holder] of state.badges) {
          const request = {
            reader: 'front',
            tap: 'b:1',
            machine: null,
            pin: 'none',
            replayed: false,
            newSession: 's',
          } as const;
          const held = { badge, member: holder, counter: null };
          const { outcome } = decideTap(state, { ...request, badge: held }, now);
          expect(owed.has(badge)).toBe(outcome === 'granted');
        }
      }),
      { numRuns: 300 },
    );
    expect(owedOnes).toBeGreaterThan(20);
  });
});

describe('the way there', () => {
  const uid: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd');
  const nowS = atMs / 1000;
  const untilS = fc.constantFrom(0, nowS + 3600, nowS + 40_000, nowS + 86_400, nowS + 1e7);
  const entry: fc.Arbitrary<Entry> = fc.record({ user: fc.constantFrom('o-1', 'o-2'), untilS });
  const wantedUntil = fc.constantFrom(null, nowS + 3600, nowS + 86_400);
  const wanted: fc.Arbitrary<WantedEntry> = fc.record({ user: fc.constant('o-1'), untilS: wantedUntil });
  const mapOf = <T>(value: fc.Arbitrary<T>) =>
    fc.array(fc.tuple(uid, value), { maxLength: 4 }).map((rows) => new Map(rows));

  it('ends after one step per card at most, strangers first, with nobody longer than owed', () => {
    fc.assert(
      fc.property(mapOf(entry), mapOf(wanted), (start, goal) => {
        const held = new Map(start);
        const kinds: string[] = [];
        for (let step = nextListStep(held, goal, now); step; step = nextListStep(held, goal, now)) {
          kinds.push(step.kind);
          if (step.kind === 'disallow') held.delete(step.uid);
          else held.set(step.uid, { user: step.user, untilS: step.untilS });
          expect(kinds.length).toBeLessThanOrEqual(8);
        }
        expect(kinds.lastIndexOf('disallow')).toBeLessThan(
          kinds.includes('allow') ? kinds.indexOf('allow') : 9,
        );
        for (const [card, { user, untilS: owedS }] of goal) {
          if (owedS !== null) expect(isStillRight(held.get(card), { user, untilS: owedS }, now)).toBe(true);
          // Nothing is promised while the clock is unset, and nothing taken back.
          else expect(held.get(card)).toEqual(start.get(card));
        }
        for (const card of held.keys()) expect(goal.has(card)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
