// What a report of a printer means: every row of its tables, deltas laid over each other, and whatever a hostile printer
// could write.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReport, mostValues, type Told } from '../../../src/adapters/bambu/merge-report.ts';
import { pacePushes } from '../../../src/adapters/bambu/pace-pushes.ts';
import { noStages, stageWords, stateWords } from '../../../src/adapters/bambu/printer-words.ts';
import { seePrinter, warningsOf } from '../../../src/adapters/bambu/see-printer.ts';
import { isActivity } from '../../../src/domain/machine/activity.ts';
import type { Seen } from '../../../src/edge/talk.ts';

const see = (told: Told, wasCancelled = false): Seen | null => seePrinter(told, { wasCancelled });
const merge = (...reports: unknown[]): Told =>
  reports.reduce<Told>((told, report) => mergeReport(told, report) as Told, {});

describe('the state of a printer', () => {
  const rows: readonly [string, Seen['activity'], Seen['job']['state']][] = [
    ['IDLE', 'idle', 'none'],
    ['INIT', 'starting', 'unknown'],
    ['PREPARE', 'busy', 'under-way'],
    ['SLICING', 'busy', 'under-way'],
    ['RUNNING', 'running', 'under-way'],
    ['PAUSE', 'paused', 'under-way'],
    ['FINISH', 'idle', 'over'],
    ['FAILED', 'idle', 'over'],
    ['OFFLINE', 'unknown', 'unknown'],
    ['UNKNOWN', 'unknown', 'unknown'],
  ];
  it.each(rows)('%s', (state, activity, job) => {
    expect(see({ gcode_state: state })).toMatchObject({ activity, job: { state: job }, raw: state });
  });

  it('has a row for each word of the table', () => {
    expect(rows.map(([word]) => word)).toEqual([...stateWords.keys()]);
  });

  it('is not told until it is heard', () => {
    expect(see({ wifi_signal: '-45dBm' })).toBeNull();
  });

  const stages: readonly [number, string, Seen['activity']][] = [
    [0, 'printing', 'running'],
    [2, 'bed-preheat', 'heating'],
    [7, 'hotend-preheat', 'heating'],
    [13, 'homing', 'homing'],
    [35, 'nozzle-clog', 'running'],
    [77, 'stage-77', 'running'],
  ];
  it.each(stages)('while it runs, stage %i is %s', (stage, substate, activity) => {
    expect(see({ gcode_state: 'RUNNING', stg_cur: stage })).toMatchObject({ substate, activity });
    expect(see({ gcode_state: 'RUNNING', stg_cur: String(stage) })).toMatchObject({ substate, activity });
  });

  it('names each stage in a word that fits the journal', () => {
    for (const [stage, { substate }] of stageWords) {
      expect(substate).toMatch(/^[a-z0-9-]{1,40}$/);
      expect(see({ gcode_state: 'PAUSE', stg_cur: stage })).toMatchObject({ substate, activity: 'paused' });
    }
  });

  it.each([...noStages])('%i is no stage', (stage) => {
    expect(see({ gcode_state: 'RUNNING', stg_cur: stage })).toMatchObject({ substate: null });
  });
});

describe('the end of a job', () => {
  it('is completed, failed, or cancelled where its error said so', () => {
    expect(see({ gcode_state: 'FINISH' })?.job).toMatchObject({ result: 'completed' });
    expect(see({ gcode_state: 'FAILED' })?.job).toMatchObject({ result: 'failed' });
    expect(see({ gcode_state: 'FAILED' }, true)?.job).toMatchObject({ result: 'aborted' });
  });

  it('is an alarm while its error stands, shown as people find it in lists', () => {
    expect(see({ gcode_state: 'FAILED', print_error: 117_473_286 })).toMatchObject({
      ...{ activity: 'alarm', raw: 'FAILED 0700-8006' },
    });
    expect(see({ gcode_state: 'FAILED', print_error: 0x0300_400c })).toMatchObject({ activity: 'idle' });
  });
});

