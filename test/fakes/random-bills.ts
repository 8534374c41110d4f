// Random tariffs and uses, as hostile as a workshop may be: hours of the peak over midnight, nights on which the clock is
// changed, gaps, uses by hand that are withdrawn, segments cut anywhere, in any order and twice. The same seed, the same.

import { weekdays } from '../../src/domain/access/week.ts';
import type { Metered } from '../../src/domain/billing/rate.ts';
import type { SegmentClosed } from '../../src/domain/journal/entry.ts';
import type { Tariff, TariffClock } from '../../src/domain/machine/tariff.ts';
import { type OracleUse, peakAt, type Stretch, type TariffText, wallOf } from './rating-oracle.ts';

export type RandomBill = {
  readonly zone: string;
  readonly tariffs: readonly TariffText[];
  readonly uses: readonly OracleUse[];
  readonly metered: ReadonlyMap<string, readonly Metered[]>;
};

const minute = 60_000;
/** Evenings before the clock is put forward and back, the end of a month, and a day of no note. */
const evenings = ['2026-03-28T20:00Z', '2026-10-24T20:00Z', '2026-11-30T19:00Z', '2026-07-15T06:00Z'];
const zones = ['Europe/Rome', 'America/New_York', 'UTC', 'Asia/Kolkata'];

export function randomBill(seed: number): RandomBill {
  const chance = chanceOf(seed);
  const zone = chance.one(zones);
  const nearMs = Date.parse(chance.one(evenings));
  const tariffs = randomTariffs(chance, new Date(nearMs + 86_400_000).toISOString().slice(0, 10));
  const rates = { tariffs: tariffs.map(toTariff), timezone: zone };
  const uses: OracleUse[] = [];
  const metered = new Map<string, readonly Metered[]>();
  const count = 1 + chance.below(5);
  for (let i = 0; i < count; i++) {
    const byHand = chance.below(5) === 0;
    const use: OracleUse = {
      session: `s${seed}-${i}`,
      member: chance.one(['anna', 'bruno']),
      pool: 'lasers',
      plan: chance.one([undefined, 'night']),
      team: chance.one([null, 'volta']),
      stretches: byHand ? [handStretch(chance, nearMs)] : randomStretches(chance, nearMs),
      withdrawn: byHand && chance.below(2) === 0,
    };
    uses.push(use);
    const segments = segmentsOf(use, { chance, zone, tariffs, byHand });
    metered.set(use.session, shuffled(meteredOf(use, segments, { rates, byHand }), chance));
  }
  return { zone, tariffs, uses, metered };
}

type Chance = ReturnType<typeof chanceOf>;

/** Mulberry32. */
function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, one: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}

function randomTariffs(chance: Chance, changeDay: string): readonly TariffText[] {
  const one = (from: string, whom: Partial<TariffText>): TariffText => {
    const perHour: Record<string, number> = {
      [chance.one(['loaded', 'powered', 'working', 'operating'])]: chance.below(5_000),
    };
    if (chance.below(3) === 0) perHour.laserOn = chance.below(2_000);
    if (chance.below(4) === 0) perHour.loaded = chance.below(500);
    const some = <T>(of: number, value: () => T): T | undefined =>
      chance.below(of) === 0 ? value() : undefined;
    const text = {
      pool: 'lasers',
      from,
      ...whom,
      perHour,
      start: some(3, () => chance.below(500)),
      minimum: some(3, () => chance.below(1_000)),
      freeMinutes: some(4, () => 1 + chance.below(15)),
      stepMinutes: some(4, () => chance.one([1, 5, 15, 60])),
      peak: some(2, () => ({
        days: [0, 1, 2, 3, 4, 5, 6].filter(() => chance.below(3) > 0),
        from: chance.below(96) * 15,
        to: chance.below(96) * 15,
        percent: chance.one([0, 50, 125, 150, 333]),
      })),
      caps: {
        ...def(
          'session',
          some(4, () => 200 + chance.below(4_000)),
        ),
        ...def(
          'day',
          some(4, () => 200 + chance.below(6_000)),
        ),
        ...def(
          'month',
          some(5, () => 500 + chance.below(9_000)),
        ),
      },
      perKwhMillionths: some(3, () => chance.below(90_000_000)),
    };
    if (text.peak && (text.peak.days.length === 0 || text.peak.from === text.peak.to)) text.peak = undefined;
    return Object.fromEntries(
      Object.entries(text).filter(([, value]) => value !== undefined),
    ) as unknown as TariffText;
  };
  const list = [one('2026-01-01', {})];
  if (chance.below(3) === 0) list.push(one(changeDay, {}));
  if (chance.below(3) === 0) list.push(one('2026-02-01', { plan: 'night' }));
  if (chance.below(3) === 0) list.push(one('2026-02-01', { team: 'volta' }));
  if (chance.below(6) === 0) list.push(one('2026-02-01', { team: 'volta', plan: 'night' }));
  return list;
}

