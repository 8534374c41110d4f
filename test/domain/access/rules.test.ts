// Every rule about a member, case by case: what stands against them, when time alone mends it, and who may go past it. More
// training never makes a yes a no, and no by-pass hides a training that is missing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owedAllowList } from '../../../src/domain/access/allow-list.ts';
import { certificateLevels, type HeldCertificate } from '../../../src/domain/access/certificate.ts';
import type { Asked } from '../../../src/domain/access/rule.ts';
import { judge, rules } from '../../../src/domain/access/rules.ts';
import type { MemberRecorded, Role } from '../../../src/domain/journal/entry.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { machineLike } from '../../fakes/sample-workshop.ts';
import { held, taughtWorkshop } from '../../fakes/taught-workshop.ts';

const dayMs = 86_400_000;

function askedOf(history: History, change: Partial<Asked> = {}): Asked {
  const { state } = history;
  const [member, machine] = [state.members.get('anna'), state.workshop?.machines.saw];
  if (!member || !machine) throw new Error('the workshop has changed');
  return {
    state,
    member,
    id: 'saw',
    machine,
    session: undefined,
    flows: false,
    takesOver: false,
    stamp: history.stamp(),
    ...change,
  };
}

function historyOf(anna: Partial<MemberRecorded>): History {
  const history = createHistory({ workshop: taughtWorkshop });
  history.member('anna', { certificates: held('safety', 'saw-basic'), ...anna });
  return history;
}

const codeOf = (history: History, change: Partial<Asked> = {}) =>
  judge(askedOf(history, change)).no?.code ?? null;

const today = '2026-11-22';
const cases: readonly (readonly [string, string | null, Partial<MemberRecorded>])[] = [
  ['all that is asked', null, {}],
  ['a suspension', 'member-suspended', { status: 'suspended' }],
  ['a membership that begins tomorrow', 'membership-not-begun', { from: '2026-11-23' }],
  ['a membership that ended yesterday', 'membership-ended', { until: '2026-11-21' }],
  ['a day pass of today', null, { from: today, until: today }],
  ['a day pass of yesterday', 'membership-ended', { from: '2026-11-21', until: '2026-11-21' }],
  ['no prerequisite', 'certificate-missing', { certificates: held('saw-basic') }],
  ['the prerequisite alone', 'certificate-missing', { certificates: held('safety') }],
  [
    'a prerequisite that is over',
    'certificate-expired',
    { certificates: [...held('saw-basic'), { certificate: 'safety', until: '2026-11-21' }] },
  ],
  [
    'one who only assists',
    'certificate-level',
    { certificates: [...held('safety'), { certificate: 'saw-basic', until: null, level: 'assist' }] },
  ],
  [
    'one who teaches',
    null,
    { certificates: [...held('safety'), { certificate: 'saw-basic', until: today, level: 'teach' }] },
  ],
  [
    'a second holding that is good enough',
    null,
    { certificates: [{ certificate: 'safety', until: '2026-01-01' }, ...held('safety', 'saw-basic')] },
  ],
  ['a plan for any hour', null, { plan: 'always' }],
  ['a plan for other hours', 'plan-hours', { plan: 'evening' }],
  ['a plan that is gone', 'plan-unknown', { plan: 'constructor' }],
];

describe('a rule about a member', () => {
  it.each(cases)('%s: %s', (_what, code, anna) => expect(codeOf(historyOf(anna))).toBe(code));

  it.each(cases)(
    '%s, of a steward: never past the person, past hours on record (%s)',
    (_what, code, anna) => {
      const judged = judge(askedOf(historyOf({ ...anna, roles: ['steward'] })));
      const past = code === 'plan-hours' || code === 'plan-unknown';
      expect(judged).toEqual(
        code === null || past
          ? { no: null, bypassed: past ? [code] : [] }
          : { no: expect.objectContaining({ code }) },
      );
    },
  );

  it('tells when time alone mends it', () => {
    const plan = judge(askedOf(historyOf({ plan: 'evening' }))).no;
    // Rome is an hour ahead; the next evening is Monday's.
    expect(plan).toEqual({
      code: 'plan-hours',
      values: { plan: 'Evening', from: '2026-11-23 18:00' },
      fromMs: Date.UTC(2026, 10, 23, 17),
      untilMs: Date.UTC(2026, 10, 23, 21),
    });
    expect(judge(askedOf(historyOf({ from: '2026-12-01' }))).no?.fromMs).toBe(Date.UTC(2026, 10, 30, 23));
  });

  it.each([{ from: today }, { plan: 'evening' }, {}])(
    'inv. 4: %j cannot be judged by a clock that was never set',
    (anna) => {
      const history = historyOf(anna);
      history.boot({ synchronised: false });
      expect(codeOf(history)).toBe('clock-unset');
    },
  );

  it('in maintenance only who can maintain it may use it, and no prerequisite needs more for that', () => {
    const grade = (level: 'operate' | 'maintain'): Partial<MemberRecorded> => ({
      certificates: [...held('safety'), { certificate: 'saw-basic', until: null, level }],
    });
    expect(codeOf(historyOf(grade('operate')), { mode: 'maintenance' })).toBe('certificate-level');
    expect(codeOf(historyOf(grade('maintain')), { mode: 'maintenance' })).toBeNull();
  });
});

