// Who waits in a pool, as far as the diary tells it: how many, for how long, and the latest start that was promised.

import type { ScheduleEvent } from '../schedule/schedule-entries.ts';

/** Ticket → since when it waits, and what it was promised. */
export type QueueLine = Map<string, { readonly sinceMs: number; readonly latestMs: number | null }>;

/** Takes one event in; false where it changes nothing that is told. */
export function queueMoved(queues: Map<string, QueueLine>, event: ScheduleEvent): boolean {
  const { pool } = event.data;
  const line = queues.get(pool) ?? new Map();
  queues.set(pool, line);
  switch (event.type) {
    case 'ticket-callable':
      line.set(event.data.ticket, { sinceMs: event.atMs, latestMs: null });
      return true;
    case 'turn-granted':
    case 'ticket-away':
    case 'ticket-dropped':
      return line.delete(event.data.ticket);
    case 'promises-made':
      for (const { ticket, latestMs } of event.data.promises) {
        const waiting = line.get(ticket);
        if (waiting) line.set(ticket, { ...waiting, latestMs });
      }
      return true;
    default:
      return false;
  }
}

/** Seconds are whole; without a promise, or without anybody who waits, the latest start is left out. */
export function queueFields(line: QueueLine | undefined, atMs: number): Readonly<Record<string, number>> {
  const waiting = [...(line?.values() ?? [])];
  const latest = waiting.flatMap(({ latestMs }) => (latestMs === null ? [] : [latestMs]));
  const seconds = (ms: number): number => Math.max(0, Math.floor(ms / 1000));
  return {
    waiting: waiting.length,
    longest_wait_s: Math.max(0, ...waiting.map(({ sinceMs }) => seconds(atMs - sinceMs))),
    ...(latest.length > 0 && { latest_start_s: seconds(Math.max(...latest) - atMs) }),
  };
}
