// OctoPrint, pushed and asked: what all machines on the network promise, and what only this one does.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { octoprintTalk } from '../../../src/adapters/octoprint/octoprint-talk.ts';
import { type OctoprintOptions, simulateOctoprint } from '../../../src/adapters/simulator/octoprint.ts';
import type { OctoprintState } from '../../../src/adapters/simulator/octoprint-flags.ts';
import { keptWorld, patience } from '../../fakes/kept-world.ts';
import { printerBench } from '../../fakes/printer-bench.ts';
import { talkSuite } from '../../ports/talk.suite.ts';

const pace = { beatMs: 40, pollMs: 10 };
const usual: OctoprintOptions = { port: 0, key: 'right', pushMs: 2 };

const talkTo = (url: string, given: { key?: string; orders?: boolean } = {}) =>
  octoprintTalk({ url, key: 'right', orders: true, ...given }, pace);

const ways: readonly [string, OctoprintOptions['socket']][] = [
  ['OctoPrint', 'open'],
  ['OctoPrint without its socket', 'refused'],
];
for (const [name, socket] of ways)
  talkSuite(name, async () => {
    const printer = await simulateOctoprint({ ...usual, ...(socket && { socket }) });
    return printerBench(printer, {
      talk: ({ orders = true } = {}) => talkTo(printer.url(), { orders }),
      stranger: () => talkTo(printer.url(), { key: 'wrong' }),
      startJob: (name) => printer.startJob(name, { completion: 25, printTimeLeft: 600 }),
    });
  });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(
  given: Partial<OctoprintOptions> = {},
  before: (printer: Awaited<ReturnType<typeof simulateOctoprint>>) => void = () => undefined,
) {
  const printer = await simulateOctoprint({ ...usual, ...given });
  before(printer);
  const world = keptWorld(talkTo(printer.url()));
  closing.push(printer.close, world.kept.close);
  return { printer, ...world };
}

const states: readonly [OctoprintState, object][] = [
  ['operational', { link: 'up', activity: 'idle', raw: 'Operational' }],
  ['sending', { link: 'up', activity: 'busy' }],
  ['printing', { link: 'up', activity: 'running' }],
  ['pausing', { link: 'up', activity: 'pausing' }],
  ['paused', { link: 'up', activity: 'paused' }],
  ['resuming', { link: 'up', activity: 'resuming' }],
  ['finishing', { link: 'up', activity: 'running', raw: 'Finishing' }],
  ['cancelling', { link: 'up', activity: 'cancelling' }],
  ['offline', { activity: 'unknown', troubles: [{ code: 'controller-away', values: { state: 'Offline' } }] }],
  ['connecting', { troubles: [{ code: 'controller-away', values: { state: 'Connecting' } }] }],
  ['failed', { troubles: [{ code: 'controller-away', values: { state: 'Offline after error' } }] }],
];

describe.each(ways)('%s', (_name, socket) => {
  const given = socket ? { socket } : {};

  it.each(states)('in the state %s', async (state, wanted) => {
    const { until } = await open(given, (printer) => printer.setState(state));
    await until(wanted);
  });

  it('tells progress, what is left and heat', async () => {
    const { printer, until, last } = await open(given);
    printer.startJob('box.gcode');
    printer.setProgress({ completion: 25, printTimeLeft: 600 });
    const tool1 = { actual: 31, target: 0 };
    printer.setHeat({ tool0: { actual: 205.5, target: 210 }, tool1, bed: { actual: 60, target: null } });
    await until({
      activity: 'running',
      readings: {
        ...{ 'program.progress': 0.25, 'program.timeLeft': 600 },
        ...{ 'temperature.hotend0.actual': 205.5, 'temperature.bed.actual': 60 },
        ...{ 'temperature.hotend1.actual': 31, 'temperature.hotend1.target': 0 },
      },
    });
    expect(last()?.readings).not.toHaveProperty('temperature.bed.target');
  });

  it('a print under way has failed when its printer goes', async () => {
    const { printer, until, jobs } = await open(given);
    printer.startJob('box.gcode');
    await until({ activity: 'running' });
    printer.setState('failed');
    await until({ link: 'lost', activity: 'unknown' });
    expect(jobs().slice(-2)).toEqual([{ event: 'started' }, { event: 'ended', result: 'failed' }]);
    printer.setState('operational');
    await until({ link: 'up', activity: 'idle' });
  });

  it('a key that may only look is told as such, until it may do more', async () => {
    const { printer, until, last, kept } = await open(given, (one) => {
      one.rights = 'status';
    });
    printer.startJob('box.gcode');
    await until({ activity: 'running' });
    expect(await kept.endAccess()).toBe('refused');
    expect(last()?.troubles).toEqual([{ code: 'read-only', values: {} }]);
    printer.rights = 'print';
    expect(await kept.endAccess()).toBe('confirmed');
    await until({ activity: 'idle', troubles: [] });
  });

  it('a key that may not even look is a trouble', async () => {
    const { until } = await open(given, (printer) => {
      printer.rights = 'none';
    });
    await until({ link: 'never', troubles: [{ code: 'sign-in-refused', values: {} }] });
  });

  const hostile: readonly [string, string][] = [
    ['not JSON', '<html>'],
    ['nothing', ''],
    ['too long', `"${'x'.repeat(300_000)}"`],
  ];
  it.each(hostile)('inv. 11: answers %s are a trouble, never idle', async (_what, text) => {
    const { reports, last } = await open(given, (printer) => {
      for (const path of ['/api/login', '/api/job', '/api/printer']) printer.instead.set(path, text);
    });
    await vi.waitFor(() => expect(last()).toBeDefined(), patience);
    expect(reports.map(({ activity }) => activity)).not.toContain('idle');
  });
});

