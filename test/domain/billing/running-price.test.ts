// What a running session is told to cost: by steps, within the caps of its day, with its energy and its beam; always what
// its bill would be.

import { describe, expect, it } from 'vitest';
import { rateSession } from '../../../src/domain/billing/rate.ts';
import { type Beside, runningPrice } from '../../../src/domain/billing/running-price.ts';
import type { Tariff } from '../../../src/domain/machine/tariff.ts';
import { createHistory } from '../../fakes/history.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

const minuteMs = 60_000;

const plain: Tariff = { pool: 'lasers', from: '2026-01-01', perHourMinor: '600', clock: 'operating' };

/** The laser has run for so long, held by anna. */
function running(tariff: Partial<Tariff>, ms: number) {
  const workshop = { ...sampleWorkshop, tariffs: [{ ...plain, ...tariff }] };
  const history = createHistory({ workshop });
  const session = history.start('laser', 'anna');
  history.power('laser-plug', true);
  history.report('laser', 'running');
  history.clock.advance(ms);
  const rates = { tariffs: workshop.tariffs, timezone: workshop.space.timezone };
  const price = (beside?: Beside) => runningPrice(history.state, session, history.stamp(), beside);
  return { history, session, rates, price };
}

describe('a price in steps', () => {
  it('says when the next one begins and what it costs', () => {
    const { price, history } = running({ stepMs: 15 * minuteMs }, 10 * minuteMs);
    expect(price()).toMatchObject({
      minor: 150n,
      perHourMinor: 0n,
      step: { leftMs: 5 * minuteMs, minor: 150n },
    });
    history.clock.advance(5 * minuteMs + 1);
    expect(price()).toMatchObject({ minor: 300n, step: { leftMs: 15 * minuteMs - 1 } });
  });

  it('has no next one while the clock stands, or where it costs no more', () => {
    const { price, history } = running({ stepMs: 15 * minuteMs, caps: { sessionMinor: '150' } }, minuteMs);
    expect(price()?.step).toBeNull();
    const other = running({ stepMs: 15 * minuteMs }, minuteMs);
    other.history.report('laser', 'idle');
    expect(other.price()?.step).toBeNull();
    expect(history.state.sessions.size).toBe(1);
  });
});

describe('a price under a cap of the day', () => {
  it('is what the cap leaves, and says that it was reached', () => {
    const { price, session, rates } = running({ caps: { dayMinor: '500' } }, 30 * minuteMs);
    const before = { ...session, sessionFromMs: session.startedAtMs - 3_600_000 };
    const used = {
      ...{ session: 'earlier', index: 0, machine: 'laser', pool: 'lasers', member: 'anna', team: null },
      ...{ costCode: null, gapMs: 0, why: 'ending' as const, sessionFromMs: before.sessionFromMs },
      ...{ fromMs: before.sessionFromMs, toMs: before.sessionFromMs + 24 * minuteMs },
      clocks: { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 },
    };
    const clocks = { ...used.clocks, loadedMs: 24 * minuteMs, operatingMs: 24 * minuteMs };
    const others = [rateSession([{ segment: { ...used, clocks }, ...rates }])];
    // 240 of the day are gone: of the 300 of this session 260 are left.
    expect(price()).toMatchObject({ minor: 300n, cap: null });
    expect(price({ uses: { own: [], others } })).toMatchObject({ minor: 260n, cap: 'day', perHourMinor: 0n });
    expect(price({ uses: { own: [], others: [] } })).toMatchObject({ minor: 300n, cap: null });
  });
});

describe('a price of energy and of a beam', () => {
  it('holds what the open segment has drawn, and grows by the watts of now', () => {
    const { price } = running({ perHourMinor: '0', perKwhMinor: '30' }, 10 * minuteMs);
    const energy = { mwh: 2_000_000, how: 'metered', unmeasuredMs: 0 } as const;
    // A kilowatt for an hour at 30.
    expect(price({ open: { energy }, now: { watts: 1_000, on: [] } })).toMatchObject({
      minor: 60n,
      perHourMinor: 30n,
    });
    expect(price()).toMatchObject({ minor: 0n, perHourMinor: 0n });
  });

  it('counts the beam for as long as it was on, and while it is', () => {
    const { price } = running({ perHourMinor: '6000', clock: 'laserOn' }, 10 * minuteMs);
    const open = { laserOn: { onMs: 3 * minuteMs, gapMs: 0 } };
    expect(price({ open, now: { watts: 0, on: ['laserOn'] } })).toMatchObject({
      minor: 300n,
      perHourMinor: 6000n,
    });
    expect(price({ open, now: { watts: 0, on: [] } })).toMatchObject({ minor: 300n, perHourMinor: 0n });
  });
});
