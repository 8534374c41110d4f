// Some seconds of the long proof `npm run prove -- pass-through`: no byte is lost at the pace of 250,000 baud.

import { expect, it } from 'vitest';
import { streamBeside } from './stream-beside.ts';

it('loses, changes and adds no byte of a stream at 250,000 baud', async () => {
  const { bytes, polls } = await streamBeside({ seed: 1, bytes: 100_000, way: 'gateway' });
  expect(bytes).toBeGreaterThanOrEqual(100_000);
  // The gateway went on watching: at least one report in a second, and the host heard none of them.
  expect(polls).toBeGreaterThan(2);
}, 60_000);