const flags = '"operational":true,"paused":false,"error":false,"closedOrError":false,"ready":true';

describe('OctoPrint that pushes', () => {
  it('signs in anew when it is asked to, and hears on', async () => {
    const { printer, until } = await open();
    await until({ activity: 'idle' });
    printer.askAgain('stale');
    await vi.waitFor(() => expect(printer.signIns).toBe(2), patience);
    printer.startJob('box.gcode');
    await until({ activity: 'running' });
  });

  it('inv. 7: is asked where its socket has become mute', async () => {
    const { printer, until } = await open();
    await until({ activity: 'idle' });
    printer.isPushing = false;
    printer.startJob('box.gcode');
    await until({ activity: 'running', program: 'box.gcode' });
  });

  it('keeps the heat that a push leaves out', async () => {
    const { printer, until } = await open();
    await until({ readings: { 'temperature.hotend0.actual': 22.1 } });
    const push = { state: { text: 'Operational', flags: JSON.parse(`{${flags},"printing":false}`) } };
    printer.say(JSON.stringify({ current: { ...push, temps: [] } }));
    printer.say(JSON.stringify({ current: { ...push, temps: [{ bed: { actual: 40 } }] } }));
    await until({ readings: { 'temperature.hotend0.actual': 22.1, 'temperature.bed.actual': 40 } });
  });

  it('is asked where its socket stays mute', async () => {
    const { printer, until } = await open({ socket: 'mute' });
    await until({ link: 'up', activity: 'idle' });
    printer.startJob('box.gcode');
    await until({ activity: 'running', program: 'box.gcode' });
  });

  it('a print that failed has failed', async () => {
    const { printer, until, jobs } = await open();
    await until({ activity: 'idle' });
    printer.startJob('box.gcode');
    await until({ activity: 'running' });
    printer.failJob();
    await until({ activity: 'idle' });
    expect(jobs().at(-1)).toEqual({ event: 'ended', result: 'failed' });
  });

  it('two jobs without a rest between them are two', async () => {
    const { printer, until, jobs } = await open();
    await until({ activity: 'idle' });
    printer.startJob('one.gcode');
    await until({ program: 'one.gcode' });
    printer.say('{"event":{"type":"PrintDone","payload":{}}}');
    printer.startJob('two.gcode');
    printer.setProgress({ completion: 1, printTimeLeft: null });
    await until({ program: 'two.gcode' });
    await vi.waitFor(() => expect(jobs().slice(2)).toHaveLength(2), patience);
    expect(jobs().slice(2)).toEqual([{ event: 'ended', result: 'unknown' }, { event: 'started' }]);
  });

  const odd: readonly [string, string][] = [
    ['without flags', '{"state":{"text":"Operational"}}'],
    ['with flags as words', `{"state":{"flags":{${flags},"printing":"true"}}}`],
    ['with half of its flags', `{"state":{"flags":{${flags}}}}`],
    ['with a prototype', `{"state":{"flags":{"__proto__":{${flags},"printing":false}}}}`],
    ['of another type', '[]'],
    ['nested deeply', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ];
  it.each(odd)('inv. 7: a push %s is unknown, never idle', async (_what, payload) => {
    const { printer, until, reports } = await open();
    await until({ activity: 'idle' });
    printer.say(`{"current":${payload}}`);
    // What is asked for beside the push mends it soon.
    await vi.waitFor(() => expect(reports.map(({ activity }) => activity)).toContain('unknown'), patience);
    printer.setState('printing');
    await until({ activity: 'running' });
  });

  it('inv. 11: numbers that are none, and kinds that nobody knows, are not heard', async () => {
    const { printer, until, last } = await open();
    await until({ activity: 'idle' });
    for (const text of ['{"plugin":{}}', 'null', '7', '{"event":7}', '{"__proto__":{"current":{}}}'])
      printer.say(text);
    const push = {
      state: { text: 'Printing', flags: JSON.parse(`{${flags},"printing":true}`) },
      progress: { completion: '50', printTimeLeft: -1 },
      temps: [{ tool0: { actual: '200', target: 1e9 } }],
      job: { file: { name: 'a\u0000\u202eb' } },
    };
    printer.say(JSON.stringify({ current: push }));
    await until({ activity: 'running', program: 'ab' });
    expect(last()?.readings).not.toHaveProperty('program.progress');
    expect(last()?.readings).toMatchObject({ 'temperature.hotend0.actual': 22.1 });
  });

  it('inv. 11: a push that is not JSON ends the conversation', async () => {
    const { printer, until } = await open();
    await until({ activity: 'idle' });
    printer.say('{');
    await until({ link: 'lost', troubles: [{ code: 'answer-unfit', values: {} }] });
    await until({ link: 'up', activity: 'idle' }, { turning: true });
  });
});
