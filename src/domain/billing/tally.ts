// What a session has used of everything that costs something, and the price of that: a function of the sums alone, so that
// it does not matter how the session was cut into parts. Prices are exact; they are rounded once, where they become money.

import type { HourRate, Material, Tariff, TariffClock } from '../machine/tariff.ts';
import { divideRounded, type Minor } from '../money.ts';
import { tariffHash } from './tariff-hash.ts';

/** Plain data: it stands in the state, and is copied with it. */
export type Tally = {
  /** Time on the loaded clock: by it a session was too short to cost anything. */
  loadedMs: number;
  /** What was promised for the session as a whole: of the tariff under which it began. */
  terms: Terms | null;
  /** In the order in which they came. */
  readonly rows: Row[];
  /** Steps: how far each clock ran, and how far it is charged. */
  readonly steps: { readonly key: string; runMs: number; chargedMs: number }[];
  /** Exact price beyond a ceiling, which only came to light when the part was over. */
  waivedUnits: string;
};

type Terms = Pick<Tariff, 'startMinor' | 'minimumMinor' | 'graceMs'> & { readonly capMinor?: string };

/** Milliseconds of a clock at a factor, milliwatt-hours, or thousandths of the unit of a material. */
type Row = {
  readonly what: 'time' | 'energy' | 'material';
  readonly hash: string;
  readonly clock: TariffClock | null;
  readonly percent: number;
  /** Minor units per hour, per kilowatt-hour, or per unit. */
  readonly rate: string;
  readonly material?: NamedMaterial;
  amount: number;
};

type NamedMaterial = Pick<Material, 'id' | 'name' | 'unit'>;

/** What a line is made of: its amounts add up to that of the line. */
export type Component = {
  readonly what:
    | ('time' | 'energy' | 'material' | 'start' | 'minimum' | 'correction')
    | ('cap-session' | 'cap-day' | 'cap-month' | 'ceiling' | 'credit');
  readonly clock: TariffClock | null;
  /** Exact, in `unit`; null where it is an amount without a quantity. */
  readonly quantity: number | null;
  readonly unit: 'ms' | 'mwh' | 'thousandth' | null;
  /** Minor units per hour, per kilowatt-hour, or per unit of the material. */
  readonly rate: string | null;
  readonly percent: number;
  /** Left out of all others. */
  readonly material?: NamedMaterial;
  readonly minor: Minor;
};

/** Price is counted exactly, in parts of a minor unit: an hour, a millionth of a minor unit, a percent. */
export const unitsPerMinor = 3_600_000n * 1_000_000n * 100n;
/** A milliwatt-hour of a millionth of a minor unit per kilowatt-hour. */
const energyUnits = 360n;
/** A thousandth of a unit of a millionth of a minor unit per unit. */
const materialUnits = 360_000n;

export const emptyTally = (): Tally => ({ loadedMs: 0, terms: null, rows: [], steps: [], waivedUnits: '0' });

export const copyTally = (tally: Tally): Tally => ({
  ...tally,
  rows: tally.rows.map((row) => ({ ...row })),
  steps: tally.steps.map((step) => ({ ...step })),
});

/** What one band of one part adds. */
export type Share = {
  readonly tariff: Tariff | null;
  readonly percent: number;
  readonly loadedMs: number;
  clockMs(clock: TariffClock): number;
  readonly mwh: number;
  /** It then is nothing but that. */
  readonly material?: { readonly id: string; readonly amount: number };
};

export function addShare(tally: Tally, share: Share): void {
  const { tariff } = share;
  tally.loadedMs += share.loadedMs;
  if (!tariff) return;
  if (share.material) {
    addMaterial(tally, tariff, share.material);
    return;
  }
  tally.terms ??= termsOf(tariff);
  addTime(tally, tariff, { share, rate: tariff });
  for (const rate of tariff.also ?? []) addTime(tally, tariff, { share, rate });
  if (tariff.perKwhMinor === undefined || share.mwh <= 0) return;
  const row = { what: 'energy', hash: tariffHash(tariff), clock: null, percent: 100 } as const;
  rowOf(tally, { ...row, rate: tariff.perKwhMinor }).amount += share.mwh;
}

/** No start, minimum, free time or cap goes with it. */
function addMaterial(tally: Tally, tariff: Tariff, { id, amount }: NonNullable<Share['material']>): void {
  const found = tariff.materials?.find((one) => one.id === id);
  if (!found) return;
  tally.terms ??= {};
  const { perUnitMinor: rate, ...material } = found;
  const row = {
    what: 'material',
    hash: tariffHash(tariff),
    clock: null,
    percent: 100,
    rate,
    material,
  } as const;
  rowOf(tally, row).amount += amount;
}

function addTime(tally: Tally, tariff: Tariff, { share, rate }: { share: Share; rate: HourRate }): void {
  const ms = share.clockMs(rate.clock);
  if (ms <= 0) return;
  const hash = tariffHash(tariff);
  const charged = tariff.stepMs === undefined ? ms : startedSteps(tally, { hash, ms, rate }, tariff.stepMs);
  const { percent } = share;
  const row = rowOf(tally, { what: 'time', hash, clock: rate.clock, percent, rate: rate.perHourMinor });
  row.amount += charged;
}

