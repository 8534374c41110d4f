// The local day of an instant, as a date field of a form wants it: yyyy-mm-dd.

export const dayAt = (atMs: number, timezone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).format(atMs);
