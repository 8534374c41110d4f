// Histories in which metered segments, uses entered by hand and withdrawals come in any order, for properties of the
// bill and the diary; and entries of both kinds to begin with.

import fc from 'fast-check';
import type { EntryBody, SegmentClosed } from '../../src/domain/journal/entry.ts';
import type { UsageEntered } from '../../src/domain/journal/usage-entries.ts';
import { createHistory, type History } from './history.ts';
import { sampleWorkshop } from './sample-workshop.ts';

const sampleUse = (changed: Partial<UsageEntered> = {}): UsageEntered => ({
  session: 'use-1',
  machine: 'laser',
  pool: 'lasers',
  member: 'anna',
  team: null,
  costCode: null,
  fromMs: Date.parse('2026-11-20T17:00:00Z'),
  toMs: Date.parse('2026-11-20T18:30:00Z'),
  by: 'bruno',
  why: 'gateway-away',
  noteDigest: null,
  ...changed,
});

export const enteredBody = (changed: Partial<UsageEntered> = {}): EntryBody => ({
  type: 'usage-entered',
  data: sampleUse(changed),
});

export const withdrawnBody = (session = 'use-1', machine = 'laser'): EntryBody => ({
  type: 'usage-withdrawn',
  data: { session, machine, by: 'bruno', why: 'mistake' },
});

/** What happens next; `pick` chooses which open use is withdrawn. */
export type Deed =
  | { readonly deed: 'segment'; readonly pool: string; readonly member: string; readonly ms: number }
  | { readonly deed: 'enter'; readonly pool: string; readonly member: string; readonly ms: number }
  | { readonly deed: 'withdraw'; readonly pick: number }
  | { readonly deed: 'reprice'; readonly perHourMinor: number };

const pool = fc.constantFrom('lasers', 'saws', 'looms');
const member = fc.constantFrom('anna', 'bruno');
const ms = fc.integer({ min: 1, max: 5 * 3_600_000 });

export const anyDeeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant('segment' as const), pool, member, ms }),
    fc.record({ deed: fc.constant('enter' as const), pool, member, ms }),
    fc.record({ deed: fc.constant('withdraw' as const), pick: fc.nat(20) }),
    fc.record({ deed: fc.constant('reprice' as const), perHourMinor: fc.integer({ min: 0, max: 99_999 }) }),
  ),
  { maxLength: 30 },
);

/** Lives the deeds one after the other; the clock of the history moves with each. */
export function liveDeeds(deeds: readonly Deed[], fromMs: number): History {
  const history = createHistory();
  history.clock.jump(fromMs - history.clock.wallMs());
  const open: UsageEntered[] = [];
  for (const [index, one] of deeds.entries()) {
    if (one.deed === 'withdraw') {
      const [use] = open.splice(one.pick % Math.max(1, open.length), 1);
      if (use) history.add(withdrawnBody(use.session, use.machine));
      continue;
    }
    if (one.deed === 'reprice') {
      const tariffs = sampleWorkshop.tariffs.map((tariff) => ({
        ...tariff,
        perHourMinor: String(one.perHourMinor),
      }));
      history.add({ type: 'workshop-described', data: { workshop: { ...sampleWorkshop, tariffs } } });
      continue;
    }
    const startMs = history.clock.wallMs();
    history.clock.advance(one.ms);
    const span = { fromMs: startMs, toMs: startMs + one.ms };
    const who = { session: `s-${index}`, machine: `m-${one.pool}`, pool: one.pool, member: one.member };
    if (one.deed === 'segment') {
      history.add({ type: 'segment-closed', data: segment({ ...who, ...span }) });
      const { session, machine } = who;
      history.add({ type: 'session-ended', data: { session, machine, power: 'off' } });
    } else {
      const use = sampleUse({ ...who, ...span });
      open.push(use);
      history.add({ type: 'usage-entered', data: use });
    }
  }
  return history;
}

function segment(
  held: Pick<SegmentClosed, 'session' | 'machine' | 'pool' | 'member' | 'fromMs' | 'toMs'>,
): SegmentClosed {
  const ms = held.toMs - held.fromMs;
  const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
  return {
    ...held,
    index: 0,
    team: null,
    costCode: null,
    sessionFromMs: held.fromMs,
    clocks,
    gapMs: 0,
    why: 'ending',
  };
}