const def = (key: string, value: number | undefined) => (value === undefined ? {} : { [key]: value });

function toTariff(text: TariffText): Tariff {
  const [[clock = 'operating', rate = 0] = [], ...also] = Object.entries(text.perHour);
  const { plan, team, peak } = text;
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const caps = Object.fromEntries(
    Object.entries(text.caps).map(([key, most]) => [`${key}Minor`, String(most)]),
  );
  return {
    pool: text.pool,
    from: text.from,
    perHourMinor: String(rate),
    clock: clock as TariffClock,
    ...(plan === undefined && team === undefined
      ? {}
      : { for: { ...(plan === undefined ? {} : { plan }), ...(team === undefined ? {} : { team }) } }),
    ...(also.length === 0
      ? {}
      : { also: also.map(([name, price]) => ({ clock: name as TariffClock, perHourMinor: String(price) })) }),
    ...(text.start === undefined ? {} : { startMinor: String(text.start) }),
    ...(text.minimum === undefined ? {} : { minimumMinor: String(text.minimum) }),
    ...(text.freeMinutes === undefined ? {} : { graceMs: text.freeMinutes * minute }),
    ...(text.stepMinutes === undefined ? {} : { stepMs: text.stepMinutes * minute }),
    ...(peak === undefined
      ? {}
      : {
          peak: {
            hours: [
              {
                days: peak.days.map((day) => weekdays[day] ?? 'mo'),
                from: time(peak.from),
                to: time(peak.to),
              },
            ],
            percent: peak.percent,
          },
        }),
    caps,
    ...(text.perKwhMillionths === undefined ? {} : { perKwhMinor: (text.perKwhMillionths / 1e6).toFixed(6) }),
  };
}

const quietly = { laserMs: 0, mwh: 0 };

function handStretch(chance: Chance, nearMs: number): Stretch {
  const fromMs = nearMs + chance.below(24 * 60) * minute;
  return { fromMs, toMs: fromMs + (1 + chance.below(400)) * minute, runs: 4, ...quietly };
}

/** Up to a dozen; after a restart or a jump of the clock the next one begins later. */
function randomStretches(chance: Chance, nearMs: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let atMs = nearMs + chance.below(40 * 60 * minute);
  const count = 1 + chance.below(12);
  for (let i = 0; i < count; i++) {
    const toMs = atMs + 1 + chance.below(chance.one([minute, 20 * minute, 120 * minute]));
    const runs = chance.below(5) as Stretch['runs'];
    found.push({ fromMs: atMs, toMs, runs, ...quietly });
    atMs = toMs + (chance.below(8) === 0 ? chance.below(300 * minute) : 0);
  }
  return found;
}

type Making = {
  readonly chance: Chance;
  readonly zone: string;
  readonly tariffs: readonly TariffText[];
  readonly byHand: boolean;
};

type Cut = { readonly pieces: Stretch[] };

/**
 * Cut where another price may hold, as the tick does, unless one thing went on over it; and anywhere else. What the beam
 * and the meter in the switch told is of a piece; the stretches of the use are cut to the same pieces.
 */
