// Machine time as people read it, `12:30`: hours and whole minutes, cut off.

export function hoursText(ms: bigint): string {
  const minutes = (ms < 0n ? -ms : ms) / 60_000n;
  return `${ms < 0n ? '-' : ''}${minutes / 60n}:${String(minutes % 60n).padStart(2, '0')}`;
}
