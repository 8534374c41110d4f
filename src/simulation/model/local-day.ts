// The day and the time on the wall of the simulated space, asked of the runtime's own tables and of nothing else.

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
});

// The wall shows whole minutes, so a minute is asked for once; a few are asked for again and again.
const known = new Map<number, string>();
const knownLimit = 16;

function shown(atMs: number): string {
  const minute = Math.floor(atMs / 60_000);
  const before = known.get(minute);
  if (before !== undefined) return before;
  if (known.size >= knownLimit) known.clear();
  const text = format.format(atMs);
  known.set(minute, text);
  return text;
}

/** `yyyy-mm-dd`. */
export const localDay = (atMs: number): string => shown(atMs).slice(0, 10);

/** What the wall shows, to the minute, as milliseconds since 1970 if it hung in Greenwich. */
export const wallTime = (atMs: number): number => Date.parse(`${shown(atMs).replace(' ', 'T')}:00Z`);