function segmentsOf(use: OracleUse, { chance, zone, tariffs, byHand }: Making): readonly Cut[] {
  const pieces: (Stretch & { readonly cut: boolean })[] = [];
  for (const { fromMs, toMs, runs } of use.stretches) {
    let atMs = fromMs;
    do {
      const edgeMs = edgeAfter(atMs, toMs, { zone, tariffs });
      const endMs = byHand ? toMs : Math.min(edgeMs, toMs, atMs + 1 + chance.below(90 * minute));
      const laserMs = runs === 4 && !byHand ? chance.below(endMs - atMs + 1) : byHand ? endMs - atMs : 0;
      const mwh = byHand || runs === 0 ? 0 : chance.below(3_000_000);
      const cut = endMs === edgeMs || endMs === toMs;
      pieces.push({ fromMs: atMs, toMs: endMs, runs, laserMs, mwh, cut });
      atMs = endMs;
    } while (atMs < toMs);
  }
  (use as { stretches: readonly Stretch[] }).stretches = pieces;
  const cuts: Cut[] = [];
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    const goesOn = before?.toMs === piece.fromMs && !isEdge(piece.fromMs, { zone, tariffs });
    if (goesOn && chance.below(2) === 0) cuts.at(-1)?.pieces.push(piece);
    else cuts.push({ pieces: [piece] });
  }
  return cuts;
}

type Where = Pick<Making, 'zone' | 'tariffs'>;

function isEdge(atMs: number, { zone, tariffs }: Where): boolean {
  const [now, before] = [wallOf(atMs, zone), wallOf(atMs - 1, zone)];
  if (now.day !== before.day) return true;
  return tariffs.some(({ peak }) => peak && peakAt(peak, atMs, zone) !== peakAt(peak, atMs - 1, zone));
}

function edgeAfter(atMs: number, toMs: number, where: Where): number {
  for (let edgeMs = (Math.floor(atMs / minute) + 1) * minute; edgeMs < toMs; edgeMs += minute)
    if (isEdge(edgeMs, where)) return edgeMs;
  return toMs;
}

function meteredOf(
  use: OracleUse,
  cuts: readonly Cut[],
  { rates, byHand }: { rates: Pick<Metered, 'tariffs' | 'timezone'>; byHand: boolean },
): readonly Metered[] {
  const hand = { by: 'bruno', atMs: 0 };
  const entered = { ...hand, why: 'other' as const };
  const made = cuts.map(({ pieces }, index): Metered => {
    const segment = segmentOf(use, { pieces, index, byHand });
    return { ...rates, segment, ...(byHand ? { byHand: { entered, withdrawn: null } } : {}) };
  });
  const [first] = made;
  if (!use.withdrawn || !first) return made;
  const withdrawn = { ...hand, why: 'mistake' as const };
  return [
    ...made,
    { ...first, segment: { ...first.segment, index: made.length }, byHand: { entered, withdrawn } },
  ];
}

function segmentOf(
  use: OracleUse,
  { pieces, index, byHand }: { pieces: readonly Stretch[]; index: number; byHand: boolean },
): SegmentClosed {
  const { session, member, pool, plan, team } = use;
  const ms = (level: number): number =>
    sum(pieces.map(({ runs, fromMs, toMs }) => (runs > level ? toMs - fromMs : 0)));
  const told = { onMs: sum(pieces.map(({ laserMs }) => laserMs)), gapMs: 0 };
  return {
    session,
    index,
    machine: 'laser',
    pool,
    member,
    team,
    costCode: null,
    ...(plan === undefined ? {} : { plan }),
    sessionFromMs: use.stretches[0]?.fromMs ?? 0,
    fromMs: pieces[0]?.fromMs ?? 0,
    toMs: pieces.at(-1)?.toMs ?? 0,
    clocks: { loadedMs: ms(0), poweredMs: ms(1), workingMs: ms(2), operatingMs: ms(3) },
    gapMs: 0,
    ...(byHand
      ? {}
      : {
          laserOn: told,
          energy: { mwh: sum(pieces.map(({ mwh }) => mwh)), how: 'metered' as const, unmeasuredMs: 0 },
        }),
    why: 'length',
  };
}

/** Late, early and twice. */
function shuffled(metered: readonly Metered[], chance: Chance): readonly Metered[] {
  const found = [...metered, ...metered.filter(() => chance.below(10) === 0)];
  for (let i = found.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [found[i], found[j]] = [found[j] as Metered, found[i] as Metered];
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
