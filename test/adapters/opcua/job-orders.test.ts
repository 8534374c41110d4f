// Job orders of ISA-95: at real servers in other processes, which encode them by the published nodeset; and whatever bytes
// a hostile one sends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseJob } from '../../../src/adapters/opcua/choose-job.ts';
import { readStructure } from '../../../src/adapters/opcua/order-structures.ts';
import { type MillProcess, startMill } from './start-mill.ts';
import { type Watched, watch } from './watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-orders-'));
const at = (name: string): string => join(dir, name);
const tool = { security: 'none', model: 'machine-tool' } as const;
let mills: MillProcess[] = [];
let watched: Watched;

beforeAll(async () => {
  mills = await Promise.all([
    startMill({ ...tool, pkiDir: at('answered'), orders: 'answered' }),
    startMill({ ...tool, pkiDir: at('listed'), orders: 'listed' }),
  ]);
  const [answered, listed] = mills as [MillProcess, MillProcess];
  watched = watch(at('gateway'), {
    answered: { endpoint: answered.endpoint, security: 'none' },
    listed: { endpoint: listed.endpoint, security: 'none' },
  });
}, 120_000);
afterAll(async () => {
  await watched?.close();
  await Promise.all(mills.map((one) => one.kill()));
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

const real = { timeout: 120_000 };
const jobsOf = (machine: string, from: number) =>
  watched.reports.slice(from).flatMap((report) => (report.machine === machine ? (report.job ?? []) : []));
const machines = ['answered', 'listed'] as const;
const millOf = (machine: (typeof machines)[number]): MillProcess =>
  mills[machines.indexOf(machine)] as MillProcess;

describe('a server with job orders', real, () => {
  it.each([
    ['answered', 'Ended', undefined, 'completed'],
    ['answered', 'Ended', 'Unsuccessful', 'failed'],
    ['answered', 'Ended', 'Unknown', 'unknown'],
    ['answered', 'Aborted', undefined, 'aborted'],
    ['listed', 'Ended', undefined, 'completed'],
    ['listed', 'Aborted', undefined, 'aborted'],
  ] as const)('(%s) tells an order that is %s %s as one job, %s', async (machine, state, judged, result) => {
    const mill = millOf(machine);
    const { until, untilActivity } = watched.of(machine);
    await mill.order({ state: 'NotExecuting', program: { state: 'Ended', name: '' }, orders: [] });
    await untilActivity('idle');
    const before = watched.reports.length;
    const order = { id: 'wo-17', description: 'Bracket\u0007, 4 pieces' };
    const waiting = { id: 'wo-18', state: 'AllowedToStart' } as const;
    await mill.order({ orders: [waiting, { ...order, state: 'Running' }] });
    await mill.order({ state: 'Executing' });
    await until(({ activity }) => activity === 'running', 'the order');
    expect(jobsOf(machine, before)).toEqual([{ event: 'started' }]);
    // Its second program: still the same order.
    await mill.order({ program: { state: 'Running' } });
    await mill.order({ state: 'NotExecuting', program: { state: 'Ended' } });
    await untilActivity('idle');
    expect(jobsOf(machine, before)).toEqual([{ event: 'started' }]);
    await mill.order({ orders: [waiting, { ...order, state, ...(judged && { result: judged }) }] });
    await expect
      .poll(() => jobsOf(machine, before), { timeout: 45_000 })
      .toEqual([{ event: 'started' }, { event: 'ended', result }]);
  });

  it('names its order, and waits with it while it is interrupted', async () => {
    const [mill] = mills as [MillProcess];
    const { until, untilActivity } = watched.of('answered');
    const before = watched.reports.length;
    await mill.order({ program: { state: 'Initializing', name: '', numberInList: 0 } });
    await mill.order({
      orders: [{ id: 'wo-20', description: 'Shaft', state: 'Running' }],
      state: 'Executing',
    });
    await until(({ program }) => program === 'Shaft', 'its name');
    await mill.order({ orders: [{ id: 'wo-20', state: 'Interrupted' }], state: 'NotExecuting' });
    await untilActivity('paused');
    expect(await watched.endAccess('answered')).toBe('refused');
    // Taken off the list: nobody saw how it ended; and the next one begins at once.
    await mill.order({ orders: [{ id: 'wo-21', state: 'Running' }] });
    await until(({ program }) => program === 'wo-21', 'the next');
    expect(jobsOf('answered', before)).toEqual([
      { event: 'started' },
      { event: 'ended', result: 'unknown' },
      { event: 'started' },
    ]);
    await mill.order({ orders: [] });
    await untilActivity('idle');
  });

  it('falls back to the program where nobody gave an order', async () => {
    const mill = millOf('listed');
    const { untilActivity } = watched.of('listed');
    await mill.order({ orders: [], state: 'NotExecuting', program: { state: 'Ended' } });
    await untilActivity('idle');
    const before = watched.reports.length;
    await mill.order({ state: 'Executing', program: { state: 'Running' } });
    await untilActivity('running');
    await mill.order({ state: 'NotExecuting', program: { state: 'Aborted' } });
    await untilActivity('idle');
    await expect
      .poll(() => jobsOf('listed', before), { timeout: 45_000 })
      .toEqual([{ event: 'started' }, { event: 'ended', result: 'aborted' }]);
  });
});

describe('bytes that claim to be a job order', () => {
  it('inv. 11: are a structure or nothing, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('orderAndState' as const, 'response' as const),
        (bytes, name) => {
          const read = readStructure(Buffer.from(bytes), name);
          expect(read === null || typeof read === 'object').toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('inv. 10: are not read beyond the bounds', () => {
    expect(readStructure(Buffer.alloc(70_000), 'response')).toBeNull();
    // A parameter within a parameter, deeper than any.
    const order = Buffer.from([0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    const parameter = Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    expect(readStructure(Buffer.concat([order, ...Array(50).fill(parameter)]), 'orderAndState')).toBeNull();
  });
});

describe('what still goes on when its order ends', () => {
  it('is no job of its own, and the next program is', () => {
    const choose = chooseJob();
    const going = { state: 'under-way', id: 'wo-1', name: null } as const;
    const over = { state: 'over', id: 'wo-1', result: 'completed' } as const;
    const program = { state: 'under-way', id: 'other', name: null } as const;
    const done = { state: 'over', id: 'other', result: 'completed' } as const;
    expect(choose({ order: going, program, activity: 'running' })).toEqual(going);
    expect(choose({ order: over, program, activity: 'running' })).toEqual(over);
    expect(choose({ order: over, program: done, activity: 'idle' })).toEqual(over);
    expect(choose({ order: over, program, activity: 'running' })).toEqual({ ...program, id: null });
  });
});
