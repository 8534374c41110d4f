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
  return formatterFor(timezone).format(atMs);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Bounded by the number of time zones that exist. */
function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  // en-CA writes a date as yyyy-mm-dd.
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timezone, made);
  return made;
}
