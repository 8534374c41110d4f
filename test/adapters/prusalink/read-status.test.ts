// Every word of a PrusaLink as activity and job, and answers of which nothing may be believed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printerStates, readStatus } from '../../../src/adapters/prusalink/read-status.ts';

const seen = (state: unknown, job?: object) => {
  const { activity, substate, jobNamed, ...rest } = readStatus({ printer: { state }, ...(job && { job }) });
  const told = jobNamed('box.gcode');
  return { activity, substate, job: told.state === 'over' ? told.result : told.state, ...rest };
};

describe('the states of a PrusaLink', () => {
  it.each([
    ['IDLE', 'idle', null, 'none', 'none'],
    ['READY', 'idle', 'READY', 'none', 'none'],
    ['BUSY', 'busy', null, 'under-way', 'unknown'],
    ['PRINTING', 'running', null, 'under-way', 'under-way'],
    ['PAUSED', 'paused', null, 'under-way', 'under-way'],
    ['ATTENTION', 'paused', 'ATTENTION', 'under-way', 'unknown'],
    ['FINISHED', 'idle', 'FINISHED', 'completed', 'completed'],
    ['STOPPED', 'idle', 'STOPPED', 'aborted', 'aborted'],
    ['ERROR', 'alarm', null, 'failed', 'failed'],
  ])('%s is %s', (state, activity, substate, withJob, withoutJob) => {
    expect(seen(state, { id: 7 })).toMatchObject({
      activity,
      substate,
      job: withJob,
      raw: state,
      jobId: '7',
    });
    expect(seen(state)).toMatchObject({ activity, substate, job: withoutJob, jobId: null });
  });

  it('has no row that is not tried', () => {
    expect(printerStates.size).toBe(9);
  });

  it.each(['', 'idle', 'PREHEATING', 7, null, ['IDLE'], 'IDLE\n'])('inv. 7: %j is unknown', (state) => {
    expect(seen(state, { id: 7 })).toMatchObject({ activity: 'unknown', job: 'unknown' });
  });

  it('reads what it measures, progress as a fraction', () => {
    const printer = {
      state: 'PRINTING',
      temp_nozzle: 215.1,
      target_nozzle: 215,
      temp_bed: 60,
      target_bed: 60,
    };
    const job = { id: 3, progress: 42, time_remaining: 600 };
    expect(readStatus({ printer: { ...printer, axis_z: 1.4, speed: 90 }, job }).readings).toEqual({
      'temperature.hotend0.actual': 215.1,
      'temperature.hotend0.target': 215,
      'temperature.bed.actual': 60,
      'temperature.bed.target': 60,
      'position.work.z': 1.4,
      'path.feedrateOverride': 90,
      'program.progress': 0.42,
      'program.timeLeft': 600,
    });
  });

  it('inv. 11: what is no number, or no sensible one, is not told', () => {
    const printer = { state: 'IDLE', temp_nozzle: '24', temp_bed: 1e9, axis_x: null, speed: -1 };
    const read = readStatus({ printer, job: { id: '7', progress: 101, time_remaining: {} } });
    expect([read.readings, read.jobId]).toEqual([{}, null]);
  });

  it('inv. 11: any JSON is taken or is a fault of its own kind, and nothing but IDLE and its like is idle', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (printer, job) => {
        expect(() => readStatus(printer)).toThrow('answer-unfit');
        const said = readStatus({ printer: { state: printer }, job });
        if (typeof printer !== 'string' || !printerStates.has(printer)) expect(said.activity).toBe('unknown');
      }),
    );
  });
});
