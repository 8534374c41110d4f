// The model by which simulated lives are judged, as a table: what the README promises to a member who taps.

import { describe, expect, it } from 'vitest';
import type { MemberRecorded } from '../../src/domain/journal/entry.ts';
import { expectTap, type TapFacts } from '../../src/simulation/model/access-rules.ts';
import { createShop } from '../../src/simulation/shop.ts';

const { workshop } = createShop({ members: 200, machines: 12, fromDay: '2026-10-24' });
const laser = workshop.machines['lasers-0'] ?? null;
const saw = workshop.machines['saws-2'] ?? null;
const printer = workshop.machines['printers-1'] ?? null;
const safety = { certificate: 'safety', until: null };
const trained = (until: string | null, change: Partial<MemberRecorded> = {}): MemberRecorded => ({
  member: 'anna',
  status: 'active',
  team: null,
  roles: ['member'],
  certificates: [safety, { certificate: 'laser', until }],
  badges: ['badge-1'],
  shown: false,
  digest: '',
  ...change,
});
const maintains: Partial<MemberRecorded> = {
  certificates: [safety, { certificate: 'laser', until: null, level: 'maintain' }],
};
const steward = trained(null, { ...maintains, roles: ['member', 'steward'] });
const kiln = workshop.machines['kilns-6'] ?? null;
const fires = trained(null, { certificates: [{ certificate: 'kiln', until: null }] });
const evening = workshop.plans?.evening ?? null;
const trainer = trained(null, {
  member: 'tom',
  certificates: [
    { ...safety, level: 'teach' },
    { certificate: 'laser', until: null, level: 'teach' },
  ],
});
const teaching = { member: trainer, usedDay: new Map<string, string>() };
const learner = {
  member: trained(null, { member: 'lea', certificates: [safety] }),
  usedDay: new Map<string, string>(),
  plan: null,
  isInside: true,
};
const held = (by: string, change: Partial<NonNullable<TapFacts['holder']>> = {}) => ({
  holder: {
    member: by,
    trainer: null,
    team: 'blue',
    isEnding: false,
    offeredAgoMs: null,
    heldMs: 60_000,
    ...change,
  },
});
const at = (time: string) => Date.parse(time);
const facts = (change: Partial<TapFacts>): TapFacts => ({
  entrance: null,
  // A Tuesday, at noon in Rome.
  atMs: at('2026-10-27T11:00:00Z'),
  space: workshop.space,
  isInside: false,
  inside: 3,
  mode: 'production',
  isLocked: false,
  hasLockingProblem: false,
  isLatched: false,
  badMonitors: [],
  hasPowerAlarm: false,
  inTurn: false,
  offers: false,
  served: ['lasers-0'],
  named: null,
  machine: laser,
  member: trained(null),
  holder: null,
  holderTrained: null,
  usedDay: new Map([['kiln', '2026-10-20']]),
  kinds: workshop.certificates,
  plan: null,
  learner: null,
  hasJob: false,
  activity: 'idle',
  isClockSet: true,
  today: '2026-10-25',
  ...change,
});

