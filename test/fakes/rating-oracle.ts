// What a use must cost, from the words of a tariff alone: minute by minute on the clock on the wall, in exact fractions. It
// shares no code with the program, so that both must be right to agree.

/** A tariff as it is written in the file; money in whole minor units, small prices in millionths of one. */
export type TariffText = {
  readonly pool: string;
  readonly from: string;
  readonly plan?: string;
  readonly team?: string;
  readonly perHour: Readonly<Record<string, number>>;
  readonly start?: number;
  readonly minimum?: number;
  readonly freeMinutes?: number;
  readonly stepMinutes?: number;
  readonly peak?: {
    readonly days: readonly number[];
    readonly from: number;
    readonly to: number;
    readonly percent: number;
  };
  readonly caps: { readonly session?: number; readonly day?: number; readonly month?: number };
  readonly perKwhMillionths?: number;
};

/** A stretch in which the machine did one thing; days are 0 for Monday. */
export type Stretch = {
  readonly fromMs: number;
  readonly toMs: number;
  /** How many of loaded, powered, working, operating ran; none in a gap. */
  readonly runs: 0 | 1 | 2 | 3 | 4;
  readonly laserMs: number;
  readonly mwh: number;
};

export type OracleUse = {
  readonly session: string;
  readonly member: string;
  readonly pool: string;
  readonly plan: string | undefined;
  readonly team: string | null;
  readonly stretches: readonly Stretch[];
  readonly withdrawn: boolean;
};

const minute = 60_000;
const names = ['loaded', 'powered', 'working', 'operating'];

/** Session and local day → what it costs, minor units. */
export function oracleBill(uses: readonly OracleUse[], tariffs: readonly TariffText[], zone: string) {
  const days: { use: OracleUse; day: string; cost: bigint; tariff: TariffText | null }[] = [];
  for (const use of uses) days.push(...daysOf(use, tariffs, zone).map((one) => ({ use, ...one })));
  days.sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    const [one, other] = [a.use.stretches[0]?.fromMs ?? 0, b.use.stretches[0]?.fromMs ?? 0];
    return one !== other ? one - other : a.use.session < b.use.session ? -1 : 1;
  });
  const paid = new Map<string, bigint>();
  const bill = new Map<string, bigint>();
  for (const { use, day, cost, tariff } of days) {
    if (use.withdrawn) continue;
    const ofDay = `${use.member} ${use.pool} ${day}`;
    const ofMonth = ofDay.slice(0, -3);
    let due = cost;
    for (const [key, cap] of [
      [ofDay, tariff?.caps.day],
      [ofMonth, tariff?.caps.month],
    ] as const) {
      const left =
        BigInt(cap ?? Number.MAX_SAFE_INTEGER) -
        (tariff?.caps.day !== undefined || tariff?.caps.month !== undefined ? (paid.get(key) ?? 0n) : 0n);
      if (cap !== undefined && due > left) due = left < 0n ? 0n : left;
    }
    if (tariff?.caps.day !== undefined || tariff?.caps.month !== undefined) {
      paid.set(ofDay, (paid.get(ofDay) ?? 0n) + due);
      paid.set(ofMonth, (paid.get(ofMonth) ?? 0n) + due);
    }
    const key = `${use.session} ${day}`;
    bill.set(key, (bill.get(key) ?? 0n) + due);
  }
  return bill;
}

/** A minor unit is so many parts: an hour in milliseconds, a millionth, a hundredth. */
const parts = 3_600_000n * 100_000_000n;

function daysOf(use: OracleUse, tariffs: readonly TariffText[], zone: string) {
  const found: { day: string; cost: bigint; tariff: TariffText | null }[] = [];
  let first: TariffText | null = null;
  let loaded = 0;
  let sum = 0n;
  let billed = 0n;
  const run = new Map<string, number>();
  const charged = new Map<string, number>();
  const settle = (day: string, tariff: TariffText | null): void => {
    let price = 0n;
    if (first && loaded > 0 && loaded >= (first.freeMinutes ?? 0) * minute) {
      price = sum + BigInt(first.start ?? 0) * parts;
      const least = BigInt(first.minimum ?? 0) * parts;
      if (price < least) price = least;
      if (first.caps.session !== undefined && price > BigInt(first.caps.session) * parts)
        price = BigInt(first.caps.session) * parts;
    }
    // Half up; no price is below nothing.
    const whole = (2n * price + parts) / (2n * parts);
    const last = found.at(-1);
    if (last?.day === day) last.cost += whole - billed;
    else found.push({ day, cost: whole - billed, tariff });
    billed = whole;
  };
  const lists = new Map<string, TariffText | null>();
  const listOf = (day: string): TariffText | null => {
    const known = lists.get(day);
    if (known !== undefined) return known;
    const list = priceList(use, tariffs, day);
    lists.set(day, list);
    return list;
  };
  // What a day costs is known when it is over.
  let open: string | null = null;
  for (const stretch of use.stretches) {
    for (let at = stretch.fromMs; at < stretch.toMs; ) {
      const end = Math.min(stretch.toMs, (Math.floor(at / minute) + 1) * minute);
      const wall = wallOf(at, zone);
      if (open !== null && open !== wall.day) settle(open, listOf(open));
      open = wall.day;
      const tariff = listOf(wall.day);
      first ??= tariff;
      const percent = tariff?.peak && peakAt(tariff.peak, at, zone) ? tariff.peak.percent : 100;
      if (stretch.runs > 0) loaded += end - at;
      if (tariff) {
        const label = tariffs.indexOf(tariff);
        for (const [clock, rate] of Object.entries(tariff.perHour)) {
          const level = names.indexOf(clock);
          let ms = level >= 0 && stretch.runs > level ? end - at : 0;
          if (clock === 'laserOn') ms = beamMs(stretch, { at, end });
          let pay = ms;
          if (tariff.stepMinutes !== undefined) {
            const key = `${label} ${clock}`;
            const total = (run.get(key) ?? 0) + ms;
            run.set(key, total);
            pay = 0;
            while ((charged.get(key) ?? 0) < total) {
              charged.set(key, (charged.get(key) ?? 0) + tariff.stepMinutes * minute);
              pay += tariff.stepMinutes * minute;
            }
          }
          // Below 2 ** 53: an hour at the most of a rate and a percent.
          if (pay > 0) sum += BigInt(pay * rate * percent) * 1_000_000n;
        }
        // Milliwatt-hours of a kilowatt-hour, which has a million of them.
        if (at === stretch.fromMs)
          sum +=
            (BigInt(stretch.mwh) * BigInt(tariff.perKwhMillionths ?? 0) * parts) / (1_000_000n * 1_000_000n);
      }
      at = end;
    }
  }
  if (open !== null) settle(open, listOf(open));
  return found;
}

