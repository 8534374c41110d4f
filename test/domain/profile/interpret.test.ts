// Lines and what they mean; above all, that no damaged line means idle.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/domain/profile/interpret.ts';
import { grblProfile } from './grbl-profile.ts';

const grbl = await grblProfile();
const idle = '<Idle|MPos:0.000,0.000,0.000|FS:0,0>';

describe('interpreting a line', () => {
  it('withholds lengths while the unit is not known, and turns inches into mm', () => {
    const line = '<Run|MPos:1.0000,2.0000,0.0000|FS:10.0,8000>';
    const read = (unit: 'mm' | 'inch' | null) => {
      const frame = interpret(grbl, line, unit);
      return frame?.kind === 'status' ? frame.readings : null;
    };
    expect(read(null)).toEqual({ 'spindle.speed': 8000 });
    expect(read('mm')).toMatchObject({ 'position.machine.x': 1, 'path.feedrate': 10 });
    expect(read('inch')).toMatchObject({
      'position.machine.x': 25.4,
      'path.feedrate': 254,
      'spindle.speed': 8000,
    });
  });

  it('inv. 7: no beginning and no end of a status line is a status', () => {
    for (let cut = 1; cut < idle.length; cut++) {
      expect(interpret(grbl, idle.slice(0, cut), 'mm')).toBeNull();
      expect(interpret(grbl, idle.slice(cut), 'mm')).toBeNull();
    }
  });

  it('inv. 7: a word that it does not know is unknown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,16}$/), (word) => {
        const frame = interpret(grbl, idle.replace('Idle', word), 'mm');
        const known = grbl.states.some((row) => row.state === word && row.sub === null);
        return known || (frame?.kind === 'status' && frame.activity === 'unknown' && frame.raw === word);
      }),
      { numRuns: 2000 },
    );
  });

  it('inv. 7: one damaged character never turns another state into idle', () => {
    const lines = [
      '<Run|MPos:1.000,0.000,0.000|FS:500,0>',
      '<Alarm|MPos:1.000,0.000,0.000|FS:0,0>',
      '<Hold:0|MPos:1.000,0.000,0.000|FS:0,0>',
    ];
    for (const line of lines) {
      for (let at = 0; at < line.length; at++) {
        for (let code = 0x20; code < 0x7f; code++) {
          const frame = interpret(
            grbl,
            line.slice(0, at) + String.fromCharCode(code) + line.slice(at + 1),
            'mm',
          );
          if (frame?.kind === 'status') expect(frame.activity).not.toBe('idle');
        }
      }
    }
  });

  it('inv. 11: words like constructor are only words', () => {
    const frame = interpret(grbl, '<constructor|MPos:0.000,0.000,0.000|FS:0,0|toString:1>', 'mm');
    expect(frame).toMatchObject({ activity: 'unknown', raw: 'constructor' });
  });
});
