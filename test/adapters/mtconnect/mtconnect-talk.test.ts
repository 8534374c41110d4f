// A mill behind a simulated MTConnect agent, over a real socket: its jobs, and every way in which observations are lost.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MtconnectPace, mtconnectTalk } from '../../../src/adapters/mtconnect/mtconnect-talk.ts';
import {
  type MtconnectAgent,
  type MtconnectAgentOptions,
  simulateMtconnectAgent,
} from '../../../src/adapters/simulator/mtconnect-agent.ts';
import { keptWorld, patience } from '../../fakes/kept-world.ts';

const pace: MtconnectPace = { intervalMs: 0, heartbeatMs: 2000, againMs: 10 };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Given = Partial<MtconnectAgentOptions> & {
  readonly device?: string;
  readonly pace?: Partial<MtconnectPace>;
  readonly before?: (agent: MtconnectAgent) => void;
};

async function open({ device, before, pace: given, ...options }: Given = {}) {
  const agent = await simulateMtconnectAgent({ port: 0, ...options });
  before?.(agent);
  const talk = mtconnectTalk({ url: agent.url(), device: device ?? null }, { ...pace, ...given });
  const world = keptWorld(talk);
  closing.push(agent.close, world.kept.close);
  const streaming = (times: number) =>
    vi.waitFor(
      () => expect(agent.asked.filter((one) => one.includes('/sample')).length).toBeGreaterThanOrEqual(times),
      patience,
    );
  return { agent, streaming, ...world };
}

const ended = (result: string) => ({ event: 'ended', result });
const started = { event: 'started' };
const running = { link: 'up', activity: 'running', program: 'plate.nc' };
const idle = { link: 'up', activity: 'idle' };

