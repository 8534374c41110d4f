// Klipper through Moonraker: what all machines on the network promise, and what only this one does.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { moonrakerTalk } from '../../../src/adapters/moonraker/moonraker-talk.ts';
import { type MoonrakerOptions, simulateMoonraker } from '../../../src/adapters/simulator/moonraker.ts';
import { keptWorld, patience } from '../../fakes/kept-world.ts';
import { printerBench } from '../../fakes/printer-bench.ts';
import { talkSuite } from '../../ports/talk.suite.ts';

const pace = { beatMs: 50, awayMs: 20 };
const usual: MoonrakerOptions = { port: 0, key: 'right' };

const talkTo = (url: string, given: { key?: string | null; orders?: boolean } = {}) =>
  moonrakerTalk({ url, key: 'right', orders: true, ...given }, pace);

talkSuite('Moonraker', async () => {
  const printer = await simulateMoonraker(usual);
  return printerBench(printer, {
    talk: ({ orders = true } = {}) => talkTo(printer.url(), { orders }),
    stranger: () => talkTo(printer.url(), { key: 'wrong' }),
    startJob: (name) => printer.startJob(name, { printedS: 60, progress: 0.25 }),
  });
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(given: Partial<MoonrakerOptions> = {}, link: Parameters<typeof talkTo>[1] = {}) {
  const printer = await simulateMoonraker({ ...usual, ...given });
  const world = keptWorld(talkTo(printer.url(), link));
  closing.push(printer.close, world.kept.close);
  return { printer, ...world };
}

describe('Moonraker', () => {
  it('tells progress, what is left and heat, and leaves them out where they are not sane', async () => {
    const { printer, until, last } = await open();
    await until({ activity: 'idle', readings: { 'temperature.hotend0.actual': 22.4 } });
    printer.startJob('box.gcode');
    printer.set('extruder', { temperature: 180, target: 210 });
    await until({ activity: 'heating' });
    printer.set('extruder', { temperature: 209.5 });
    printer.set('print_stats', { print_duration: 10, total_duration: 60 });
    printer.set('virtual_sdcard', { progress: 0.5 });
    await until({ activity: 'running', readings: { 'program.progress': 0.5 } });
    expect(last()?.readings).not.toHaveProperty('program.timeLeft');
    printer.set('print_stats', { print_duration: 300 });
    printer.pauseJob();
    await until({ activity: 'paused' });
    printer.resumeJob();
    await until({ activity: 'running' });
    await until({ readings: { 'program.timeLeft': 300, 'temperature.hotend0.target': 210 } });
  });

  it('reads its hour meter, again after each job', async () => {
    const totals = { total_jobs: 3, total_print_time: 3600.25 };
    const { printer, until } = await open({ totals });
    await until({ readings: { operationDuration: 3_600_250, operationCycleCounter: 3 } });
    totals.total_jobs = 4;
    printer.say('{"jsonrpc":"2.0","method":"notify_history_changed","params":[{"action":"finished"}]}');
    await until({ readings: { operationCycleCounter: 4 } });
  });

  it('a move by hand is busy, and no job', async () => {
    const { printer, until, jobs } = await open();
    await until({ activity: 'idle' });
    printer.set('idle_timeout', { state: 'Printing' });
    await until({ activity: 'busy', raw: 'standby, toolhead Printing' });
    printer.set('idle_timeout', { state: 'Ready' });
    await until({ activity: 'idle' });
    expect(jobs().slice(1)).toEqual([]);
  });

  it.each(['startup', 'error', 'shutdown', 'disconnected'] as const)(
    'is away while Klipper is %s, and subscribes again when it is ready',
    async (state) => {
      const { printer, until } = await open();
      await until({ activity: 'idle' });
      printer.setKlippy(state);
      const away = { code: 'controller-away', values: { state } };
      await until({ link: 'lost', activity: 'unknown', troubles: [away] });
      printer.setKlippy('ready');
      await until({ link: 'up', activity: 'idle' });
      printer.startJob('box.gcode');
      await until({ activity: 'running' });
    },
  );

  it('a print under way has failed when Klipper goes', async () => {
    const { printer, until, jobs } = await open();
    await until({ activity: 'idle' });
    printer.startJob('box.gcode');
    await until({ activity: 'running' });
    printer.setKlippy('shutdown');
    await until({ link: 'lost' });
    expect(jobs().slice(1)).toEqual([{ event: 'started' }, { event: 'ended', result: 'failed' }]);
  });

  it('two jobs of one name without a pause between them are two', async () => {
    const { printer, until, jobs } = await open();
    await until({ activity: 'idle' });
    printer.startJob('box.gcode');
    printer.set('print_stats', { total_duration: 100 });
    await until({ activity: 'running' });
    printer.set('print_stats', { total_duration: 1 });
    await vi.waitFor(() => expect(jobs().slice(2)).toHaveLength(2), patience);
    expect(jobs().slice(2)).toEqual([{ event: 'ended', result: 'unknown' }, { event: 'started' }]);
  });

  it('is let in without a key where it is trusted, and not where it is not', async () => {
    const trusted = await open({ key: null }, { key: null });
    await trusted.until({ link: 'up' });
    const stranger = await open({}, { key: null });
    await stranger.until({ troubles: [{ code: 'sign-in-refused', values: {} }] });
  });

  it('talks with one that does not know names of clients yet', async () => {
    const printer = await simulateMoonraker(usual);
    printer.instead.set('server.connection.identify', '{"jsonrpc":"2.0","id":"ID","error":{"code":-32601}}');
    const world = keptWorld(talkTo(printer.url()));
    closing.push(printer.close, world.kept.close);
    await world.until({ link: 'up', activity: 'idle' });
  });

  const hostile: readonly [string, string][] = [
    ['not JSON', '<html>'],
    ['nothing', ''],
    ['too long', `{"jsonrpc":"2.0","id":"ID","result":{"klippy_state":"${'x'.repeat(1_200_000)}"}}`],
    ['without a state', '{"jsonrpc":"2.0","id":"ID","result":{}}'],
    ['of another type', '{"jsonrpc":"2.0","id":"ID","result":{"klippy_state":["ready"]}}'],
    ['with a prototype', '{"jsonrpc":"2.0","id":"ID","result":{"__proto__":{"klippy_state":"ready"}}}'],
  ];
  it.each(hostile)('inv. 11: an answer %s is a trouble, never idle', async (_name, text) => {
    const printer = await simulateMoonraker(usual);
    printer.instead.set('server.info', text);
    const world = keptWorld(talkTo(printer.url()));
    closing.push(printer.close, world.kept.close);
    await vi.waitFor(() => expect(world.last()?.troubles).toHaveLength(1), patience);
    expect(world.reports.map(({ activity }) => activity)).not.toContain('idle');
  });

  it('inv. 11: hostile notices change nothing for the better', async () => {
    const { printer, until } = await open();
    await until({ activity: 'idle' });
    const tell = (params: string) =>
      printer.say(`{"jsonrpc":"2.0","method":"notify_status_update","params":${params}}`);
    for (const params of ['null', '{}', '[]', '[null]', '[7]', `${'['.repeat(5000)}${']'.repeat(5000)}`])
      tell(params);
    tell('[{"__proto__":{"print_stats":{"state":"printing"}},"extruder":{"temperature":"hot"}}]');
    printer.say('{"jsonrpc":"2.0","id":99,"result":{}}');
    printer.say('{"jsonrpc":"2.0","id":1,"method":"__proto__"}');
    tell('[{"print_stats":7}]');
    await until({ link: 'up', activity: 'unknown' });
    tell('[{"print_stats":{"state":"standby"},"idle_timeout":{"state":1}}]');
    await until({ raw: 'standby', activity: 'unknown' });
    tell('[{"idle_timeout":{"state":"Idle"}}]');
    await until({ activity: 'idle' });
  });
});
