// Supervised use, tap by tap: a learner and a trainer at one reader within a minute, in either order; who may not teach, what
// may not be learnt, and what is earned.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import { decideTick } from '../../../src/domain/access/decide-tick.ts';
import { endsNow } from '../../../src/domain/access/ends-now.ts';
import type { TapDecision } from '../../../src/domain/access/tap-decision.ts';
import { endsOf } from '../../../src/domain/access/what-ends.ts';
import type { MemberRecorded } from '../../../src/domain/journal/entry.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { held, taughtWorkshop } from '../../fakes/taught-workshop.ts';

const teaching = [
  { certificate: 'safety', until: null, level: 'teach' },
  { certificate: 'saw-basic', until: null, level: 'teach' },
] as const;

/** Anna learns, Bruno teaches. */
function shed({ anna = {}, bruno = {}, workshop = taughtWorkshop } = {}): History & { tap: Tap } {
  const history = createHistory({ workshop });
  history.power('saw-plug', false);
  history.member('anna', { certificates: held('safety'), ...anna });
  history.member('bruno', { certificates: teaching, ...bruno });
  let taps = 0;
  const tap: Tap = (member, pin = 'none') => {
    taps += 1;
    const badge = { badge: `badge-${member}`, member, counter: null };
    const request = { reader: 'shed', tap: `s:${taps}`, machine: null, badge, replayed: false, pin };
    const stamp = history.stamp();
    const decision = decideTap(history.state, { ...request, newSession: `lesson-${taps}` }, stamp);
    history.add(...decision.bodies);
    return decision;
  };
  return { ...history, tap };
}
type Tap = (member: string, pin?: 'none' | 'right') => TapDecision;

const typesOf = ({ bodies }: TapDecision) => bodies.map(({ type }) => type);