describe('what is told beside it', () => {
  it('is the name of the job, how far it is, and what is left', () => {
    const told = {
      ...{ gcode_state: 'RUNNING', subtask_name: 'a\u0000 box\u202e', mc_percent: '40' },
      mc_remaining_time: 7,
    };
    expect(see(told)?.job).toMatchObject({ name: 'a box' });
    expect(see(told)?.readings).toEqual({ 'program.progress': 0.4, 'program.timeLeft': 420 });
    expect(see({ ...told, subtask_name: '', gcode_file: 'plate.gcode' })?.job).toMatchObject({
      name: 'plate.gcode',
    });
  });

  it('is nothing of a job that is over', () => {
    expect(see({ gcode_state: 'FINISH', mc_percent: 100, mc_remaining_time: 0 })?.readings).toEqual({});
  });

  it('is its heat, from the new fields where they are', () => {
    const packed = (actual: number, target: number) => ({ temp: target * 65_536 + actual });
    const old = { gcode_state: 'IDLE', nozzle_temper: 219.5, bed_temper: '60', chamber_temper: 'warm' };
    expect(see(old)?.readings).toEqual({
      ...{ 'temperature.hotend0.actual': 219.5, 'temperature.bed.actual': 60 },
    });
    const device = {
      bed: { info: packed(60, 65) },
      extruder: {
        info: [
          { id: 1, ...packed(30, 0) },
          { id: 0, ...packed(215, 220) },
        ],
      },
      ctc: { info: packed(38, 0) },
    };
    expect(see({ ...old, device })?.readings).toEqual({
      'temperature.hotend0.actual': 215,
      'temperature.hotend0.target': 220,
      'temperature.hotend1.actual': 30,
      'temperature.hotend1.target': 0,
      'temperature.bed.actual': 60,
      'temperature.bed.target': 65,
      'temperature.chamber.actual': 38,
    });
  });

  it('is what it warns of, in words where they are known', () => {
    expect(
      warningsOf({
        hms: [
          { attr: 50_331_904, code: 65_543 },
          { attr: 0x0702_2100, code: 0x0002_0001 },
          { attr: 0x0c00_ff00, code: 0x0003_0009 },
          { attr: 'x', code: {} },
          null,
        ],
      }).map(({ values }) => values),
    ).toEqual([
      {
        ...{ warning: 'HMS_0300_0100_0001_0007', severity: 'fatal' },
        what: 'the bed temperature is abnormal: its sensor may be open',
      },
      {
        ...{ warning: 'HMS_0702_2100_0002_0001', severity: 'serious' },
        what: 'the AMS slot has run out of filament',
      },
      { warning: 'HMS_0C00_FF00_0003_0009', severity: 'common', what: 'camera' },
    ]);
  });
});

describe('deltas', () => {
  it('leave what they do not name, and replace lists', () => {
    const told = merge(
      {
        gcode_state: 'RUNNING',
        mc_percent: 3,
        hms: [{ attr: 1, code: 2 }],
        device: { bed: { info: { temp: 5 } } },
      },
      { wifi_signal: '-45dBm' },
      { mc_percent: 4, hms: [], device: { ctc: { info: { temp: 6 } } } },
    );
    expect(told).toEqual({
      ...{ gcode_state: 'RUNNING', mc_percent: 4, hms: [], wifi_signal: '-45dBm' },
      device: { bed: { info: { temp: 5 } }, ctc: { info: { temp: 6 } } },
    });
  });

  it('merge AMS units and trays by their id, be it a number or a text', () => {
    const told = merge(
      {
        ams: {
          ams: [
            {
              id: '0',
              temp: '26',
              tray: [
                { id: '0', color: 'a' },
                { id: '1', color: 'b' },
              ],
            },
          ],
        },
      },
      { ams: { ams: [{ id: 0, tray: [{ id: '1', color: 'c' }] }, { id: '1' }] } },
    );
    expect(told).toEqual({
      ams: {
        ams: [
          {
            id: 0,
            temp: '26',
            tray: [
              { id: '0', color: 'a' },
              { id: '1', color: 'c' },
            ],
          },
          { id: '1' },
        ],
      },
    });
  });

  it('inv. 10: are bounded in all, also one after the other', () => {
    let told: Told | null = {};
    for (let n = 0; told !== null && n <= mostValues; n++)
      told = mergeReport(
        told,
        Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`k${n}-${at}`, 1])),
      );
    expect(told).toBeNull();
  });

  it('inv. 11: never reach a prototype', () => {
    const told = merge(
      JSON.parse('{"__proto__":{"gcode_state":"IDLE"},"constructor":{"prototype":{"a":1}}}'),
    );
    expect(see(told)).toBeNull();
    expect(Object.getPrototypeOf(told)).toBeNull();
    expect(({} as Record<string, unknown>).gcode_state).toBeUndefined();
  });

  it('inv. 7 and 11: whatever a printer writes, it is a known activity with finite readings, or nothing', () => {
    const fields = [
      'gcode_state',
      'mc_percent',
      'stg_cur',
      'print_error',
      'hms',
      'device',
      'subtask_name',
      'fun',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()), (report) => {
        const told = mergeReport({}, report);
        const seen = told && see(told);
        if (!seen) return;
        expect(isActivity(seen.activity)).toBe(true);
        expect(seen.activity).toBe(
          typeof report.gcode_state === 'string' && stateWords.has(report.gcode_state)
            ? seen.activity
            : 'unknown',
        );
        for (const value of Object.values(seen.readings)) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('asking for everything', () => {
  it('follows closely once, and then each five minutes', () => {
    let nowMs = 0;
    const pace = pacePushes(() => nowMs);
    expect([pace(), pace(), pace()]).toEqual([0, 0, 300_000]);
    nowMs = 299_999;
    expect(pace()).toBe(1);
    nowMs = 300_000;
    expect([pace(), pace()]).toEqual([0, 300_000]);
    nowMs = 10_000_000;
    expect([pace(), pace(), pace()]).toEqual([0, 0, 300_000]);
  });
});
