// Use of a machine in the present local day, also on the days that have 23 or 25 hours.

import { expect, it } from 'vitest';
import { hourMs } from '../../src/domain/time.ts';
import { createUsedToday } from '../../src/gateway/used-today.ts';
import { createHistory } from '../fakes/history.ts';

const rome = (text: string): number => Date.parse(text);

function usedAt(nowMs: number, stretches: readonly (readonly [number, number])[]): number {
  const history = createHistory();
  const used = createUsedToday();
  const segment = { session: 's', index: 0, machine: 'laser', pool: 'lasers', member: 'anna', team: null };
  const rest = { costCode: null, sessionFromMs: 0, gapMs: 0, why: 'ending' } as const;
  const clocks = { loadedMs: 0, poweredMs: 0, workingMs: 0, operatingMs: 0 };
  for (const [fromMs, toMs] of stretches) {
    history.add({ type: 'segment-closed', data: { ...segment, ...rest, clocks, fromMs, toMs } });
  }
  used.follow(history.entries);
  return used.usedMs('laser', history.state, nowMs);
}

const days = [
  { day: 'an ordinary day', from: '2026-11-21T23:00:00Z', to: '2026-11-22T22:59:59.999Z' },
  { day: 'the day of 23 hours', from: '2026-03-28T23:00:00Z', to: '2026-03-29T21:59:59.999Z' },
  { day: 'the day of 25 hours', from: '2026-10-24T22:00:00Z', to: '2026-10-25T22:59:59.999Z' },
];

it.each(days)('$day begins and ends where the clocks on the wall say', ({ from, to }) => {
  const start = rome(from);
  const stretch = [start - hourMs, start + hourMs] as const;
  expect(usedAt(start + 2 * hourMs, [stretch])).toBe(hourMs);
  expect(usedAt(rome(to), [stretch])).toBe(hourMs);
  expect(usedAt(rome(to) + 1_001, [stretch])).toBe(0);
});

it('counts the open segment up to now, from midnight on', () => {
  const history = createHistory();
  history.start('laser', 'anna');
  const used = createUsedToday();
  const fromMs = history.clock.wallMs();
  expect(used.usedMs('laser', history.state, fromMs + hourMs)).toBe(hourMs);
  expect(used.usedMs('laser', history.state, rome('2026-11-23T00:30:00+01:00'))).toBe(hourMs / 2);
  expect(used.usedMs('mill', history.state, fromMs + hourMs)).toBe(0);
});
