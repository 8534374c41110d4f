// One tap, row by row: every refusal, the order in which it is judged, and that a no changes nothing but the record.

import { describe, expect, it } from 'vitest';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import type { TapDecision, TapRequest } from '../../../src/domain/access/tap-decision.ts';
import { morningMs } from '../../fakes/hand-clock.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const badgeOf = (member: string) => ({ badge: `badge-${member}`, member, counter: null });
const laserTap: TapRequest = {
  reader: 'front',
  tap: 'b:1',
  machine: null,
  badge: badgeOf('anna'),
  replayed: false,
  pin: 'none',
  newSession: 'new',
};

function decide(history: History, change: Partial<TapRequest> = {}): TapDecision {
  return decideTap(history.state, { ...laserTap, ...change }, history.stamp());
}

type Row = {
  readonly name: string;
  readonly code: string;
  readonly before?: (history: History) => void;
  readonly tap?: Partial<TapRequest>;
};

const without = (certificates: readonly { certificate: string; until: string | null }[]) => ({
  certificates,
});
const expired = without([{ certificate: 'laser-basic', until: '2026-11-21' }]);
const dated = without([{ certificate: 'laser-basic', until: '2099-01-01' }]);

const refusals: readonly Row[] = [
  { name: 'a reader of no machine', code: 'reader-unassigned', tap: { reader: 'attic' } },
  { name: 'a reader that nobody described', code: 'reader-unassigned', tap: { reader: 'constructor' } },
  { name: 'a machine of another reader', code: 'machine-unknown', tap: { machine: 'mill' } },
  { name: 'a machine that is none', code: 'machine-unknown', tap: { machine: '__proto__' } },
  { name: 'a reader of several machines, none named', code: 'machine-ambiguous', tap: { reader: 'hall' } },
  { name: 'a badge that cannot be read', code: 'badge-unreadable', tap: { badge: 'unreadable' } },
  { name: 'a badge that nobody holds', code: 'badge-unknown', tap: { badge: 'unknown' } },
  {
    name: 'a badge that was taken away meanwhile',
    code: 'badge-unknown',
    before: (history) => history.member('anna', { badges: [] }),
  },
  {
    name: 'a badge that went to somebody else meanwhile',
    code: 'badge-unknown',
    before: (history) => history.member('carla', { badges: ['badge-anna'] }),
  },
  {
    name: 'a member who was erased',
    code: 'badge-unknown',
    before: (history) => history.add({ type: 'member-erased', data: { member: 'anna' } }),
  },
  {
    name: 'a suspended member',
    code: 'member-suspended',
    before: (history) => history.member('anna', { status: 'suspended' }),
  },
  {
    name: 'a member without the certificate',
    code: 'certificate-missing',
    before: (history) => history.member('anna', without([{ certificate: 'mill-basic', until: null }])),
  },
  {
    name: 'a certificate that has ended',
    code: 'certificate-expired',
    before: (history) => history.member('anna', expired),
  },
  {
    name: 'a dated certificate under a clock that was never set (inv. 4)',
    code: 'clock-unset',
    before: (history) => {
      history.member('anna', dated);
      history.boot({ synchronised: false });
    },
  },
  {
    name: 'a machine that another member holds',
    code: 'machine-in-use',
    before: (history) => history.start('laser', 'bruno'),
  },
  {
    name: 'a machine that finishes a session before',
    code: 'machine-ending',
    before: (history) => ending(history, 'bruno'),
  },
  {
    name: 'a third tap, while the own session ends',
    code: 'machine-ending',
    before: (history) => ending(history, 'anna'),
  },
  {
    name: 'a third tap, while power is to go',
    code: 'machine-ending',
    before: (history) => {
      ending(history, 'anna');
      history.add({ type: 'access-ended', data: { session: 's', machine: 'laser', outcome: 'confirmed' } });
    },
  },
  ...(['paused', 'door', 'toolChange', 'running', 'idle'] as const).map((activity) => ({
    name: `a job that a stranger left ${activity} (inv. 8)`,
    code: 'job-held',
    before: (history: History) => {
      history.job('laser', 'job-1');
      history.report('laser', activity);
    },
  })),
];

