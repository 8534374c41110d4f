// PrusaLink over real sockets, against simulated printers with a board of their own and with a Raspberry Pi.

import { afterEach, describe, expect, it } from 'vitest';
import { prusalinkTalk } from '../../../src/adapters/prusalink/prusalink-talk.ts';
import {
  type PrusaLinkOptions,
  type SimulatedPrusaLink,
  simulatePrusaLink,
} from '../../../src/adapters/simulator/prusalink.ts';
import type { Talk } from '../../../src/edge/talk.ts';
import { hostileBodies, keepInTest } from '../../fakes/kept-talk.ts';
import { talkSuite } from '../../ports/talk.suite.ts';
import { until } from '../serial/link-under-test.ts';

const key = 'GmFcZ3aZ';
const pace = { jobMs: 20, idleMs: 20 };
const limits = { silenceMs: 1000, cancelMs: 1000 };
/** For a keeper whose hands are turned in steps of a second. */
const turnedByHand = { silenceMs: 10_000, cancelMs: 8000 };
type Access = Parameters<typeof prusalinkTalk>[0]['access'];

const talkTo = (url: string, access: Access, orders = true): Talk => ({
  ...prusalinkTalk({ url, access, orders }, pace),
  ...limits,
});

const suites: readonly [string, Pick<PrusaLinkOptions, 'board' | 'nonceMs'>, Access, Access][] = [
  [
    'a Buddy by its password',
    { board: 'buddy', nonceMs: 60 },
    { user: 'maker', password: key },
    { user: 'maker', password: 'x' },
  ],
  ['a Raspberry Pi by its key', { board: 'pi' }, { key }, { key: 'other' }],
];

for (const [name, options, access, wrong] of suites) {
  talkSuite(name, async () => {
    const printer = await simulatePrusaLink({ port: 0, key, ...options });
    return {
      ...printer,
      talk: ({ orders = true } = {}) => ({ ...talkTo(printer.url, access, orders), ...turnedByHand }),
      stranger: () => talkTo(printer.url, wrong),
      startJob(job) {
        printer.startJob(job);
        printer.setProgress(42, 600);
      },
      orders: () => printer.asked.filter(({ method }) => method !== 'GET').map(({ path }) => path),
    };
  });
}

