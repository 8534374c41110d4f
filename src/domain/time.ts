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

/** The local calendar date `yyyy-mm-dd` of an instant in a time zone of the IANA list. */
export function localDate(atMs: number, timezone: string): string {
  // Since 1972 days begin on whole minutes everywhere, and the same one is asked for again and again.
  const minute = Math.floor(atMs / minuteMs);
  const last = lastDates.get(timezone);
  if (last?.minute === minute && atMs >= wholeMinutesMs) return last.date;
  const date = dates(timezone).format(atMs);
  lastDates.set(timezone, { minute, date });
  return date;
}

const wholeMinutesMs = Date.UTC(1973, 0, 1);

/** Bounded by the number of time zones that exist. */
const lastDates = new Map<string, { readonly minute: number; readonly date: string }>();

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