function ending(history: History, member: string): void {
  const { session, machine } = history.start('laser', member);
  history.add({ type: 'session-ending', data: { session, machine, cause: 'page', reader: null, tap: null } });
}

describe('a refusal', () => {
  it.each(refusals)('$code: $name', ({ code, before, tap }) => {
    const history = createHistory();
    before?.(history);
    const sessions = structuredClone(history.state.sessions);
    const decision = decide(history, tap);
    expect(decision).toMatchObject({ outcome: 'refused', code, session: null });
    expect(decision.bodies.map(({ type }) => type)).toEqual(['tap-refused']);
    expect(decision.bodies[0]?.data).toMatchObject({ code, tap: 'b:1' });
    history.clock.advance(1_000);
    history.add(...decision.bodies);
    // inv. 6: whoever holds a machine never notices.
    expect(history.state.sessions).toEqual(sessions);
  });

  it('says which session went on undisturbed', () => {
    const history = createHistory();
    const { session } = history.start('laser', 'bruno');
    expect(decide(history, { badge: 'unknown' }).bodies[0]?.data).toMatchObject({
      session,
      machine: 'laser',
      badge: null,
      member: null,
    });
  });

  it('tells since when a machine is held in the local time of the space', () => {
    const history = createHistory();
    history.start('laser', 'bruno');
    expect(decide(history).values).toEqual({ machine: 'Laser', since: '09:00' });
  });

  it('is judged in a fixed order: the first that stands is told', () => {
    const history = createHistory();
    const order: string[] = [];
    const note = (tap: Partial<TapRequest> = {}): void => void order.push(decide(history, tap).code);
    history.start('laser', 'bruno');
    history.member('anna', { ...expired, status: 'suspended', badges: [] });
    note({ reader: 'attic', badge: 'unreadable' });
    note({ badge: 'unreadable' });
    note();
    history.member('anna', { ...expired, status: 'suspended' });
    note();
    history.member('anna', { certificates: [] });
    note();
    history.member('anna', expired);
    note();
    history.member('anna');
    note();
    expect(order).toEqual([
      'reader-unassigned',
      'badge-unreadable',
      'badge-unknown',
      'member-suspended',
      'certificate-missing',
      'certificate-expired',
      'machine-in-use',
    ]);
  });
});

describe('a yes', () => {
  it('starts a session with all that the bill will need', () => {
    const history = createHistory();
    history.member('anna', { team: 'fablab' });
    const decision = decide(history);
    expect(decision).toMatchObject({ outcome: 'granted', code: 'granted', machine: 'laser', session: 'new' });
    expect(decision.bodies).toEqual([
      {
        type: 'session-started',
        data: {
          session: 'new',
          machine: 'laser',
          pool: 'lasers',
          member: 'anna',
          team: 'fablab',
          costCode: null,
          badge: 'badge-anna',
          reader: 'front',
          tap: 'b:1',
        },
      },
    ]);
  });

  it.each([
    ['mill', 'mill'],
    ['saw', 'saw'],
  ])('at a reader of several machines starts the one that was named: %s', (machine) => {
    expect(decide(createHistory(), { reader: 'hall', machine })).toMatchObject({
      outcome: 'granted',
      machine,
    });
  });

  it('needs every certificate of the machine', () => {
    const machines = { laser: machineLike({ requires: ['laser-basic', 'fire'] }) };
    const history = createHistory({ workshop: { ...sampleWorkshop, machines } });
    expect(decide(history)).toMatchObject({ code: 'certificate-missing', values: { certificate: 'fire' } });
    history.member(
      'anna',
      without([
        { certificate: 'fire', until: null },
        { certificate: 'laser-basic', until: null },
      ]),
    );
    expect(decide(history).outcome).toBe('granted');
  });

  it('inv. 4: an unset clock does not stand in the way of what has no date', () => {
    const history = createHistory();
    history.boot({ synchronised: false });
    expect(decide(history).outcome).toBe('granted');
  });

  it('after a job that is over, or on a machine that is only silent', () => {
    const history = createHistory();
    history.job('laser', 'job-1');
    history.report('laser', 'unknown', { link: 'lost' });
    expect(decide(history).outcome).toBe('granted');
    history.report('laser', 'idle');
    history.job('laser', null);
    expect(decide(history).outcome).toBe('granted');
  });
});

