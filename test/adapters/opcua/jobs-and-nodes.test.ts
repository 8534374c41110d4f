// Jobs of a machine tool, a server without a companion model, and the end of access, against real servers in other
// processes, over real sockets.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeMap, StopOrder } from '../../../src/adapters/opcua/worker-messages.ts';
import { type MillProcess, startMill } from './start-mill.ts';
import { type Watched, watch } from './watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-nodes-'));
const at = (name: string): string => join(dir, name);
const own = (id: string): string => `nsu=urn:officina:simulated-mill;s=${id}`;
const foreign = (id: string): string => `nsu=urn:nobody;s=${id}`;
const none: NodeMap = { activity: null, program: null, progress: null, readings: [], stop: null };
const write: StopOrder = { kind: 'write', node: own('Stop'), value: true };
const call: StopOrder = { kind: 'call', object: own('Panel'), method: own('EndJob') };
const plainNodes: NodeMap = {
  activity: {
    node: own('State'),
    values: [
      { value: '0', activity: 'idle' },
      { value: '1', activity: 'running' },
      { value: '2', activity: 'alarm' },
    ],
  },
  program: own('Program'),
  progress: { node: own('Progress'), scale: 0.01 },
  readings: [
    { name: 'spindle.speed', node: own('Spindle'), scale: 60 },
    { name: 'laser.power', node: foreign('Power'), scale: 1 },
    { name: 'flow.coolant', node: own('Nothing'), scale: 1 },
  ],
  stop: write,
};

let mills: MillProcess[] = [];
let [tool, plain, guarded] = [] as unknown as [MillProcess, MillProcess, MillProcess];
let watched: Watched;

