// Time as an argument. A stamp is one reading of the gateway's clocks; durations come from `monoMs` alone and only
// within one boot, `atMs` never goes before the last entry (invariant 4).

export type Stamp = {
  /** Wall clock in milliseconds since 1970, never before the last entry. */
  readonly atMs: number;
  /** Monotonic milliseconds since this boot; comparable only within one boot. */
  readonly monoMs: number;
};

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The local calendar date `yyyy-mm-dd` of an instant in a time zone of the IANA list. */
export function localDate(atMs: number, timezone: string): string {
  if (atMs < wholeMinutesMs) return dates(timezone).format(atMs);
  // Since 1973 days begin on whole five minutes everywhere, and the same few are asked for again and again.
  const part = Math.floor(atMs / partMs);
  let known = knownDates.get(timezone);
  if (!known) {
    known = new Map();
    knownDates.set(timezone, known);
  }
  const before = known.get(part);
  if (before !== undefined) return before;
  if (known.size >= knownLimit) known.clear();
  const date = dates(timezone).format(atMs);
  known.set(part, date);
  return date;
}

const wholeMinutesMs = Date.UTC(1973, 0, 1);
const partMs = 5 * minuteMs;

/** Time zone → part of a day → its date. Bounded by the number of time zones that exist. */
const knownDates = new Map<string, Map<number, string>>();
/** A month, so that a bill of one asks once for each part. */
const knownLimit = 31 * 24 * 12;

/** A formatter per time zone, made once: that takes long. Bounded by the number of time zones that exist. */
export function formatterPerZone(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (timezone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timezone) => {
    const known = made.get(timezone);
    if (known) return known;
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone });
    made.set(timezone, formatter);
    return formatter;
  };
}

// en-CA writes a date as yyyy-mm-dd.
const dates = formatterPerZone('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