describe('a lesson', () => {
  it('begins when a trainer taps after the learner, and is the learner’s', () => {
    const { tap, state, clock } = shed();
    expect(tap('anna')).toMatchObject({
      outcome: 'refused',
      code: 'certificate-missing',
      sentence: 'lesson-offered',
    });
    clock.advance(60_000);
    expect(tap('bruno')).toMatchObject({ outcome: 'granted', code: 'granted-lesson', session: 'lesson-2' });
    expect(state.sessions.get('saw')).toMatchObject({
      member: 'anna',
      badge: 'badge-anna',
      trainer: 'bruno',
      learning: ['saw-basic'],
    });
    expect(state.learners.size).toBe(0);
  });

  it('begins when the learner taps after the trainer, whose session ends without a gap in the power', () => {
    const { tap, state, clock } = shed();
    expect(tap('bruno')).toMatchObject({ code: 'granted' });
    clock.advance(60_000);
    const decision = tap('anna');
    expect(decision).toMatchObject({ outcome: 'granted', code: 'granted-lesson' });
    expect(typesOf(decision)).toEqual([
      'segment-closed',
      'session-ending',
      'session-ended',
      'session-started',
    ]);
    expect(state.sessions.get('saw')).toMatchObject({ member: 'anna', trainer: 'bruno', phase: 'active' });
  });

  it.each(['anna', 'bruno'])('is ended by %s', (member) => {
    const { tap, state, clock } = shed();
    tap('anna');
    tap('bruno');
    clock.advance(60_000);
    const decision = tap(member);
    expect(decision).toMatchObject({ outcome: 'ended', session: 'lesson-2' });
    expect(decision.bodies[0]).toMatchObject({
      type: 'segment-closed',
      data: { member: 'anna', trainer: 'bruno' },
    });
    expect(state.sessions.get('saw')?.phase).toBe('finishing');
  });

  it('comes to nothing after a minute, in either order', () => {
    const late = shed();
    late.tap('anna');
    late.clock.advance(60_001);
    late.tap('bruno');
    expect(late.state.sessions.get('saw')).toMatchObject({ member: 'bruno' });
    late.clock.advance(60_001);
    expect(late.tap('anna')).toMatchObject({ outcome: 'refused', code: 'certificate-missing' });
    expect(late.state.sessions.get('saw')).toMatchObject({ member: 'bruno' });
  });

  it('comes to nothing over a restart', () => {
    const { tap, boot, state } = shed();
    tap('anna');
    boot();
    tap('bruno');
    expect(state.sessions.get('saw')).toMatchObject({ member: 'bruno' });
  });

  it('is not begun by a learner while a job of the trainer runs', () => {
    const { tap, job, state } = shed();
    tap('bruno');
    job('saw', 'job-1');
    expect(tap('anna').outcome).toBe('refused');
    expect(state.sessions.get('saw')).toMatchObject({ member: 'bruno' });
  });

  const unfit: readonly (readonly [string, Partial<MemberRecorded>])[] = [
    ['who is suspended', { status: 'suspended' }],
    ['whose membership is over', { until: '2026-11-21' }],
    ['who operates and does not teach', { certificates: held('safety', 'saw-basic') }],
    [
      'whose own certificate is over',
      { certificates: [{ ...teaching[0] }, { ...teaching[1], until: '2026-11-21' }] },
    ],
  ];
  it.each(unfit)('is not opened by somebody %s', (_who, bruno) => {
    const { tap, state } = shed({ bruno });
    tap('anna');
    tap('bruno');
    expect(state.sessions.get('saw')?.member).not.toBe('anna');
  });

  it('needs the trainer for all that is lacking', () => {
    const { tap, state } = shed({
      anna: { certificates: [] },
      bruno: { certificates: [...held('safety'), teaching[1]] },
    });
    tap('anna');
    tap('bruno');
    expect(state.sessions.get('saw')?.member).toBe('bruno');
  });

  it('is not given by oneself', () => {
    const { tap, state } = shed({ anna: { certificates: [teaching[1]] } });
    tap('anna');
    expect(tap('anna')).toMatchObject({ outcome: 'refused', code: 'certificate-missing' });
    expect(state.sessions.size).toBe(0);
  });

  const unteachable: readonly (readonly [string, Partial<MemberRecorded>, string])[] = [
    ['a suspended learner', { status: 'suspended' }, 'member-suspended'],
    ['hours outside of the plan', { plan: 'evening' }, 'certificate-missing'],
    [
      'a certificate that is over',
      { certificates: [...held('safety'), { certificate: 'saw-basic', until: '2026-11-21' }] },
      'certificate-expired',
    ],
  ];
  it.each(unteachable)('does not help against %s, and is not offered', (_what, anna, code) => {
    const { tap, state } = shed({ anna });
    const decision = tap('anna');
    expect(decision.code).toBe(code);
    expect(decision).not.toHaveProperty('sentence');
    tap('bruno');
    expect(state.sessions.get('saw')?.member).toBe('bruno');
  });

  it('is not offered where the certificate may not be learnt at the machine', () => {
    const certificates = { 'saw-basic': { name: 'Saw, basics' } };
    const { tap, state } = shed({ workshop: { ...taughtWorkshop, certificates } });
    expect(tap('anna')).not.toHaveProperty('sentence');
    tap('bruno');
    expect(state.sessions.get('saw')?.member).toBe('bruno');
  });

  it('asks the trainer who opens it for what the machine asks for', () => {
    const saw = taughtWorkshop.machines.saw;
    if (!saw) throw new Error('the workshop has changed');
    const machines = { ...taughtWorkshop.machines, saw: { ...saw, level: 'pin' as const } };
    const { tap, state } = shed({ workshop: { ...taughtWorkshop, machines } });
    tap('anna');
    expect(tap('bruno')).toMatchObject({ code: 'pin-missing' });
    expect(tap('bruno', 'right')).toMatchObject({ code: 'granted-lesson' });
    expect(state.sessions.get('saw')?.member).toBe('anna');
  });
});

describe('a trainer who does not answer any more', () => {
  const begun = () => {
    const history = shed();
    history.tap('anna');
    history.tap('bruno');
    history.power('saw-plug', true);
    const session = history.state.sessions.get('saw');
    if (!session) throw new Error('there is no lesson');
    return { ...history, cause: () => endsNow(history.state, session, history.stamp()) };
  };
  const lost: readonly (readonly [string, Partial<MemberRecorded>])[] = [
    ['who was suspended', { certificates: teaching, status: 'suspended' }],
    ['whose membership is over', { certificates: teaching, until: '2026-11-21' }],
    ['who operates from now on', { certificates: held('safety', 'saw-basic') }],
    ['who lost the certificate', { certificates: [teaching[0]] }],
    ['whose certificate is over', { certificates: [teaching[0], { ...teaching[1], until: '2026-11-21' }] }],
  ];
  it.each(lost)('ends the lesson, by what the learner lacks: one %s', (_who, bruno) => {
    const { member, cause } = begun();
    expect(cause()).toBeNull();
    member('bruno', bruno);
    expect(cause()).toBe('certificate');
  });

  it('ends no lesson by what was never learnt in it', () => {
    const { member, cause } = begun();
    member('bruno', { certificates: [teaching[1]] });
    expect(cause()).toBeNull();
  });

  it('inv. 4: is not judged by a clock that was never set', () => {
    const { boot, member, cause } = begun();
    boot({ synchronised: false });
    member('bruno', { certificates: [teaching[0], { ...teaching[1], until: '2026-11-21' }] });
    expect(cause()).toBeNull();
  });

  it('is no matter for a session in which nobody teaches', () => {
    const history = shed();
    history.tap('bruno');
    const session = history.state.sessions.get('saw');
    if (!session) throw new Error('there is no session');
    history.member('anna', { status: 'suspended' });
    expect(endsNow(history.state, session, history.stamp())).toBeNull();
  });
});

