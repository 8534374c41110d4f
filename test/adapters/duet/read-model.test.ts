// Every word of a Duet as activity and job, changes laid over a model, and models of which nothing may be believed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Model, mergeModel } from '../../../src/adapters/duet/merge-model.ts';
import { duetStatuses, readModel } from '../../../src/adapters/duet/read-model.ts';

const open = { file: { fileName: '0:/gcodes/box.gcode', size: 100 } };
const over = {
  file: { fileName: null },
  lastFileName: 'a',
  lastFileAborted: false,
  lastFileCancelled: false,
};
const seen = (status: unknown, job: object = {}) => {
  const { job: told, ...rest } = readModel({ state: { status }, job });
  return { ...rest, job: told.state === 'over' ? told.result : told.state };
};

it('each tool tells of its own hot end', () => {
  const heaters = [60, 205, 31].map((current) => ({ current, state: 'active', active: current }));
  const tools = [{ heaters: [1] }, { heaters: [2] }, { heaters: [] }];
  expect(
    readModel({ state: { status: 'idle' }, heat: { bedHeaters: [0], heaters }, tools }).readings,
  ).toEqual({
    ...{ 'temperature.bed.actual': 60, 'temperature.bed.target': 60 },
    ...{ 'temperature.hotend0.actual': 205, 'temperature.hotend0.target': 205 },
    ...{ 'temperature.hotend1.actual': 31, 'temperature.hotend1.target': 31 },
  });
});

describe('the statuses of a Duet', () => {
  it.each([
    ['starting', 'starting', 'unknown', 'unknown'],
    ['updating', 'busy', 'unknown', 'unknown'],
    ['off', 'sleeping', 'unknown', 'completed'],
    ['halted', 'estop', 'aborted', 'aborted'],
    ['pausing', 'pausing', 'under-way', 'under-way'],
    ['paused', 'paused', 'under-way', 'under-way'],
    ['resuming', 'resuming', 'under-way', 'under-way'],
    ['cancelling', 'cancelling', 'under-way', 'under-way'],
    ['processing', 'running', 'under-way', 'under-way'],
    ['simulating', 'check', 'none', 'none'],
    ['busy', 'busy', 'under-way', 'unknown'],
    ['changingTool', 'toolChange', 'under-way', 'unknown'],
    ['idle', 'idle', 'unknown', 'completed'],
  ])('%s is %s', (status, activity, withFile, without) => {
    expect(seen(status, open)).toMatchObject({ activity, raw: status, job: withFile });
    expect(seen(status, over)).toMatchObject({ activity, raw: status, job: without });
  });

  it('has no row that is not tried', () => {
    expect(duetStatuses.size).toBe(13);
  });

  it.each([
    [{}, 'none'],
    [{ lastFileName: 'a' }, 'unknown'],
    [{ ...over, lastFileCancelled: true }, 'aborted'],
    [{ ...over, lastFileAborted: true }, 'failed'],
    [{ ...over, lastFileSimulated: true }, 'none'],
    [over, 'completed'],
  ])('after a job %j it is %s', (job, result) => {
    expect(seen('idle', job).job).toBe(result);
  });

  it.each(['', 'Idle', 'idle ', 7, null, ['idle'], 'dancing'])('inv. 7: %j is unknown', (status) => {
    expect(seen(status, over)).toMatchObject({ activity: 'unknown', job: 'unknown' });
  });

  it('inv. 11: any JSON is taken, and nothing but idle is idle', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (status, a, b) => {
        const model = mergeModel(mergeModel({}, { heat: a, job: b, tools: a, move: b }), {
          state: { status },
        });
        const { activity } = readModel(model);
        if (typeof status !== 'string' || !duetStatuses.has(status)) expect(activity).toBe('unknown');
      }),
    );
  });
});

describe('changes of a model', () => {
  const heaters = (model: Model) => (model.heat as { heaters: unknown }).heaters;

  it('are laid over members by name and over lists by place', () => {
    const first = mergeModel({}, { heat: { heaters: [{ current: 20, active: 60 }, { current: 21 }] } });
    const second = mergeModel(first, { heat: { heaters: [{}, { current: 22 }] }, other: 1 });
    expect(heaters(second)).toEqual([{ current: 20, active: 60 }, { current: 22 }]);
    expect(heaters(first)).toEqual([{ current: 20, active: 60 }, { current: 21 }]);
    expect(heaters(mergeModel(second, { heat: { heaters: [{}] } }))).toEqual([{ current: 20, active: 60 }]);
    expect(second).not.toHaveProperty('other');
  });

  it('null takes away', () => {
    const named = mergeModel({}, { job: { file: { fileName: 'a', size: 3 } } });
    expect(mergeModel(named, { job: { file: { fileName: null } } })).toEqual({
      job: { file: { fileName: null, size: 3 } },
    });
  });

  it('inv. 11: __proto__ is a member like any other, and depth and length have an end', () => {
    const change = JSON.parse(
      '{"state":{"__proto__":{"status":"idle"}},"__proto__":{"state":{"status":"idle"}}}',
    );
    const merged = mergeModel({}, change);
    expect(readModel(merged).activity).toBe('unknown');
    expect(({} as { status?: string }).status).toBeUndefined();
    const deep = JSON.parse(`{"heat":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`);
    expect(JSON.stringify(mergeModel({}, deep)).length).toBeLessThan(200);
    const long = mergeModel({}, { tools: Array.from({ length: 5000 }, () => 1) });
    expect((long.tools as unknown[]).length).toBe(64);
  });
});