beforeAll(async () => {
  const open = { security: 'none' } as const;
  mills = await Promise.all([
    startMill({
      ...open,
      pkiDir: at('tool'),
      model: 'machine-tool',
      stop: 'obeys',
      namespaces: ['urn:make'],
    }),
    startMill({ ...open, pkiDir: at('plain'), model: 'plain', stop: 'obeys' }),
    startMill({ ...open, pkiDir: at('guarded'), model: 'plain', stop: 'read-only' }),
  ]);
  [tool, plain, guarded] = mills as [MillProcess, MillProcess, MillProcess];
  const link = ({ endpoint }: MillProcess, nodes?: NodeMap) => ({
    ...open,
    endpoint,
    ...(nodes && { nodes }),
  });
  watched = watch(at('gateway'), {
    tool: link(tool),
    stopped: link(tool, { ...none, stop: call }),
    plain: link(plain, plainNodes),
    guarded: link(guarded, plainNodes),
    numbered: link(guarded, { ...plainNodes, stop: { ...write, value: 1 } }),
    absent: link(plain, { ...none, activity: { node: foreign('State'), values: [] } }),
    unknown: link(plain, { ...none, activity: { node: own('Nothing'), values: [] } }),
  });
}, 120_000);
afterAll(async () => {
  await watched?.close();
  await Promise.all(mills.map((one) => one.kill()));
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

const real = { timeout: 120_000 };
const jobsOf = (machine: string, from: number) =>
  watched.reports.slice(from).flatMap((report) => (report.machine === machine ? (report.job ?? []) : []));

describe('a machine tool', real, () => {
  it.each([
    ['Ended', { event: 'ended', result: 'completed' }],
    ['Aborted', { event: 'ended', result: 'aborted' }],
    // Taken back before its end was told: nobody saw how it ended.
    ['Initializing', { event: 'ended', result: 'unknown' }],
  ] as const)('tells its program, and a job that is %s, once', async (end, edge) => {
    const { until, untilActivity } = watched.of('tool');
    await tool.order({ program: { state: 'Initializing', name: 'bracket.nc', numberInList: 3 } });
    await untilActivity('idle');
    const before = watched.reports.length;
    await tool.order({ state: 'Executing', program: { state: 'Running' } });
    await until(({ activity, program }) => activity === 'running' && program === 'bracket.nc', 'the program');
    await tool.order({ program: { state: 'Interrupted' } });
    await untilActivity('paused');
    await tool.order({ program: { state: 'Running' } });
    await untilActivity('running');
    await tool.order({ state: 'NotExecuting', program: { state: end } });
    await until(({ activity, program }) => activity === 'idle' && program === null, 'the end');
    await tool.order({ cycle: true });
    expect(jobsOf('tool', before)).toEqual([{ event: 'started' }, edge]);
  });

  it('is called by its place in the list where its program has no name', async () => {
    await tool.order({ state: 'Executing', program: { state: 'Running', name: '' } });
    await watched.of('tool').until(({ program }) => program === '#3', 'the number');
  });

  it('says in its own words why it stands in alarm, short and printable', async () => {
    const { until, untilActivity } = watched.of('tool');
    await tool.order({ program: { alert: `Door open\u0007 ${'!'.repeat(90)}` } });
    await tool.order({ state: 'OutOfService' });
    await until(({ raw }) => raw === `E42 Door open ${'!'.repeat(26)}`, 'the alert');
    await tool.order({ program: { alert: null } });
    await tool.order({ state: 'NotExecuting' });
    await untilActivity('idle');
    await tool.order({ state: 'OutOfService' });
    await until(({ activity, raw }) => activity === 'alarm' && raw?.includes('E42') === false, 'no alert');
    await tool.order({ state: 'Executing' });
    await untilActivity('running');
  });

  it('inv. 7: whose program cannot be told has not ended its job', async () => {
    const before = watched.reports.length;
    await tool.order({ program: { state: null } });
    await tool.order({ state: 'OutOfService' });
    await watched.of('tool').untilActivity('alarm');
    expect(jobsOf('tool', before)).toEqual([]);
    await tool.order({ state: 'NotExecuting', program: { state: 'Aborted' } });
    await watched.of('tool').untilActivity('idle');
    await watched.of('tool').until(({ raw }) => raw?.includes('Aborted') === true, 'the end of the program');
    expect(jobsOf('tool', before)).toEqual([{ event: 'ended', result: 'aborted' }]);
  });
});

describe('a server without a companion model', real, () => {
  it('is heard by the nodes that the file names, and tells which of them it lacks', async () => {
    const { until, untilActivity, last } = watched.of('plain');
    await untilActivity('idle');
    expect(last()?.troubles?.filter(({ code }) => code === 'nodes-missing')).toEqual([
      { code: 'nodes-missing', values: { nodes: 'laser.power, flow.coolant' } },
    ]);
    const before = watched.reports.length;
    await plain.order({ state: 'Executing', program: { name: 'O1234\u0007' } });
    await until(({ activity, program }) => activity === 'running' && program === 'O1234', 'its program');
    const told = () =>
      Object.assign(
        {},
        ...watched.reports.slice(before).map((report) => report.machine === 'plain' && report.readings),
      );
    await until(() => 'spindle.speed' in told() && 'program.progress' in told(), 'its readings');
    expect(told()).toEqual({ 'spindle.speed': 1_500, 'program.progress': 0.4 });
    await plain.order({ state: 'OutOfService' });
    await untilActivity('alarm');
    await plain.order({ state: 'NotExecuting' });
    await untilActivity('idle');
    expect(jobsOf('plain', before).slice(0, 2)).toEqual([
      { event: 'started' },
      { event: 'ended', result: 'failed' },
    ]);
  });

  it.each([
    ['a value that the file does not name', 'NotAvailable', '7'],
    ['a bad status', null, null],
  ] as const)('inv. 7: is unknown by %s', async (_, state, raw) => {
    const { until, untilActivity } = watched.of('plain');
    await plain.order({ state });
    await until((last) => last.activity === 'unknown' && last.raw === raw && last.link === 'up', 'unknown');
    await plain.order({ state: 'NotExecuting' });
    await untilActivity('idle');
  });

  it.each(['absent', 'unknown'])(
    'inv. 7: that lacks the node of the activity is not heard (%s)',
    async (machine) => {
      await watched.of(machine).untilTrouble('nodes-missing');
      expect(watched.of(machine).last()).toMatchObject({ link: 'never', activity: 'unknown' });
      expect(
        watched.lines.some((line) => line.startsWith(`${machine}: `) && line.includes('correct link.nodes')),
      ).toBe(true);
    },
  );
});

describe('inv. 9: the end of access', real, () => {
  it('is not needed where nothing moves, and refused while a job runs that we may only watch', async () => {
    const { untilActivity, last } = watched.of('tool');
    await tool.order({ state: 'NotExecuting', program: { state: 'Ended' } });
    await untilActivity('idle');
    expect(await watched.endAccess('tool')).toBe('not-needed');
    await tool.order({ state: 'Executing', program: { state: 'Running' } });
    await untilActivity('running');
    expect(await watched.endAccess('tool')).toBe('refused');
    expect(last()?.troubles).toContainEqual({ code: 'read-only', values: {} });
    await tool.order({ program: { state: 'Interrupted' } });
    await untilActivity('paused');
    expect(await watched.endAccess('tool')).toBe('refused');
  });

  it('is confirmed by what is then read, after a method was called', async () => {
    const { untilActivity, last } = watched.of('stopped');
    await tool.order({ state: 'Executing', program: { state: 'Running' } });
    await untilActivity('running');
    expect(last()?.troubles).not.toContainEqual({ code: 'read-only', values: {} });
    const before = watched.reports.length;
    expect(await watched.endAccess('stopped')).toBe('confirmed');
    expect(jobsOf('stopped', before)).toEqual([{ event: 'ended', result: 'aborted' }]);
  });

  it('is confirmed by what is then read, after a value was written', async () => {
    await plain.order({ state: 'Executing' });
    await watched.of('plain').untilActivity('running');
    expect(await watched.endAccess('plain')).toBe('confirmed');
    expect(watched.of('plain').last()?.activity).toBe('idle');
  });

  it.each(['guarded', 'numbered'])(
    'is refused where the server, or the type of the node, says no (%s)',
    async (machine) => {
      await guarded.order({ state: 'Executing' });
      await watched.of(machine).untilActivity('running');
      expect(await watched.endAccess(machine)).toBe('refused');
    },
  );

  it('is unknown where nobody is there to be asked', async () => {
    expect(await watched.endAccess('absent')).toBe('unknown');
    expect(await watched.endAccess('nobody')).toBe('unknown');
  });
});