describe('the second tap', () => {
  const mishaps: readonly [string, (history: History) => void][] = [
    ['nothing', () => undefined],
    ['a suspension', (history) => history.member('anna', { status: 'suspended' })],
    ['an expired certificate', (history) => history.member('anna', expired)],
    ['a badge that was taken away', (history) => history.member('anna', { badges: [] })],
    ['an erasure', (history) => history.add({ type: 'member-erased', data: { member: 'anna' } })],
    ['an unset clock', (history) => history.boot({ synchronised: false })],
    ['a paused job', (history) => history.report('laser', 'paused')],
  ];
  it.each(mishaps)('ends the own session whatever came between: %s', (_, happen) => {
    const history = createHistory();
    history.member('anna', dated);
    const { session } = history.start('laser', 'anna');
    history.clock.advance(60_000);
    happen(history);
    const decision = decide(history);
    expect(decision).toMatchObject({ outcome: 'ended', machine: 'laser', session });
    expect(decision.bodies.map(({ type }) => type)).toEqual(['segment-closed', 'session-ending']);
    expect(decision.bodies[1]?.data).toEqual({
      session,
      machine: 'laser',
      cause: 'second-tap',
      reader: 'front',
      tap: 'b:1',
    });
  });

  it.each([
    ['running', 'ending-job'],
    ['heating', 'ending-job'],
    ['idle', 'ended'],
    ['paused', 'ended'],
    ['unknown', 'ended'],
  ] as const)('while the machine is %s says %s', (activity, code) => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.report('laser', activity);
    expect(decide(history).code).toBe(code);
  });

  it('with another badge of the same member ends too', () => {
    const history = createHistory();
    history.member('anna', { badges: ['badge-anna', 'ring-anna'] });
    history.start('laser', 'anna');
    expect(decide(history, { badge: { badge: 'ring-anna', member: 'anna', counter: null } }).outcome).toBe(
      'ended',
    );
  });
});

describe('a certificate ends with its local day', () => {
  // The last day is valid to its last millisecond in the zone of the space, also where days have 23 or 25 hours.
  const rows = [
    { zone: 'Europe/Rome', until: '2026-11-22', last: '2026-11-22T22:59:59.999Z' },
    { zone: 'Europe/Rome', until: '2026-03-29', last: '2026-03-29T21:59:59.999Z' },
    { zone: 'Europe/Rome', until: '2026-10-25', last: '2026-10-25T22:59:59.999Z' },
    { zone: 'Pacific/Auckland', until: '2026-11-22', last: '2026-11-22T10:59:59.999Z' },
    { zone: 'America/Los_Angeles', until: '2026-11-22', last: '2026-11-23T07:59:59.999Z' },
    { zone: 'UTC', until: '2026-12-31', last: '2026-12-31T23:59:59.999Z' },
  ];
  it.each(rows)('$until in $zone', ({ zone, until, last }) => {
    const space = { ...sampleWorkshop.space, timezone: zone };
    const history = createHistory({ workshop: { ...sampleWorkshop, space } });
    history.member('anna', without([{ certificate: 'laser-basic', until }]));
    const at = (wallMs: number) => decideTap(history.state, laserTap, { atMs: wallMs, monoMs: 0 }).code;
    expect(at(Date.parse(last))).toBe('granted');
    expect(at(Date.parse(last) + 1)).toBe('certificate-expired');
    expect(at(morningMs - 400 * 86_400_000)).toBe('granted');
  });
});