describe('a trainer whose rights end', () => {
  // Lessons begin on the 22nd at ten in the morning, local time.
  const midnightMs = Date.parse('2026-11-23T00:00:00+01:00');
  const today = '2026-11-22';
  const begun = (who: Parameters<typeof shed>[0]) => {
    const history = shed(who);
    history.tap('anna');
    history.tap('bruno');
    history.power('saw-plug', true);
    const ends = () => {
      const session = history.state.sessions.get('saw');
      const all = session ? endsOf(history.state, session, history.stamp()) : [];
      // What lapses without use does so a month later.
      return all.filter(({ atMs }) => atMs <= midnightMs);
    };
    return { ...history, ends };
  };
  const saw = { ...teaching[1], until: today };

  it.each([
    ['certificate', { certificates: [teaching[0], saw] }],
    ['membership', { certificates: teaching, until: today }],
  ] as const)('is known ahead, and ends the lesson then: their %s', (trainer, bruno) => {
    const { ends, clock, state, stamp } = begun({ bruno });
    expect(ends()).toEqual([{ cause: 'certificate', atMs: midnightMs, trainer }]);
    clock.advance(midnightMs - 1 - stamp().atMs);
    expect(decideTick(state, stamp()).some(({ type }) => type === 'session-ending')).toBe(false);
    clock.advance(1);
    expect(decideTick(state, stamp()).some(({ type }) => type === 'session-ending')).toBe(true);
  });

  it('does not end it where another holding of theirs goes on, or what ends was never learnt in it', () => {
    const twice = [teaching[0], saw, { ...saw, until: null }];
    expect(begun({ bruno: { certificates: twice } }).ends()).toEqual([]);
    const safety = { ...teaching[0], until: today };
    expect(begun({ bruno: { certificates: [safety, teaching[1]] } }).ends()).toEqual([]);
  });

  it('ends nothing for a learner who then holds it alone, until their own ends', () => {
    const { ends, member } = begun({ bruno: { certificates: [teaching[0], saw] } });
    member('anna', { certificates: held('safety', 'saw-basic') });
    expect(ends()).toEqual([]);
    member('bruno', { status: 'suspended', certificates: teaching });
    const own = [...held('safety'), { certificate: 'saw-basic', until: today }];
    member('anna', { certificates: own });
    expect(ends()).toEqual([{ cause: 'certificate', atMs: midnightMs }]);
  });

  it('is told of the learner’s own membership too, and of nothing by a clock that was never set', () => {
    const history = begun({ anna: { until: today } });
    expect(history.ends()).toEqual([{ cause: 'certificate', atMs: midnightMs }]);
    history.boot({ synchronised: false });
    expect(history.ends()).toEqual([]);
  });
});

describe('what lessons earn', () => {
  const lesson = (history: ReturnType<typeof shed>, minutes: number): TapDecision => {
    history.tap('anna');
    history.tap('bruno');
    history.power('saw-plug', true);
    history.clock.advance(minutes * 60_000);
    const decision = history.tap('bruno');
    const session = history.state.sessions.get('saw')?.session ?? '';
    history.add({ type: 'session-ended', data: { session, machine: 'saw', power: 'off' } });
    history.power('saw-plug', false);
    return decision;
  };

  it('is the certificate after as many as its policy says, and short ones do not count', () => {
    const history = shed();
    expect(lesson(history, 5).code).toBe('ended');
    expect(lesson(history, 4).code).toBe('ended');
    expect(history.state.lessons.get('anna')?.get('saw-basic')).toBe(1);
    const last = lesson(history, 5);
    expect(last).toMatchObject({ code: 'certificate-earned', values: { certificate: 'Saw, basics' } });
    expect(typesOf(last)).toContain('certificate-earned');
    expect(history.state.members.get('anna')?.certificates).toContainEqual({
      certificate: 'saw-basic',
      until: null,
      earned: true,
    });
    expect(history.state.lessons.size).toBe(0);
    expect(history.tap('anna')).toMatchObject({ outcome: 'granted', code: 'granted' });
    expect(replayed(history.entries)).toEqual(history.state);
  });

  it('is nothing where the policy says no number', () => {
    const certificates = { 'saw-basic': { name: 'Saw, basics', supervised: {} } };
    const history = shed({ workshop: { ...taughtWorkshop, certificates } });
    for (let count = 0; count < 5; count++) expect(lesson(history, 10).code).toBe('ended');
    expect(history.state.lessons.get('anna')?.get('saw-basic')).toBe(5);
    expect(history.tap('anna').code).toBe('certificate-missing');
  });

  it('adds up over the segments of a long lesson', () => {
    const history = shed();
    history.power('saw-plug', true);
    history.tap('anna');
    history.tap('bruno');
    history.clock.advance(4 * 60_000);
    const open = history.state.sessions.get('saw');
    const clocks = { loadedMs: 4 * 60_000, poweredMs: 0, workingMs: 0, operatingMs: 0 };
    const where = { session: open?.session ?? '', index: 0, machine: 'saw', pool: 'saws' };
    const who = { member: 'anna', team: null, costCode: null, trainer: 'bruno' };
    const when = { sessionFromMs: 0, fromMs: 0, toMs: 0, gapMs: 0, why: 'length' } as const;
    history.add({ type: 'segment-closed', data: { ...where, ...who, ...when, clocks } });
    history.clock.advance(60_000);
    history.tap('anna');
    expect(history.state.lessons.get('anna')?.get('saw-basic')).toBe(1);
  });

  it('raises who only assisted', () => {
    const assists = { certificate: 'saw-basic', until: null, level: 'assist' } as const;
    const history = shed({ anna: { certificates: [...held('safety'), assists] } });
    lesson(history, 5);
    lesson(history, 5);
    expect(history.state.members.get('anna')?.certificates.at(-1)).not.toHaveProperty('level');
    expect(history.tap('anna').code).toBe('granted');
  });
});

