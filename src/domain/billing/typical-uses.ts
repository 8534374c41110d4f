// Five uses as people know them, priced by the very rules that bill: what they cost from a day on under a list of tariffs. They
// are examples and nobody's use.

import { startOfDay, stretchAfter } from '../access/week.ts';
import type { SegmentClosed } from '../journal/entry.ts';
import type { Tariff } from '../machine/tariff.ts';
import type { Minor } from '../money.ts';
import { hourMs, minuteMs } from '../time.ts';
import { type Rates, rateSession } from './rate.ts';

export type TypicalUse = 'quick' | 'hour' | 'long' | 'peak' | 'energy';

/** Held for so long, running for so long, with so much energy. */
const uses: readonly (readonly [use: TypicalUse, heldMs: number, runningMs: number, wh: number])[] = [
  ['quick', 15 * minuteMs, 10 * minuteMs, 100],
  ['hour', hourMs, 45 * minuteMs, 500],
  ['long', 4 * hourMs, 3 * hourMs, 2_000],
  ['peak', hourMs, 45 * minuteMs, 500],
  ['energy', 2 * hourMs, 90 * minuteMs, 5_000],
];

/** @param tariff the one whose people and hours the examples are of; it need not be among the rates */
export function typicalUses(tariff: Tariff, rates: Rates): readonly { use: TypicalUse; minor: Minor }[] {
  const dawnMs = startOfDay(tariff.from, rates.timezone);
  const noonMs = dawnMs + 12 * hourMs;
  const hours = tariff.peak && { open: tariff.peak.hours, closed: [] };
  const peakMs = hours && stretchAfter({ hours, timezone: rates.timezone }, dawnMs - 1)?.fromMs;
  return uses.map(([use, heldMs, runningMs, wh]) => {
    const fromMs = use === 'peak' ? (peakMs ?? noonMs) : noonMs;
    const segment = segmentOf(tariff, { fromMs, heldMs, runningMs, mwh: wh * 1_000 });
    const minor = rateSession([{ segment, ...rates }]).reduce((sum, one) => sum + one.minor, 0n);
    return { use, minor };
  });
}

type Held = {
  readonly fromMs: number;
  readonly heldMs: number;
  readonly runningMs: number;
  readonly mwh: number;
};

function segmentOf(tariff: Tariff, { fromMs, heldMs, runningMs, mwh }: Held): SegmentClosed {
  const { pool, for: whom } = tariff;
  const on = { onMs: runningMs, gapMs: 0 };
  return {
    ...{ session: 'typical', index: 0, machine: pool, pool, member: 'typical', costCode: null },
    team: whom?.team ?? null,
    ...(whom?.plan === undefined ? {} : { plan: whom.plan }),
    ...{ sessionFromMs: fromMs, fromMs, toMs: fromMs + heldMs, gapMs: 0, why: 'ending' },
    clocks: { loadedMs: heldMs, poweredMs: heldMs, workingMs: runningMs, operatingMs: runningMs },
    ...{ laserOn: on, spindleOn: on },
    energy: { mwh, how: 'metered', unmeasuredMs: 0 },
  };
}
