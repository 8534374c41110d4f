// Times as people write them: RFC 3339 with an offset, or as the clock on the wall of the space shows them. On the two
// nights on which that clock is put forward or back, a time that is none, or is two, is never guessed.

import { formatterPerZone, minuteMs } from './time.ts';

export type TimeRead =
  | { readonly ok: true; readonly atMs: number }
  | {
      readonly ok: false;
      readonly code: 'time-unreadable' | 'time-ambiguous' | 'time-skipped';
      /** What it may have meant, in order, where the clock was put forward or back. */
      readonly readingsMs: readonly number[];
    };

const shape =
  /^(?<day>\d{4}-\d\d-\d\d)[T ](?<minute>\d\d:\d\d)(?<second>:\d\d)?(?<fraction>\.\d{1,9})?(?<zone>Z|[+-]\d\d:\d\d)?$/;

const unreadable: TimeRead = { ok: false, code: 'time-unreadable', readingsMs: [] };

/** Reads a time; without an offset it is local to `timezone`, a zone of the IANA list. */
export function readTime(text: string, timezone: string): TimeRead {
  const parts = shape.exec(text)?.groups;
  const wallMs = parts ? wallMsOf(parts) : null;
  if (!parts || wallMs === null) return unreadable;
  if (parts.zone === undefined) return localInstant(wallMs, timezone);
  const offsetMs = offsetMsOf(parts.zone);
  return offsetMs === null ? unreadable : { ok: true, atMs: wallMs - offsetMs };
}

/** `2026-11-20T18:00:00+01:00`: RFC 3339 with the offset that holds there. */
export function formatInstant(atMs: number, timezone: string): string {
  const offsetMs = offsetAt(atMs, timezone);
  const size = Math.abs(offsetMs) / minuteMs;
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = `${offsetMs < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(Math.trunc(size % 60))}`;
  return `${new Date(atMs + offsetMs).toISOString().slice(0, 19)}${offset}`;
}

/** `2026-11-20 18:00`, as the clock on the wall shows it. */
export function formatLocal(atMs: number, timezone: string): string {
  return formatInstant(atMs, timezone).slice(0, 16).replace('T', ' ');
}

type Parts = Readonly<Record<string, string | undefined>>;

/** The written digits as if they were UTC; null for a day or an hour that does not exist. */
function wallMsOf({ day = '', minute = '', second = ':00', fraction = '' }: Parts): number | null {
  const whole = `${day}T${minute}${second}`;
  const wallMs = Date.parse(`${whole}Z`);
  // What does not exist is moved to what does (30 February, 24:00), or is no number.
  if (Number.isNaN(wallMs) || wallMs < 0 || !new Date(wallMs).toISOString().startsWith(whole)) return null;
  return wallMs + Math.trunc(Number(`0${fraction}`) * 1000);
}

function offsetMsOf(zone: string): number | null {
  if (zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs;
}

function localInstant(wallMs: number, timezone: string): TimeRead {
  // A zone changes its offset at most once in three days, so both offsets are among these.
  const around = [wallMs - 36 * 60 * minuteMs, wallMs + 36 * 60 * minuteMs];
  const instants = [...new Set(around.map((atMs) => wallMs - offsetAt(atMs, timezone)))].sort(
    (a, b) => a - b,
  );
  const real = instants.filter((atMs) => atMs + offsetAt(atMs, timezone) === wallMs);
  const [only, other] = real;
  if (only === undefined) return { ok: false, code: 'time-skipped', readingsMs: instants };
  return other === undefined
    ? { ok: true, atMs: only }
    : { ok: false, code: 'time-ambiguous', readingsMs: real };
}

/** How far the local clock is ahead of UTC at an instant. */
export function offsetAt(atMs: number, timezone: string): number {
  const parts = new Map(
    fields(timezone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name) ?? 0);
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wallMs - Math.floor(atMs / 1000) * 1000;
}

const fields = formatterPerZone('en', {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