describe('a steward’s by-pass', () => {
  it('is in the journal and in the answer', () => {
    const { tap, state } = shed({
      anna: { certificates: held('safety', 'saw-basic'), plan: 'evening', roles: ['steward'] },
    });
    expect(tap('anna')).toMatchObject({
      outcome: 'granted',
      code: 'granted-bypassed',
      values: { codes: 'plan-hours' },
    });
    expect(state.sessions.get('saw')?.bypassed).toEqual(['plan-hours']);
  });

  it('inv. 6: never opens without the training, and that no changes nothing', () => {
    const { tap, state } = shed({ anna: { certificates: [], plan: 'evening', roles: ['steward'] } });
    const before = structuredClone(state.sessions);
    expect(tap('anna')).toMatchObject({ outcome: 'refused', code: 'certificate-missing' });
    expect(state.sessions).toEqual(before);
  });
});

describe('a tap that is forgotten', () => {
  it('takes the learner who waits along, so that a replay gives the same (inv. 3)', () => {
    const { tap, state, add } = shed();
    tap('anna');
    const [learner] = state.learners.values();
    expect(learner?.member).toBe('anna');
    const data = { beforeMs: state.lastAtMs, throughSeq: state.seq, count: 1, digest: 'd' };
    add({ type: 'taps-forgotten', data });
    expect(state.learners.size).toBe(0);
  });
});

const anyDeed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('anna', 'bruno', 'carla', 'dora') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 400_000 }) },
  { weight: 1, arbitrary: fc.constantFrom('dark', 'boot') },
);

describe('whatever is tapped, and whenever', () => {
  const others = {
    carla: { certificates: held('safety'), roles: ['steward'], plan: 'evening' },
    dora: { certificates: teaching, plan: 'evening' },
  } as const;

  it('inv. 3, inv. 6: a no changes no session, nobody teaches themselves, and a replay gives the same', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { minLength: 5, maxLength: 60 }), (deeds) => {
        const history = shed();
        history.member('carla', others.carla);
        history.member('dora', others.dora);
        for (const deed of deeds) carryOut(history, deed);
        expect(replayed(history.entries)).toEqual(history.state);
      }),
      { numRuns: 200 },
    );
  });

  function carryOut(history: ReturnType<typeof shed>, deed: string | number): void {
    const { state, clock, add } = history;
    if (typeof deed === 'number') clock.advance(deed);
    else if (deed === 'boot') history.boot();
    else if (deed === 'dark') {
      const session = state.sessions.get('saw');
      const data = { session: session?.session ?? '', machine: 'saw', power: 'off' } as const;
      if (session && session.phase !== 'active') add({ type: 'session-ended', data });
    } else carryOutTap(history, deed);
  }

  function carryOutTap({ state, tap }: ReturnType<typeof shed>, member: string): void {
    const before = structuredClone(state.sessions);
    const { outcome } = tap(member);
    if (outcome === 'refused') expect(state.sessions).toEqual(before);
    const session = state.sessions.get('saw');
    if (outcome !== 'granted' || !session) return;
    expect(session.trainer).not.toBe(session.member);
    // Whoever holds it without a trainer has learnt it, steward or not.
    const holds = state.members.get(session.member)?.certificates.map(({ certificate }) => certificate);
    if (session.trainer === undefined) expect(holds).toContain('saw-basic');
    else expect(session.learning?.filter((one) => holds?.includes(one))).toEqual([]);
  }
});
