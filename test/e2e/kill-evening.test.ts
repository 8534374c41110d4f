// An evening on which the program is killed ten times. A hundred kills are a matter for `npm run prove`.

import { describe, expect, it } from 'vitest';
import { killEvening } from './kill-evening.ts';

describe('an evening of kills', () => {
  it('inv. 1, 2, 3, 5, 6: loses no acknowledged tap, charges nothing twice, leaves no power on', {
    timeout: 120_000,
  }, async () => {
    const seed = Number(process.env.OFFICINA_SEED ?? Date.now() % 1_000_000);
    const facts = await killEvening({ seed, kills: 10 });
    process.stderr.write(`kill-evening, seed ${seed}: ${JSON.stringify(facts)}\n`);
    expect(facts.boots).toBeGreaterThan(5);
    expect(facts.sessions).toBeGreaterThan(1);
    expect(facts.clicks).toBeGreaterThan(1);
  });
});