describe('a PrusaLink', { timeout: 60_000 }, () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const begin = async (
    given: Partial<PrusaLinkOptions> = {},
    before?: (printer: SimulatedPrusaLink) => void,
  ) => {
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key, ...given });
    closing.push(printer.close);
    before?.(printer);
    const seen = keepInTest(talkTo(printer.url, { key }));
    closing.push(() => seen.kept.close());
    return { printer, ...seen };
  };
  const troubles = ({ last }: Pick<Awaited<ReturnType<typeof begin>>, 'last'>) =>
    last()?.troubles?.map(({ code }) => code);

  const doors: readonly [string, Partial<PrusaLinkOptions>, Access, Access][] = [
    ['a Buddy takes its key', { board: 'buddy' }, { key }, { key: 'x' }],
    [
      'a Raspberry Pi takes name and password, each nonce for a while',
      { board: 'pi', user: 'ada', password: 'lovelace', nonceMs: 60 },
      { user: 'ada', password: 'lovelace' },
      { user: 'bob', password: 'lovelace' },
    ],
  ];
  it.each(doors)('%s, lets a job be ended so, and lets nobody else in', async (_, options, access, wrong) => {
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key, ...options });
    closing.push(printer.close);
    printer.startJob('box.gcode');
    const { kept, reads } = keepInTest(talkTo(printer.url, access));
    closing.push(() => kept.close());
    await reads('running');
    expect(await kept.endAccess()).toBe('confirmed');
    const stranger = keepInTest(talkTo(printer.url, wrong));
    closing.push(() => stranger.kept.close());
    await until(() => stranger.last() !== undefined, 'a report');
    expect(stranger.last()?.troubles).toEqual([{ code: 'sign-in-refused', values: {} }]);
  });

  it('asks for the name only when the id of the job changes', async () => {
    const { printer, reads, last } = await begin();
    const asked = () => printer.asked.filter(({ path }) => path === '/api/v1/job').length;
    printer.startJob('one.gcode');
    await reads('running');
    printer.pause();
    await reads('paused');
    printer.resume();
    await reads('running');
    expect(asked()).toBe(1);
    printer.startJob('two.gcode');
    await until(() => last()?.program === 'two.gcode', 'the second job');
    expect(asked()).toBe(2);
  });

  it('one job straight after another is an end and a start', async () => {
    const { printer, reads, edges, last } = await begin();
    await reads('idle');
    printer.startJob('one.gcode');
    await reads('running');
    printer.startJob('two.gcode');
    await until(() => last()?.program === 'two.gcode', 'the second job');
    expect(edges().slice(-3)).toEqual(['started', 'unknown', 'started']);
  });

  it('waits for a person without losing its job, and ends it then too', async () => {
    const { printer, kept, reads, last, edges } = await begin();
    printer.startJob('box.gcode');
    await reads('running');
    printer.show('ATTENTION');
    await reads('paused');
    expect([last()?.substate, last()?.program]).toEqual(['ATTENTION', 'box.gcode']);
    expect(await kept.endAccess()).toBe('confirmed');
    expect(edges().at(-1)).toBe('aborted');
  });

  it('has no order to give in a state that takes none: 409', async () => {
    const { printer, kept, reads } = await begin();
    printer.startJob('box.gcode');
    printer.show('BUSY');
    await reads('busy');
    expect(await kept.endAccess()).toBe('refused');
  });

  it('says that a Raspberry Pi has no printer: 503', async () => {
    const begun = await begin({ board: 'pi' }, (printer) => printer.findPrinter(false));
    await until(() => begun.last() !== undefined, 'a report');
    expect([begun.last()?.activity, troubles(begun)]).toEqual(['unknown', ['controller-away']]);
    begun.printer.findPrinter(true);
    await begun.reads('idle');
    begun.printer.findPrinter(false);
    await begun.reads('lost');
  });

  it('knows an OctoPrint by its greeting', async () => {
    const octoprint = { status: 200, body: { api: '0.1', server: '1.10.2', text: 'OctoPrint 1.10.2' } };
    const begun = await begin({}, (printer) => printer.answerAs('/api/version', octoprint));
    await until(() => begun.last() !== undefined, 'a report');
    expect(begun.last()?.troubles).toEqual([{ code: 'wrong-device', values: { found: 'OctoPrint 1.10.2' } }]);
  });

  it('goes on after the server closed the connection that we kept', async () => {
    const { printer, reads, reports } = await begin();
    await reads('idle');
    await printer.restart();
    printer.startJob('box.gcode');
    await reads('running');
    expect(reports.length).toBeGreaterThan(1);
  });

  it('tries a wrong password once with a nonce, not again and again', async () => {
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key });
    closing.push(printer.close);
    const { kept, last } = keepInTest(talkTo(printer.url, { user: 'maker', password: 'wrong' }));
    closing.push(() => kept.close());
    await until(() => last() !== undefined, 'a report');
    expect(printer.asked.length).toBe(2);
  });

  it('signs again where a fresh nonce was too old on arrival, and not without end', async () => {
    const printer = await simulatePrusaLink({ port: 0, board: 'buddy', key, nonceMs: 0 });
    closing.push(printer.close);
    const { kept, last } = keepInTest(talkTo(printer.url, { user: 'maker', password: key }));
    closing.push(() => kept.close());
    await until(() => last() !== undefined, 'a report');
    expect(printer.asked.length).toBe(4);
  });

  it.each(hostileBodies)('inv. 11: is never idle and never fails on %s', async (_, body) => {
    const begun = await begin({}, (printer) => printer.answerAs('/api/v1/status', { status: 200, body }));
    await until(() => begun.reports.length > 0, 'a report');
    expect(begun.reports.filter(({ activity }) => activity !== 'unknown')).toEqual([]);
  });

  it.each(hostileBodies)('inv. 11: a name that is %s is no name', async (_, body) => {
    const answer = { status: 200, body };
    const begun = await begin({}, (printer) => {
      printer.answerAs('/api/v1/job', answer);
      printer.startJob('box.gcode');
    });
    await until(() => begun.reports.length > 0, 'a report');
    expect(begun.last()?.program ?? null).toBeNull();
  });

  it('shows no control characters of a name, and not too much of it', async () => {
    const name = `a\u202eb\u0007\n${'x'.repeat(500)}`;
    const { last, reads } = await begin({}, (printer) => printer.startJob(name));
    await reads('running');
    expect(last()?.program).toBe(`ab${'x'.repeat(118)}`);
  });
});