/** A beam that was on all the time was on in each minute; else it was on as the stretch began, which lies in one price. */
function beamMs({ fromMs, toMs, laserMs }: Stretch, { at, end }: { at: number; end: number }): number {
  if (laserMs === toMs - fromMs) return end - at;
  return at === fromMs ? laserMs : 0;
}

function priceList(use: OracleUse, tariffs: readonly TariffText[], day: string): TariffText | null {
  const held = (want: { plan: boolean; team: boolean }): TariffText | null => {
    const fit = tariffs.filter(
      ({ pool, from, plan, team }) =>
        pool === use.pool &&
        from <= day &&
        (want.plan ? plan !== undefined && plan === use.plan : plan === undefined) &&
        (want.team ? team !== undefined && team === use.team : team === undefined),
    );
    return fit.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1) ?? null;
  };
  return (
    held({ plan: true, team: true }) ??
    held({ plan: false, team: true }) ??
    held({ plan: true, team: false }) ??
    held({ plan: false, team: false })
  );
}

export type Wall = { readonly day: string; readonly weekday: number; readonly minuteOfDay: number };

/** What the clock on the wall shows, asked of the runtime once in a quarter of an hour, in which it never jumps. */
export function wallOf(atMs: number, zone: string): Wall {
  const quarter = Math.floor(atMs / 900_000);
  const inZone = walls.get(zone) ?? new Map<number, Wall>();
  walls.set(zone, inZone);
  let known = inZone.get(quarter);
  if (!known) {
    if (inZone.size > 50_000) inZone.clear();
    let format = formats.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
      formats.set(zone, format);
    }
    const text = format.format(quarter * 900_000);
    const day = text.slice(0, 10);
    const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
    known = { day, weekday, minuteOfDay: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
    inZone.set(quarter, known);
  }
  return { ...known, minuteOfDay: known.minuteOfDay + Math.floor((atMs - quarter * 900_000) / minute) };
}

const walls = new Map<string, Map<number, Wall>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether a span that begins on this or the day before holds that instant: from the first time that the wall shows its
 * beginning until the last time that it shows its end. A span whose end is not after its beginning goes on into the next day.
 */
export function peakAt(peak: Peak, atMs: number, zone: string): boolean {
  const { day } = wallOf(atMs, zone);
  return [dayAfter(day, -1), day].some((begins) => {
    const [fromMs, toMs] = spanOf(peak, { begins, zone });
    return fromMs <= atMs && atMs < toMs;
  });
}

type Begins = { readonly begins: string; readonly zone: string };

function spanOf(peak: Peak, { begins, zone }: Begins): readonly [number, number] {
  const ofPeak = spans.get(peak) ?? new Map<string, readonly [number, number]>();
  spans.set(peak, ofPeak);
  const key = `${zone} ${begins}`;
  const known = ofPeak.get(key);
  if (known) return known;
  const { days, from, to } = peak;
  const ends = from < to ? begins : dayAfter(begins, 1);
  const weekday = (new Date(`${begins}T12:00:00Z`).getUTCDay() + 6) % 7;
  const span: readonly [number, number] = days.includes(weekday)
    ? [shown(begins, from, zone)[0] ?? 0, shown(ends, to, zone).at(-1) ?? 0]
    : [0, 0];
  ofPeak.set(key, span);
  return span;
}

const spans = new WeakMap<Peak, Map<string, readonly [number, number]>>();

/** When the wall shows a quarter of an hour; one that it never shows comes as much later as the clock is put forward, an hour. */
function shown(day: string, minuteOfDay: number, zone: string): readonly number[] {
  const found: number[] = [];
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  for (let atMs = noonMs - 30 * 60 * minute; atMs < noonMs + 30 * 60 * minute; atMs += 15 * minute) {
    const wall = wallOf(atMs, zone);
    if (wall.day === day && wall.minuteOfDay === minuteOfDay) found.push(atMs);
  }
  return found.length > 0 ? found : shown(day, minuteOfDay + 60, zone);
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type Peak = NonNullable<TariffText['peak']>;
