// What the file says of pools that are used in turn.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { policyOf, turnLengthMs } from '../../src/domain/machine/pool-turns.ts';
import { defaultPolicy, policyMistakes } from '../../src/domain/schedule/policy.ts';

const read = (pool: string) =>
  readConfig({
    file: 'officina.yaml',
    text: `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, link: { kind: mqtt, password: key } }
pools:
  lasers: ${pool}
`,
    env: {},
    flags: {},
  });
const turns = (pool: string) => {
  const result = read(pool);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.config.workshop.turns;
};
const mistake = (pool: string): string => {
  const result = read(pool);
  return result.ok ? '' : (result.mistakes[0]?.text ?? '');
};

describe('turns of a pool', () => {
  it('are left out of the description where the file says none', () => {
    expect(turns('{ requires: [] }')).toBeUndefined();
    expect(turns('{ turns: false }')).toBeUndefined();
  });

  it('are read, with what is left out left to the rule', () => {
    expect(turns('{ turns: true }')).toEqual({ lasers: {} });
    expect(turns('{ turns: { minutes: 45, claimMinutes: 5 } }')).toEqual({
      lasers: { minutes: 45, claimMinutes: 5 },
    });
  });

  it.each([
    ['{ turns: yes please }', 'pools.lasers.turns must be true, false or a group of keys'],
    ['{ turns: { minutes: 5 } }', 'a whole number of minutes from 15 to 480'],
    ['{ turns: { minute: 60 } }', '"minute" is not known here'],
    ['{ turns: { halfLifeDays: 0 } }', 'a whole number of days from 1 to 90'],
  ])('%s is a mistake', (pool, text) => expect(mistake(pool)).toContain(text));

  it('make a policy without mistakes at every limit', () => {
    expect(policyOf({})).toEqual(defaultPolicy);
    expect(turnLengthMs({})).toBe(3_600_000);
    for (const minutes of [15, 480])
      for (const rest of [
        { renewMinutes: 5, claimMinutes: 1, turnoverMinutes: 0, halfLifeDays: 1 },
        { renewMinutes: 240, claimMinutes: 60, turnoverMinutes: 60, halfLifeDays: 90 },
      ])
        expect(policyMistakes(policyOf({ minutes, ...rest }))).toEqual([]);
  });
});
