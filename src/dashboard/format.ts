// Times, durations, amounts and readings as people read them, in the locale and time zone of the space.
// Money is whole minor units in a decimal string and stays exact: no float touches it.

export type Place = { readonly locale: string; readonly timezone: string };

export type Amount = {
  /** Whole minor units, for instance `-1250`. */
  readonly minor: string;
  readonly digits: number;
  readonly currency: string;
  readonly locale: string;
};

/** `12.50 €` from `1250`, exact at any length; the text as it came when it is no whole number. */
export function formatAmount({ minor, digits, currency, locale }: Amount): string {
  if (!/^-?\d{1,40}$/.test(minor)) return minor;
  const value = BigInt(minor);
  const size = value < 0n ? -value : value;
  const scale = 10n ** BigInt(digits);
  const whole = size / scale;
  const fraction = (size % scale).toString().padStart(digits, '0');
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
  });
  // A whole part of 0 has no sign to place, so 1 stands in for it.
  const sample = whole === 0n ? 1n : whole;
  const parts = format.formatToParts(value < 0n ? -sample : sample);
  return parts
    .map((part) => {
      if (part.type === 'fraction') return fraction;
      return part.type === 'integer' && whole === 0n ? '0' : part.value;
    })
    .join('');
}

/** Hours and minutes, as on a clock of the space: `14:06`. */
export function formatTime(atMs: number, place: Place): string {
  return formatter(place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
}

/** `14:06:20`, for tables of readings. */
export function formatExactTime(atMs: number, place: Place): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  return formatter(place, options).format(atMs);
}

/** `14:06` today, `21 Nov, 14:06` on another day of the space. */
export function formatSince(atMs: number, { nowMs, place }: { nowMs: number; place: Place }): string {
  if (localDay(atMs, place) === localDay(nowMs, place)) return formatTime(atMs, place);
  return formatDateTime(atMs, place);
}

/** `21 Nov, 14:06`. */
export function formatDateTime(atMs: number, place: Place): string {
  const options = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return formatter(place, options).format(atMs);
}

/** `21 Nov`. */
export function formatDay(atMs: number, place: Place): string {
  return formatter(place, { day: 'numeric', month: 'short' }).format(atMs);
}

/** `Mon, 11 Oct` from `2027-10-11`. */
export function formatDayName(day: string, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return formatter({ locale, timezone: 'UTC' }, options).format(Date.parse(`${day}T12:00:00Z`));
}

/** `30 Jun 2027` from `2027-06-30`. */
export function formatDate(day: string, locale: string): string {
  const format = formatter({ locale, timezone: 'UTC' }, { day: 'numeric', month: 'short', year: 'numeric' });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

/** The local day as `yyyy-mm-dd`. */
export function localDay(atMs: number, place: Place): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return formatter({ locale: 'en-CA', timezone: place.timezone }, options).format(atMs);
}

/** `November 2026` from `2026-11`. */
export function formatMonth(month: string, locale: string): string {
  const format = formatter({ locale, timezone: 'UTC' }, { month: 'long', year: 'numeric' });
  return format.format(Date.parse(`${month}-15T00:00:00Z`));
}

/** For people: `1 h 12 min`, `42 min`; whole minutes, cut off. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** For tables: `1:12:05`, whole seconds, cut off. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A reading with its unit: `11,950 1/min`, `60.2 °C`, `61 %`. */
export function formatReading(value: number, { unit, locale }: { unit: string; locale: string }): string {
  const number = formatFigure(value, { unit, locale });
  const word = unitWord(unit);
  return word === '' ? number : `${number}\u00a0${word}`;
}

/**
 * Milliwatt-hours as kilowatt-hours, `0.412 kWh`; not exact they have a digit or two. What was drawn is never written as
 * nothing: `isUnder` then says that it is less than the text.
 */
export function formatEnergy(
  mwh: number,
  { exact, locale }: { exact: boolean; locale: string },
): { readonly text: string; readonly isUnder: boolean } {
  const digits = exact ? 3 : mwh < 100_000 ? 2 : 1;
  const least = 10 ** -digits;
  const kwh = mwh / 1_000_000;
  const isUnder = mwh > 0 && kwh < least / 2;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return { text: `${format.format(isUnder ? least : kwh)}\u00a0kWh`, isUnder };
}

/** `61.5 %`, with one decimal. */
export function formatPercent(percent: number, locale: string): string {
  const options = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(percent / 100);
}

/** A reading without its unit, for columns whose caption names it; always with the same decimals. */
export function formatFigure(value: number, { unit, locale }: { unit: string; locale: string }): string {
  const digits = decimals.get(unit) ?? 0;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(value * (scales.get(unit) ?? 1));
}

/** People read other units than machines report. */
const scales = new Map([
  ['0..1', 100],
  ['ms', 1 / 3_600_000],
]);

/** The unit as it is written beside a number. */
export function unitWord(unit: string): string {
  return unitWords.get(unit) ?? unit;
}

/** What a controller can truly tell; none for other units. */
const decimals = new Map([
  ['degC', 1],
  ['deg', 1],
  ['mm', 2],
  ['A', 2],
  ['ms', 2],
]);

const unitWords = new Map([
  ['degC', '°C'],
  ['deg', '°'],
  ['0..1', '%'],
  ['ms', 'h'],
  ['count', ''],
]);

/** Making a formatter costs far more than using one. Few places and options exist, so this stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${place.locale} ${place.timezone} ${JSON.stringify(options)}`;
  let format = formatters.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(place.locale, { ...options, timeZone: place.timezone });
    formatters.set(key, format);
  }
  return format;
}
