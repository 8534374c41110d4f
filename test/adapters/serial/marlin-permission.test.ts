// The permission to run at a simulated printer, under a hand-turned clock: what is sent when, and what is believed.

import { describe, expect, it } from 'vitest';
import { openMarlinHost } from '../../../src/adapters/simulator/marlin-host.ts';
import { marlinBench } from './marlin-bench.ts';

const psu = { psuControl: true };
const orders = (sent: readonly string[]) => sent.filter((line) => /^M8[01]/.test(line));

describe('a printer that is its own switch', () => {
  it('is asked, told, and asked again at once', async () => {
    const { link, printer, permissions, sent, pass } = await marlinBench({ permits: true, build: psu });
    expect(link.permit(true)).toBe(false);
    pass(30_000);
    expect(permissions).toEqual([{ on: false, fault: null }]);
    const before = sent.length;
    expect(link.permit(true)).toBe(true);
    pass(200);
    expect(sent.slice(before, before + 2)).toEqual(['M80', 'M80 S']);
    expect(permissions.at(-1)).toEqual({ on: true, fault: null });
    expect(printer.facts().supplied).toBe(true);
  });

  it('gets no second M80 while it says that it is on: a renewal only asks, also in a job', async () => {
    const { link, printer, permissions, sent, pass, last } = await marlinBench({ permits: true, build: psu });
    pass(30_000);
    link.permit(true);
    pass(1000);
    const host = openMarlinHost(printer);
    const lines = Array.from({ length: 40 }, (_, i) => `G1 X${i % 2 ? 10 : 60} Y${i} F1200`);
    const done = host.runJob(['M104 S210', ...lines]);
    const before = sent.length;
    for (let i = 0; i < 6; i++) {
      link.permit(true);
      pass(10_000);
    }
    expect(orders(sent.slice(before)).every((line) => line === 'M80 S')).toBe(true);
    expect(permissions.map(({ on }) => on)).toEqual([false, true]);
    pass(120_000);
    expect(await done).toMatchObject({ result: 'completed', resent: 0 });
    expect(last()?.link).toBe('up');
  });

  it('is not told while a long command blocks it, and what was read before still holds', async () => {
    const { link, printer, permissions, sent, pass } = await marlinBench({ permits: true, build: psu });
    pass(30_000);
    link.permit(true);
    pass(1000);
    printer.attach(() => undefined).write(Buffer.from('G29\n'));
    pass(4000);
    const before = sent.length;
    expect(link.permit(false)).toBe(false);
    pass(5000);
    expect(orders(sent.slice(before))).toEqual([]);
    expect(permissions.at(-1)).toEqual({ on: true, fault: null });
    pass(20_000);
    expect(link.permit(false)).toBe(true);
    pass(3000);
    expect(permissions.at(-1)).toEqual({ on: false, fault: null });
    expect(printer.facts().supplied).toBe(false);
  });

  it('inv. 7: built without it says so once, stays unknown, and is not asked again before its next start', async () => {
    const { link, printer, permissions, sent, pass } = await marlinBench({ permits: true });
    pass(30_000);
    expect(permissions).toEqual([{ on: null, fault: { code: 'missing', detail: '' } }]);
    expect(link.permit(true)).toBe(false);
    pass(60_000);
    expect(orders(sent)).toEqual(['M80 S']);
    printer.faults.restart();
    pass(30_000);
    expect(orders(sent)).toEqual(['M80 S', 'M80 S']);
  });

  it('inv. 7: is unknown after a restart, in silence, and when its answers do not come', async () => {
    let deaf = false;
    const { link, printer, permissions, pass } = await marlinBench({
      permits: true,
      build: psu,
      spoil: (bytes) =>
        deaf ? Buffer.from(Buffer.from(bytes).toString('latin1').replace('PS:1', 'wait')) : bytes,
    });
    pass(30_000);
    link.permit(true);
    pass(1000);
    printer.faults.restart();
    pass(30_000);
    expect(permissions.map(({ on }) => on)).toEqual([false, true, null, false]);
    link.permit(true);
    pass(1000);
    deaf = true;
    pass(30_000);
    expect(permissions.at(-1)?.on).toBeNull();
    deaf = false;
    pass(10_000);
    expect(permissions.at(-1)?.on).toBe(true);
    printer.faults.silence(true);
    pass(120_000);
    expect(permissions.at(-1)?.on).toBeNull();
  });

  it('is never asked where it is not the switch', async () => {
    const { link, permissions, sent, pass } = await marlinBench({ build: psu });
    pass(60_000);
    expect(link.permit(true)).toBe(false);
    expect(orders(sent)).toEqual([]);
    expect(permissions).toEqual([]);
  });

  it('inv. 9: its supply goes with the heat taken away first', async () => {
    const { link, printer, sent, pass } = await marlinBench({ permits: true, build: psu });
    pass(30_000);
    link.permit(true);
    pass(1000);
    printer.attach(() => undefined).write(Buffer.from('M104 S210\n'));
    pass(5000);
    const ended = link.endAccess();
    pass(10_000);
    expect(await ended).toBe('confirmed');
    expect(orders(sent)).not.toContain('M81');
    link.permit(false);
    pass(3000);
    expect(printer.facts()).toMatchObject({ supplied: false, hotendTargetC: 0 });
  });
});