describe('a machine behind an MTConnect agent', () => {
  const forms: readonly [string, Partial<MtconnectAgentOptions>][] = [
    ['version 1.2, x-mixed-replace', { version: '1.2', stream: 'x-mixed-replace', errorStatus: 200 }],
    ['version 2.3, mixed', { version: '2.3', stream: 'mixed' }],
    ['version 2.7, mixed', { version: '2.7', stream: 'mixed', errorStatus: 400 }],
    ['one that does not stream', { version: '1.4', stream: 'none' }],
  ];
  it.each(forms)('tells a job with its name, its pause and its end: %s', async (_name, options) => {
    const { agent, until, jobs, last, streaming } = await open(options);
    await until({ ...idle, program: null, raw: 'READY, AUTOMATIC' });
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    expect(last()?.readings).toMatchObject({ 'path.feedrate': 1200, 'spindle.speed': 8000 });
    agent.pause();
    await until({ activity: 'paused', program: 'plate.nc' });
    agent.set({ exec: 'ACTIVE' });
    await until(running);
    agent.finish();
    await until({ ...idle, program: null });
    expect(jobs().slice(1)).toEqual([started, ended('completed')]);
    expect(last()?.readings).toMatchObject({ operationCycleCounter: 1, operationDuration: 60_500 });
  });

  it('tells a job that somebody stopped, and one that a fault stopped', async () => {
    const { agent, until, jobs, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    agent.stop();
    await until(idle);
    agent.startJob('plate.nc');
    await until(running);
    agent.setCondition({ level: 'Fault', code: '421', text: 'Servo <X> overload' });
    await until({ activity: 'running', raw: 'ACTIVE, 421, Servo <X> overload' });
    agent.stop();
    await until({ activity: 'alarm', substate: '421', raw: 'STOPPED, 421, Servo <X> overload' });
    agent.setCondition({ level: 'Normal', code: '421', text: '' });
    await until({ ...idle, substate: null });
    expect(jobs().slice(1)).toEqual([started, ended('aborted'), started, ended('failed')]);
  });

  it('sees a job that is shorter than a document', async () => {
    const { agent, until, jobs } = await open({ before: (one) => one.hang(false), pace: { againMs: 300 } });
    await until(idle);
    // Before the stream is opened: all of it comes with its first document.
    agent.startJob('a.nc');
    agent.finish();
    agent.startJob('b.nc');
    await until({ activity: 'running', program: 'b.nc' });
    const edges = jobs().slice(1);
    expect([[started, ended('completed'), started], [started]]).toContainEqual(edges);
  });

  it('inv. 7: an end state from before the connection is no job', async () => {
    const before = (agent: MtconnectAgent) => {
      agent.startJob('old.nc');
      agent.finish();
    };
    const { until, jobs } = await open({ before });
    await until(idle);
    expect(jobs()).toEqual([ended('unknown')]);
  });

  it('inv. 7: what the adapter no longer tells is unknown, and no stop', async () => {
    const { agent, until, jobs, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    agent.dropAdapter();
    const away = { code: 'controller-away', values: { state: 'UNAVAILABLE' } };
    await until({ link: 'lost', activity: 'unknown', readings: {}, troubles: [away] });
    expect(jobs().slice(1)).toEqual([started]);
    agent.restoreAdapter();
    await until(idle);
    expect(jobs().at(-1)).toEqual(ended('unknown'));
  });

  it('inv. 7: data of a test start no job, and tell nothing of the machine', async () => {
    const { agent, until, jobs, last, streaming } = await open({ isTest: true });
    await until({ link: 'up', activity: 'unknown' });
    await streaming(1);
    agent.startJob('plate.nc');
    await until({ activity: 'unknown', raw: 'ACTIVE, test data' });
    expect([jobs(), last()?.readings]).toEqual([[], {}]);
  });

  it('an emergency stop ends the job and is no idle', async () => {
    const { agent, until, jobs, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    agent.set({ estop: 'TRIGGERED', exec: 'INTERRUPTED' });
    await until({ activity: 'estop' });
    expect(jobs().at(-1)).toEqual(ended('aborted'));
  });
});

describe('the sequence of an MTConnect agent', () => {
  it('goes on where a stream was cut, without a gap', async () => {
    const { agent, until, jobs, streaming, reports } = await open();
    await until(idle);
    await streaming(1);
    agent.endStreams();
    agent.startJob('plate.nc');
    agent.finish();
    await streaming(2);
    await until({ ...idle, readings: { operationCycleCounter: 1 } });
    expect(jobs().slice(1)).toEqual([started, ended('completed')]);
    expect(reports.every(({ link }) => link === 'up')).toBe(true);
  });

  it.each([200, 404] as const)(
    'inv. 7: what the buffer has forgotten is a gap, told with status %i',
    async (errorStatus) => {
      const { agent, until, reports, streaming } = await open({ bufferSize: 50, errorStatus });
      await until(idle);
      await streaming(1);
      agent.endStreams();
      agent.flood(200);
      agent.set({ exec: 'ACTIVE' });
      await until({ link: 'up', activity: 'running' });
      const gaps = reports.filter(({ troubles }) => troubles?.[0]?.code === 'readings-lost');
      expect(gaps.map(({ activity, link }) => [activity, link])).toEqual([
        ['unknown', 'lost'],
        ['unknown', 'lost'],
      ]);
      expect(gaps.at(-1)?.troubles?.[0]?.values).toEqual({ count: 151 });
    },
  );

  it('meets an agent anew that has started again, and takes the job over', async () => {
    const { agent, until, jobs, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    await agent.restart();
    await until({ link: 'lost', activity: 'unknown' }, { turning: true });
    await until(running, { turning: true });
    expect(jobs().slice(1)).toEqual([started, started]);
    agent.finish();
    await until(idle);
    expect(jobs().at(-1)).toEqual(ended('completed'));
  });

  it('asks again what there is when the model of a device has changed', async () => {
    const { agent, until, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.changeModel();
    agent.set({ feed: '1' });
    await vi.waitFor(
      () => expect(agent.asked.filter((one) => one === 'GET /probe')).toHaveLength(2),
      patience,
    );
    agent.startJob('plate.nc');
    await until(running);
  });

  it('inv. 8: only reads, and refuses to end a job', async () => {
    const { agent, until, kept, streaming, last } = await open();
    await until(idle);
    await streaming(1);
    agent.startJob('plate.nc');
    await until(running);
    expect(await kept.endAccess()).toBe('refused');
    expect(last()?.troubles).toEqual([{ code: 'read-only', values: {} }]);
    await kept.close();
    const foreign = agent.asked.filter((one) => !/^GET (\/probe|\/mill\/(current|sample\?.*))$/.test(one));
    expect(foreign).toEqual([]);
  });
});

describe('an agent that falls silent', () => {
  it('inv. 7: is unknown, and found again', async () => {
    const { agent, until, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.hang(true);
    await until({ link: 'lost', activity: 'unknown', confidence: 'stale' }, { turning: true });
    agent.hang(false);
    await until(idle, { turning: true });
    await agent.vanish();
    await until({ link: 'lost', troubles: [{ code: 'host-refused' }] }, { turning: true });
    await agent.comeBack();
    await until(idle, { turning: true });
  });

  it('is asked again for the rest where a stream is dead, and loses nothing', async () => {
    const { agent, until, jobs, streaming, reports } = await open({ pace: { heartbeatMs: 100 } });
    await until(idle);
    await streaming(1);
    agent.muteStreams();
    agent.startJob('plate.nc');
    agent.finish();
    await streaming(2);
    await until({ ...idle, readings: { operationCycleCounter: 1 } });
    expect(jobs().slice(1)).toEqual([started, ended('completed')]);
    expect(reports.every(({ link }) => link === 'up')).toBe(true);
  });
});

describe('which device of an agent it is', () => {
  const several = ['lathe', 'saw'];
  it('is asked for by its name or its uuid', async () => {
    for (const device of ['mill', 'mill-uuid']) {
      const { agent, until } = await open({ otherDevices: several, device });
      await until(idle);
      expect(agent.asked).toContain(`GET /${device}/current`);
    }
  });

  const wrong: readonly [string | undefined, object][] = [
    [undefined, { code: 'machine-ambiguous', values: { found: 'mill, lathe, saw' } }],
    ['press', { code: 'machine-missing', values: { wanted: 'press', found: 'mill, lathe, saw' } }],
    ['lathe', { code: 'state-missing', values: {} }],
  ];
  it.each(wrong)('is told where it cannot be: %s', async (device, trouble) => {
    const { until } = await open({ otherDevices: several, ...(device && { device }) });
    await until({ link: 'never', activity: 'unknown', troubles: [trouble] });
  });
});

describe('inv. 11: an agent that answers', () => {
  const type = 'text/xml';
  const lies: readonly [string, { status: number; type: string; body: string }, string][] = [
    ['nothing', { status: 200, type, body: '' }, 'answer-unfit'],
    ['no XML', { status: 500, type, body: 'no' }, 'answer-unfit'],
    ['a page', { status: 404, type: 'text/html', body: '<html></html>' }, 'answer-unfit'],
    ['half a document', { status: 200, type, body: '<MTConnectDevices><Header' }, 'answer-unfit'],
    ['a document type', { status: 200, type, body: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }, 'answer-unfit'],
    [
      'nested without end',
      { status: 200, type, body: '<a>'.repeat(500) + '</a>'.repeat(500) },
      'answer-unfit',
    ],
    ['with a prototype', { status: 200, type, body: '<a __proto__="1"><constructor/></a>' }, 'answer-unfit'],
    ['without an end', { status: 200, type, body: `<a>${' '.repeat(3_000_000)}</a>` }, 'answer-unfit'],
    ['nobody', { status: 401, type, body: '' }, 'sign-in-refused'],
  ];
  it.each(lies)('%s is no machine', async (_name, lie, code) => {
    const { until } = await open({ before: (agent) => agent.lie(lie) });
    await until({ link: 'never', activity: 'unknown', troubles: [{ code, values: {} }] });
  });

  const parts: readonly [string, string][] = [
    ['no boundary', '--other\r\nContent-length: 1\r\n\r\nx'],
    ['no length', '--b\r\nContent-type: text/xml\r\n\r\n<a/>'],
    ['an endless length', '--b\r\nContent-length: 999999999\r\n\r\n'],
    ['a header without end', `--b\r\n${'x: y\r\n'.repeat(3000)}`],
    ['a document of another kind', '--b\r\nContent-length: 4\r\n\r\n<a/>'],
  ];
  it.each(parts)('a stream with %s ends the link', async (_name, body) => {
    const { agent, until, streaming } = await open();
    await until(idle);
    await streaming(1);
    agent.lie({ status: 200, type: 'multipart/mixed;boundary=b', body });
    agent.endStreams();
    await until({ link: 'lost', activity: 'unknown', troubles: [{ code: 'answer-unfit', values: {} }] });
  });
});
