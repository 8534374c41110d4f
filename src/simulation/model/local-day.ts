// The day on the wall of the simulated space, asked of the runtime's own tables and of nothing else.

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });
let known = { minute: Number.NaN, day: '' };

/** `yyyy-mm-dd`. Days begin on whole minutes, so a minute is asked for once. */
export function localDay(atMs: number): string {
  const minute = Math.floor(atMs / 60_000);
  if (minute !== known.minute) known = { minute, day: format.format(atMs) };
  return known.day;
}
