// The model by which simulated lives are judged, as a table: what the README promises to a member who taps.

import { describe, expect, it } from 'vitest';
import type { MemberRecorded } from '../../src/domain/journal/entry.ts';
import { expectTap, type TapFacts } from '../../src/simulation/model/access-rules.ts';
import { createShop } from '../../src/simulation/shop.ts';

const { workshop } = createShop({ members: 1, machines: 8, fromDay: '2026-10-24' });
const laser = workshop.machines['lasers-0'] ?? null;
const trained = (until: string | null, change: Partial<MemberRecorded> = {}): MemberRecorded => ({
  member: 'anna',
  status: 'active',
  team: null,
  roles: ['member'],
  certificates: [{ certificate: 'laser', until }],
  badges: ['badge-1'],
  shown: false,
  digest: '',
  ...change,
});
const facts = (change: Partial<TapFacts>): TapFacts => ({
  served: ['lasers-0'],
  named: null,
  machine: laser,
  member: trained(null),
  holder: null,
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
    ['machine-in-use', { holder: { member: 'bruno', isEnding: false } }],
    ['ended', { holder: { member: 'anna', isEnding: false } }],
    ['ended', { holder: { member: 'anna', isEnding: false }, member: trained('2020-01-01') }],
    ['machine-ending', { holder: { member: 'anna', isEnding: true } }],
    ['job-held', { hasJob: true, activity: 'paused' }],
    ['job-held', { hasJob: true }],
    ['granted', { hasJob: true, activity: 'alarm' }],
    ['reader-unassigned', { served: [] }],
    ['machine-unknown', { named: 'saws-2' }],
    ['machine-ambiguous', { served: ['lasers-0', 'saws-2'] }],
  ])('says %s to %j', (word, change) => {
    const expected = expectTap(facts(change));
    expect(expected.outcome === 'refused' ? expected.code : expected.outcome).toBe(word);
  });
});
