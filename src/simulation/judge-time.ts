// Judges of time (invariant 4): it never goes back, no clock is negative, and nobody pays for more of it than a stopwatch
// in the workshop would show, whatever became of the clock on the wall.

import { must } from './broken.ts';
import type { Invariant } from './watch.ts';

export const timeGoesForward: Invariant['judge'] = ({ shadow }) => ({
  entry({ seq, atMs }) {
    must(atMs >= shadow.lastAtMs, '4 back-in-time', () => `entry ${seq} goes before the one before it`);
  },
});

export const clocksInOrder: Invariant['judge'] = () => ({
  entry({ seq, type, data }) {
    if (type !== 'segment-closed') return;
    const { loadedMs, poweredMs, workingMs, operatingMs } = data.clocks;
    const falls = [loadedMs, poweredMs, workingMs, operatingMs, 0];
    const ordered = falls.every((ms, place) => place === 0 || (falls[place - 1] ?? 0) >= ms);
    must(ordered, '4 clocks', () => `entry ${seq} has clocks ${falls.join(' ')}`);
    const forward = data.gapMs >= 0 && data.toMs >= data.fromMs;
    must(forward, '4 negative-time', () => `entry ${seq} bills a negative time`);
  },
});

export const neverMoreThanPassed: Invariant['judge'] = ({ trueMs }) => {
  const sessions = new Map<string, { readonly startMs: number; loadedMs: number; parts: number }>();
  return {
    entry(entry) {
      const { type, data } = entry;
      if (type === 'session-started')
        sessions.set(data.session, { startMs: trueMs(entry), loadedMs: 0, parts: 0 });
      if (type === 'session-handed-over') {
        sessions.set(data.to, { startMs: trueMs(entry), loadedMs: 0, parts: 0 });
        sessions.delete(data.from);
      }
      if (type === 'session-ended') sessions.delete(data.session);
      if (type !== 'segment-closed') return;
      const session = sessions.get(data.session);
      must(session !== undefined, '5 segment', () => `entry ${entry.seq} is a part of no session`);
      must(session.parts === data.index, '5 segment', () => `entry ${entry.seq}: a part is missing or twice`);
      session.parts += 1;
      session.loadedMs += data.clocks.loadedMs;
      const passedMs = trueMs(entry) - session.startMs;
      must(
        session.loadedMs <= passedMs,
        '4 more-than-passed',
        () => `entry ${entry.seq}: ${session.loadedMs} ms billed of ${passedMs} ms that passed`,
      );
    },
  };
};
