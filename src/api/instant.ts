// Instants as they go over HTTP: RFC 3339, read strictly and written in UTC.

export const rfc3339 = (atMs: number): string => new Date(atMs).toISOString();

/** NaN for anything but RFC 3339 with seconds and a zone: `Date` alone would also guess at half a date. */
export function instantMs(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
}
