// The simulated TinyG and g2core: their words on the wire, and the traps for the sake of which their profiles end access
// as they do.

import { describe, expect, it } from 'vitest';
import { simulateTinyg } from '../../../src/adapters/simulator/tinyg.ts';
import type { TinygFirmware } from '../../../src/adapters/simulator/tinyg-state.ts';

function bench(firmware: TinygFirmware) {
  let nowMs = 0;
  let said = '';
  const controller = simulateTinyg({ firmware, now: () => nowMs, powered: true });
  const port = controller.attach((bytes) => {
    said += Buffer.from(bytes).toString('latin1');
  });
  return {
    controller,
    type: (text: string) => port.write(Buffer.from(text, 'latin1')),
    pass: (forMs: number) => {
      nowMs += forMs;
      controller.step(nowMs);
    },
    /** What was said since the last call, line by line. */
    said: () => {
      const lines = said.split('\n').filter(Boolean);
      said = '';
      return lines;
    },
  };
}

const job = 'G21 G90\nM3 S5000\nG1 X300 F600\nM5\nM2\n';

describe('a simulated TinyG', () => {
  it('answers a whole report, then tells only what changes', () => {
    const { type, pass, said } = bench('tinyg');
    type('{"sr":null}\n');
    expect(said()).toEqual([
      '{"r":{"sr":{"line":0,"posx":0.000,"posy":0.000,"posz":0.000,"feed":0.00,"vel":0.000,"unit":1,"stat":1}},"f":[1,0,12,898]}',
    ]);
    type('G1 X1 F600\n');
    pass(100);
    said();
    pass(400);
    expect(said().at(-1)).toBe('{"sr":{"posx":1.000,"vel":0.000,"stat":3}}');
  });

  it('refuses what it does not know, and broken JSON', () => {
    const { type, said } = bench('tinyg');
    type('{"fbs":null}\n{"sr":\n');
    expect(said().map((line) => /"f":\[1,(\d+)/.exec(line)?.[1])).toEqual(['100', '111']);
  });

  it('lets the spindle turn in a hold, and flushes what was sent right after the flush', () => {
    const { controller, type, pass } = bench('tinyg');
    type(job);
    pass(1000);
    type('!');
    pass(20);
    expect(controller.facts()).toMatchObject({ word: 'hold', held: false, spindleRpm: 5000 });
    type('%M5');
    pass(1000);
    type('\n');
    expect(controller.facts()).toMatchObject({ word: 'stop', queuedMoves: 0, spindleRpm: 5000 });
    type('M5\n');
    expect(controller.facts().spindleRpm).toBe(0);
  });

  it('ends an alarm when it is flushed: the trap that the profile stays out of', () => {
    const { controller, type } = bench('tinyg');
    controller.faults.softLimit();
    type('!');
    expect(controller.facts().word).toBe('alarm');
    type('%');
    expect(controller.facts().word).toBe('stop');
  });

  it('is silent once a limit switch has shut it down', () => {
    const { controller, type, pass, said } = bench('tinyg');
    controller.faults.limitSwitch();
    said();
    type('{"sr":null}\n');
    pass(1000);
    expect(said()).toEqual([]);
  });
});

describe('a simulated g2core', () => {
  it('pauses the spindle in a hold, and brings it back by a flush: the trap that the profile stays out of', () => {
    const { controller, type, pass } = bench('g2core');
    type(job);
    pass(1000);
    type('!');
    pass(1000);
    expect(controller.facts()).toMatchObject({ held: true, spindleRpm: 0 });
    type('%');
    expect(controller.facts()).toMatchObject({ word: 'stop', spindleRpm: 5000 });
  });

  it('slows down and forgets the job at one byte, with everything off', () => {
    const { controller, type, pass, said } = bench('g2core');
    type(job);
    pass(1000);
    said();
    type('\x04');
    expect(controller.facts().word).toBe('hold');
    pass(500);
    expect(controller.facts()).toMatchObject({ word: 'end', queuedMoves: 0, spindleRpm: 0 });
    expect(said().some((line) => line.startsWith('{"er":{"fb":100.26,"st":207,'))).toBe(true);
    type('~');
    pass(1000);
    expect(controller.facts().queuedMoves).toBe(0);
  });
});
