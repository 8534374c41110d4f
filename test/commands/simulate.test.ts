// `simulate`: a short life told in figures, the same for the same seed, and what is no number of days.

import { describe, expect, it } from 'vitest';
import { call } from './fake-boxes.ts';

const small = ['simulate', '--days', '1', '--members', '12', '--machines', '6', '--faults', 'many'];

describe('the command', () => {
  it('tells what came of a life, and the same for the same seed', async () => {
    const once = await call([...small, '--seed', '4', '--json']).done;
    expect({ code: once.code, err: once.err }).toEqual({ code: 0, err: '' });
    const { report, broken } = JSON.parse(once.out);
    expect(broken).toBeNull();
    expect(report).toMatchObject({ seed: 4, members: 12, machines: 6, violations: 0 });
    const again = JSON.parse((await call([...small, '--seed', '4', '--json']).done).out).report;
    expect({ ...again, tookS: 0, timesRealTime: 0 }).toEqual({ ...report, tookS: 0, timesRealTime: 0 });
  }, 60_000);

  it('tells people in words', async () => {
    const { code, out } = await call(small).done;
    expect(code).toBe(0);
    expect(out).toMatch(/^broken {4}0$/m);
    expect(out).toMatch(/^lived {5}1\.\d+ days, 12 members, 6 machines$/m);
  }, 60_000);

  it.each([
    [['simulate', '--days', '0'], '--days is a whole number from 1 to 400.'],
    [['simulate', '--members', 'all'], '--members is a whole number from 1 to 10000.'],
    [['simulate', '--faults', 'some'], '--faults is one of none, few, many.'],
  ])('calls %j wrong use', async (argv, sentence) => {
    const { code, err } = await call(argv).done;
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
