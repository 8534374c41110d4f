// Ten seconds of a hundred taps a second: none is lost, none is there twice. `npm run bench -- tap-minute` taps a minute.

import { expect, it } from 'vitest';
import { liveTapMinute } from './tap-minute.ts';

it('inv. 1: of a hundred taps a second none is lost and none is in the journal twice', {
  timeout: 90_000,
}, async () => {
  const { taps, lost, twice, moved, p50, p99 } = await liveTapMinute(10_000);
  process.stdout.write(`${taps} taps, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms\n`);
  expect(taps).toBeGreaterThanOrEqual(900);
  expect(lost).toEqual([]);
  expect(twice).toEqual([]);
  // Members who are all refused would prove little.
  expect(moved).toBeGreaterThan(taps / 2);
});