describe('days without use', () => {
  it('count from the day it was given, and from each use', () => {
    const history = historyOf({});
    history.clock.advance(30 * dayMs);
    expect(codeOf(history)).toBeNull();
    history.clock.advance(dayMs);
    expect(judge(askedOf(history)).no).toMatchObject({
      code: 'certificate-unused',
      values: { certificate: 'Saw, basics', until: '2026-12-22', days: '30' },
    });
    const used = historyOf({});
    used.clock.advance(20 * dayMs);
    const { session, machine } = used.start('saw', 'anna');
    used.add({ type: 'session-ended', data: { session, machine, power: 'off' } });
    used.clock.advance(30 * dayMs);
    expect(codeOf(used)).toBeNull();
    used.clock.advance(dayMs);
    expect(codeOf(used)).toBe('certificate-unused');
  });

  it('begin anew by taking a machine over: who works with it keeps it', () => {
    const history = historyOf({});
    history.clock.advance(20 * dayMs);
    const { session, machine } = history.start('saw', 'bruno');
    const held = { to: 'session-2', machine, pool: 'saws', member: 'anna', team: null, costCode: null };
    const by = { badge: 'badge-anna', reader: 'shed', tap: 'shed:2' };
    history.add({ type: 'session-handed-over', data: { from: session, ...held, ...by } });
    history.add({ type: 'session-ended', data: { session: 'session-2', machine, power: 'off' } });
    history.clock.advance(30 * dayMs);
    expect(codeOf(history)).toBeNull();
    history.clock.advance(dayMs);
    expect(codeOf(history)).toBe('certificate-unused');
  });

  it('begin anew by a refresher and not by any other change', () => {
    const history = historyOf({});
    history.clock.advance(31 * dayMs);
    history.member('anna', { certificates: held('safety', 'saw-basic'), shown: true });
    expect(codeOf(history)).toBe('certificate-unused');
    const until = '2099-01-01';
    history.member('anna', { certificates: [...held('safety'), { certificate: 'saw-basic', until }] });
    expect(codeOf(history)).toBeNull();
  });

  it('leave nothing of who was erased', () => {
    const history = historyOf({});
    history.add({ type: 'member-erased', data: { member: 'anna' } });
    expect(history.state.certificateUse.has('anna')).toBe(false);
  });
});

describe('a list of badges at a reader', () => {
  const untilOf = (anna: Partial<MemberRecorded>) => {
    const history = historyOf(anna);
    return owedAllowList(history.state, 'shed', history.stamp()).get('badge-anna')?.untilS;
  };

  it('ends with the membership, and with the hours of the plan', () => {
    expect(untilOf({ until: today })).toBe(Date.UTC(2026, 10, 22, 23) / 1000);
    const history = historyOf({ plan: 'evening' });
    history.clock.advance(34 * 3_600_000);
    const owed = owedAllowList(history.state, 'shed', history.stamp()).get('badge-anna');
    expect(owed?.untilS).toBe(Date.UTC(2026, 10, 23, 21) / 1000);
  });

  it('knows no by-pass, which would be silent', () => {
    expect(untilOf({ plan: 'evening', roles: ['steward'] })).toBeUndefined();
  });
});

const anyHeld: fc.Arbitrary<HeldCertificate> = fc.record({
  certificate: fc.constantFrom('safety', 'saw-basic', 'other'),
  until: fc.constantFrom(null, '2026-11-21', today, '2099-01-01'),
  level: fc.constantFrom(...certificateLevels),
});
const anyMember = fc.record({
  certificates: fc.array(anyHeld, { maxLength: 5 }),
  roles: fc.subarray<Role>(['member', 'steward', 'admin']),
  plan: fc.constantFrom('always', 'evening', 'gone'),
  status: fc.constantFrom('active' as const, 'suspended' as const),
  until: fc.constantFrom('2026-11-21', today),
});

describe('whatever members hold', () => {
  it('more certificates never make a yes a no', () => {
    fc.assert(
      fc.property(anyMember, anyHeld, fc.nat(5), (anna, more, place) => {
        const history = historyOf(anna);
        const before = codeOf(history);
        const certificates = anna.certificates.toSpliced(place, 0, more);
        history.member('anna', { ...anna, certificates });
        if (before === null) expect(codeOf(history)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a by-pass hides no missing training, no suspension, and no machine in use', () => {
    const never = rules.filter(({ bypass }) => bypass === 'never');
    expect(never.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['not-suspended', 'membership', 'certificates', 'not-in-use', 'no-job-held']),
    );
    fc.assert(
      fc.property(anyMember, fc.boolean(), (anna, busy) => {
        const history = historyOf(anna);
        const session = busy ? history.start('saw', 'bruno') : undefined;
        const asked = askedOf(history, { session });
        const judged = judge(asked);
        if (judged.no === null) expect(never.filter(({ asks }) => asks(asked) !== null)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a circle of needs, which no checked description has, still ends', () => {
    const circle = { a: { name: 'A', needs: ['b'] }, b: { name: 'B', needs: ['a'] } };
    const workshop = { ...taughtWorkshop, certificates: circle };
    const history = createHistory({ workshop });
    const machine = machineLike({ requires: ['a'] });
    history.member('anna', { certificates: held('a', 'b') });
    expect(codeOf(history, { machine })).toBeNull();
  });
});
