// The link to a printer with RepRapFirmware 3 over real TCP: who it is, a print with a pause, an emergency stop, the end of
// access, and what is known when the cable is out.

import { describe, expect, it } from 'vitest';
import { type RrfOptions, simulateRrf } from '../../../src/adapters/simulator/rrf.ts';
import { jsonBench } from './json-bench.ts';
import { until } from './link-under-test.ts';

const waitMs = 20_000;

async function shop(options: Pick<RrfOptions, 'cancelMacro'> = {}) {
  const printer = simulateRrf({ now: () => performance.now(), powered: true, ...options });
  const bench = await jsonBench('reprapfirmware-3', printer);
  await bench.seen('idle');
  const started = () => until(() => bench.heard.edges().includes('started'), 'the print to start', waitMs);
  return { printer, started, ...bench };
}

describe('a printer with RepRapFirmware behind TCP', () => {
  it('is asked who it is, and its print with a pause is watched from start to end', async () => {
    const { printer, heard, seen, started, sent } = await shop();
    printer.person.print({ seconds: 4 });
    await started();
    printer.person.pause();
    await seen('paused');
    printer.person.resume();
    await seen('running');
    await seen('idle');
    expect(heard.edges()).toEqual(['started']);
    expect(sent()).toContain('M115\n');
    expect(sent()).toMatch(/^(M115\n|M409 K"[a-zA-Z.]+"( F"f")?\n)+$/);
    await until(
      () => heard.reports.some(({ readings }) => readings['temperature.hotend0.target'] === 205),
      'its readings',
      waitMs,
    );
    expect(heard.reports.some(({ readings }) => (readings['program.timeLeft'] ?? 0) > 0)).toBe(true);
  });

  it.each([false, true])(
    'inv. 8: ends access in a print: paused, cancelled, cold (cancel.g: %s)',
    async (cancelMacro) => {
      const { printer, heard, link, started, sent } = await shop({ cancelMacro });
      printer.person.print({ seconds: 60 });
      await started();
      expect(await link.endAccess()).toBe('confirmed');
      expect(printer.facts()).toEqual({ word: 'idle', hotendTargetC: 0, bedTargetC: 0 });
      const orders = sent().match(/^M(25|0|104|140).*$/gm);
      expect(orders).toEqual(['M25', 'M0', 'M104 S0', 'M140 S0']);
      expect(heard.edges()).toEqual(['started', 'aborted']);
      printer.person.resume();
      expect(printer.facts().word).toBe('idle');
    },
  );

  it('inv. 8: never cancels where nothing is printed, for that would run stop.g', async () => {
    const { link, sent } = await shop();
    expect(await link.endAccess()).toBe('confirmed');
    expect(sent()).not.toMatch(/^M0$/m);
  });

  it('tells an emergency stop as one, and ends the print', async () => {
    const { printer, heard, seen, started, last, link } = await shop();
    printer.person.print({ seconds: 60 });
    await started();
    printer.person.halt();
    await seen('estop');
    expect(last()?.substate).toBe('halted');
    expect(heard.edges()).toEqual(['started', 'failed']);
    expect(await link.endAccess()).toBe('confirmed');
    expect(printer.facts().word).toBe('halted');
  });

  it('inv. 7: unplugged in mid-print it is unknown, never idle, and the print is found again', async () => {
    const { printer, heard, server, seen, started, last, link } = await shop();
    printer.person.print({ seconds: 60 });
    await started();
    const from = heard.reports.length;
    await server.unplug();
    await until(() => last()?.link === 'lost', 'the link to be lost', waitMs);
    expect(await link.endAccess()).toBe('unknown');
    await server.replug();
    await seen('running');
    expect(heard.reports.slice(from).map(({ activity }) => activity)).not.toContain('idle');
    expect(heard.edges()).toEqual(['started']);
  });

  it('takes a restart in mid-print for an abort, through noise and half lines', async () => {
    const { printer, heard, seen, started, link } = await shop();
    printer.person.print({ seconds: 60 });
    await started();
    printer.faults.noise(Buffer.from('{"key":"st\xff\r\n', 'latin1'));
    printer.faults.restart();
    printer.faults.halfLine();
    await seen('starting');
    await seen('idle');
    expect(heard.edges()).toEqual(['started', 'aborted']);
    expect(link.facts().badLines).toBeGreaterThan(0);
  });
});