describe('the model of a tap', () => {
  it.each<[string, Partial<TapFacts>]>([
    ['granted', {}],
    ['granted', { member: trained('2026-10-25') }],
    ['certificate-expired', { member: trained('2026-10-24') }],
    ['clock-unset', { member: trained('2026-10-30'), isClockSet: false }],
    ['certificate-missing', { member: trained(null, { certificates: [] }) }],
    ['member-suspended', { member: trained(null, { status: 'suspended', certificates: [] }) }],
    ['badge-unknown', { member: null }],
    ['machine-in-use', held('bruno')],
    ['ended', held('anna')],
    ['ended', { ...held('anna'), member: trained('2020-01-01') }],
    ['machine-ending', held('anna', { isEnding: true })],
    ['job-held', { hasJob: true, activity: 'paused' }],
    ['job-held', { hasJob: true }],
    ['granted', { hasJob: true, activity: 'alarm' }],
    ['reader-unassigned', { served: [] }],
    ['machine-unknown', { named: 'saws-2' }],
    ['machine-ambiguous', { served: ['lasers-0', 'saws-2'] }],
    ['machine-locked', { isLocked: true }],
    ['machine-problem', { hasLockingProblem: true }],
    ['machine-out-of-order', { mode: 'out-of-order', member: steward }],
    ['certificate-level', { mode: 'maintenance' }],
    ['machine-in-maintenance', { mode: 'maintenance', member: trained(null, maintains) }],
    ['granted', { mode: 'maintenance', member: steward }],
    ['space-closed', { atMs: at('2026-10-27T23:00:00Z') }],
    ['granted', { atMs: at('2026-10-27T23:00:00Z'), member: steward }],
    // Saturday's evening is open until half past two on Sunday.
    ['granted', { atMs: at('2026-10-31T22:00:00Z') }],
    ['clock-unset', { isClockSet: false }],
    ['space-full', { inside: 50 }],
    ['granted', { inside: 50, isInside: true }],
    ['machine-latched', { isLatched: true }],
    ['monitor-silent', { badMonitors: ['silent'] }],
    ['monitor-bad', { badMonitors: ['limit'] }],
    ['monitor-bad or monitor-silent', { badMonitors: ['limit', 'silent'] }],
    ['machine-in-use', held('bruno', { offeredAgoMs: 60_000 })],
    ['handed-over', held('bruno', { offeredAgoMs: 59_999 })],
    ['offered', { ...held('anna'), offers: true }],
    ['people-missing', { machine: saw, inside: 0 }],
    ['granted', { machine: saw, inside: 1 }],
    ['quiet-hours', { machine: saw, atMs: at('2026-10-27T20:30:00Z') }],
    ['ended or kept', { ...held('anna', { heldMs: 1_200_000 }), machine: printer }],
    ['entered', { entrance: 'both', served: [] }],
    ['left', { entrance: 'both', served: [], isInside: true, atMs: at('2026-10-27T23:00:00Z') }],
    ['entrance-leave-only', { entrance: 'out', served: [] }],
    ['badge-unknown', { entrance: 'both', served: [], member: null }],
    [
      'certificate-missing',
      { member: trained(null, { certificates: maintains.certificates?.slice(1) ?? [] }) },
    ],
    ['certificate-unused', { machine: kiln, member: fires, today: '2026-10-23' }],
    ['granted', { machine: kiln, member: fires, today: '2026-10-22' }],
    ['clock-unset', { machine: kiln, member: fires, isClockSet: false }],
    ['membership-ended', { member: trained(null, { until: '2026-10-24' }) }],
    ['membership-not-begun', { member: trained(null, { from: '2026-10-26' }) }],
    ['plan-hours', { plan: evening }],
    ['granted', { plan: evening, member: steward }],
    ['granted', { plan: evening, atMs: at('2026-10-27T16:00:00Z') }],
    // A trainer comes to a learner who was refused, or the learner to a trainer who has just begun.
    ['granted', { member: trainer, learner }],
    ['certificate-missing', { member: trained(null, { certificates: [] }), learner }],
    ['granted or certificate-missing', { member: learner.member, ...held('tom'), holderTrained: teaching }],
    [
      'certificate-missing',
      { member: learner.member, ...held('tom', { heldMs: 60_001 }), holderTrained: teaching },
    ],
    ['ended', held('bruno', { trainer: 'anna' })],
  ])('says %s to %j', (words, change) => {
    const expected = expectTap(facts(change)).map((word) => word.replace('refused ', ''));
    expect(expected.join(' or ')).toBe(words);
  });

  it('knows that the doubled hour can be read in two ways', () => {
    // 02:30 comes twice in that night.
    const night = { atMs: at('2026-10-25T00:45:00Z') };
    expect(expectTap(facts(night))).toEqual(['refused space-closed', 'granted']);
  });
});