/** A step is charged as a whole, at the factor of the moment at which it began. */
function startedSteps(
  { steps }: Tally,
  { hash, rate, ms }: { hash: string; rate: HourRate; ms: number },
  stepMs: number,
): number {
  const key = `${hash} ${rate.clock}`;
  let step = steps.find((one) => one.key === key);
  if (!step) {
    step = { key, runMs: 0, chargedMs: 0 };
    steps.push(step);
  }
  step.runMs += ms;
  const beforeMs = step.chargedMs;
  step.chargedMs = Math.ceil(step.runMs / stepMs) * stepMs;
  return step.chargedMs - beforeMs;
}

function rowOf(tally: Tally, wanted: Omit<Row, 'amount'>): Row {
  for (const row of tally.rows) if (isSameRow(row, wanted)) return row;
  const row = { ...wanted, amount: 0 };
  tally.rows.push(row);
  return row;
}

const isSameRow = (row: Row, wanted: Omit<Row, 'amount'>): boolean =>
  row.hash === wanted.hash &&
  row.clock === wanted.clock &&
  row.percent === wanted.percent &&
  row.material?.id === wanted.material?.id;

function termsOf({ startMinor, minimumMinor, graceMs, caps }: Tariff): Terms {
  return {
    ...(startMinor === undefined ? {} : { startMinor }),
    ...(minimumMinor === undefined ? {} : { minimumMinor }),
    ...(graceMs === undefined ? {} : { graceMs }),
    ...(caps?.sessionMinor === undefined ? {} : { capMinor: caps.sessionMinor }),
  };
}

type Piece = Omit<Component, 'minor'> & { readonly units: bigint };

/** The exact price. Nothing is charged before the machine was on, nor within the time that is free. */
export function priceUnits(tally: Tally): bigint {
  const { terms, waivedUnits } = tally;
  if (!terms || isFree(tally)) return 0n;
  let units = BigInt(terms.startMinor ?? '0') * unitsPerMinor;
  for (const row of tally.rows) units += unitsOfRow(row);
  const least = BigInt(terms.minimumMinor ?? '0') * unitsPerMinor;
  if (units < least) units = least;
  const most = terms.capMinor === undefined ? null : BigInt(terms.capMinor) * unitsPerMinor;
  if (most !== null && units > most) units = most;
  units -= BigInt(waivedUnits);
  return units < 0n ? 0n : units;
}

export const priceMinor = (tally: Tally): Minor => divideRounded(priceUnits(tally), unitsPerMinor);

/** In the order in which they are added up; the same sum as `priceMinor`, whatever was rounded. */
export function componentsOf(tally: Tally): readonly Component[] {
  const { terms } = tally;
  const isCharged = terms !== null && !isFree(tally);
  let units = 0n;
  let minor = 0n;
  const found: Component[] = [];
  for (const { units: own, ...piece } of piecesOf(tally, isCharged ? terms : null)) {
    units += own;
    const upToHere = divideRounded(units < 0n ? 0n : units, unitsPerMinor);
    found.push({ ...piece, minor: upToHere - minor });
    minor = upToHere;
  }
  return found;
}

function piecesOf(tally: Tally, terms: Terms | null): readonly Piece[] {
  const pieces: Piece[] = tally.rows.map((row) => ({
    what: row.what,
    clock: row.clock,
    quantity: row.amount,
    unit: unitOf[row.what],
    rate: row.rate,
    percent: row.percent,
    ...(row.material && { material: row.material }),
    units: terms ? unitsOfRow(row) : 0n,
  }));
  if (!terms) return pieces;
  let units = pieces.reduce((sum, piece) => sum + piece.units, 0n);
  const add = (what: Component['what'], own: bigint): void => {
    if (own === 0n) return;
    pieces.push({ what, clock: null, quantity: null, unit: null, rate: null, percent: 100, units: own });
    units += own;
  };
  add('start', BigInt(terms.startMinor ?? '0') * unitsPerMinor);
  const least = BigInt(terms.minimumMinor ?? '0') * unitsPerMinor;
  if (units < least) add('minimum', least - units);
  const most = terms.capMinor === undefined ? null : BigInt(terms.capMinor) * unitsPerMinor;
  if (most !== null && units > most) add('cap-session', most - units);
  add('ceiling', -BigInt(tally.waivedUnits));
  return pieces;
}

const unitOf = { time: 'ms', energy: 'mwh', material: 'thousandth' } as const;

/** A material needs no machine that was on. */
const isFree = ({ loadedMs, terms, rows }: Tally): boolean =>
  rows[0]?.what !== 'material' &&
  (loadedMs <= 0 || (terms?.graceMs !== undefined && loadedMs < terms.graceMs));

function unitsOfRow({ what, amount, rate, percent }: Row): bigint {
  const units = BigInt(amount) * millionths(rate);
  if (what === 'material') return units * materialUnits;
  return what === 'time' ? units * BigInt(percent) : units * energyUnits;
}

/** A price with at most six decimals, in millionths of a minor unit. */
function millionths(rate: string): bigint {
  const known = rates.get(rate);
  if (known !== undefined) return known;
  const [whole = '0', fraction = ''] = rate.split('.');
  const found = BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
  if (rates.size >= ratesLimit) rates.clear();
  rates.set(rate, found);
  return found;
}

// As many as tariffs have prices; a workshop has few.
const rates = new Map<string, bigint>();
const ratesLimit = 1_000;
