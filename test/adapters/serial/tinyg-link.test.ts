// The link to a TinyG and to a g2core over real TCP: who they are, a job with a pause, an alarm, the end of access in its
// traps, and what is known when the cable is out.

import { describe, expect, it } from 'vitest';
import { simulateTinyg } from '../../../src/adapters/simulator/tinyg.ts';
import type { TinygFirmware } from '../../../src/adapters/simulator/tinyg-state.ts';
import { jsonBench } from './json-bench.ts';
import { until } from './link-under-test.ts';

const now = () => performance.now();
const longJob = 'G21 G90\nM3 S5000\nG1 X300 F600\nG1 X0\nM5\nM2\n';

async function shop(firmware: TinygFirmware) {
  const controller = simulateTinyg({ firmware, now, powered: true });
  const bench = await jsonBench(firmware, controller);
  const host = controller.attach(() => undefined);
  const type = (text: string) => host.write(Buffer.from(text, 'latin1'));
  await bench.seen('idle');
  return { controller, type, ...bench };
}

describe.each(['tinyg', 'g2core'] as const)('a %s behind TCP', (firmware) => {
  it('is asked who it is and what it does, and nothing else', async () => {
    const { sent, last } = await shop(firmware);
    expect(sent()).toMatch(/^(\{"sr":null\}\n|\{"hp":null\}\n)+$/);
    expect(last()).toMatchObject({ link: 'up', confidence: 'reported' });
  });

  it('runs a job with a pause, and its program end is its end', async () => {
    const { type, heard, seen, last } = await shop(firmware);
    type('G21 G90\nM3 S5000\nG1 X30 F900\nM5\nM2\n');
    await until(() => heard.edges().includes('started'), 'the job to start', 20_000);
    type('!');
    await seen('paused');
    expect(heard.edges()).toEqual(['started']);
    type('~');
    await seen('running');
    await until(() => heard.edges().includes('completed'), 'the end of the job', 20_000);
    expect(heard.edges()).toEqual(['started', 'completed']);
    expect(heard.reports.some(({ readings }) => (readings['path.feedrate'] ?? 0) > 800)).toBe(true);
    await seen('idle');
    expect(last()?.raw).toBe('4');
  });

  it('inv. 8: ends access in a job: it stands, the job is gone, the spindle is off, and nobody can wake it', async () => {
    const { controller, type, heard, seen, sent, link } = await shop(firmware);
    type(longJob);
    await seen('running');
    expect(await link.endAccess()).toBe('confirmed');
    expect(controller.facts()).toMatchObject({ queuedMoves: 0, spindleRpm: 0 });
    const bytes = [...sent()].filter((each) => '!%~\x04\x18'.includes(each)).join('');
    expect(bytes).toBe(firmware === 'tinyg' ? '!%' : '\x04');
    const { x } = controller.facts();
    type('~');
    await seen('idle');
    expect(controller.facts().x).toBe(x);
    expect(heard.edges().at(-1) ?? 'aborted').toBe('aborted');
  });

  it('inv. 8: ends access in a hold without a move', async () => {
    const { controller, type, seen, link } = await shop(firmware);
    type(longJob);
    await seen('running');
    type('!');
    await until(() => controller.facts().held, 'it to stand', 20_000);
    await seen('paused');
    const { x } = controller.facts();
    expect(await link.endAccess()).toBe('confirmed');
    expect(controller.facts()).toMatchObject({ queuedMoves: 0, spindleRpm: 0, x });
  });

  it('tells an alarm with its reason, and does not end it', async () => {
    const { controller, type, heard, seen, last, link } = await shop(firmware);
    type(longJob);
    await until(() => heard.edges().includes('started'), 'the job to start', 20_000);
    controller.faults.softLimit();
    await seen('alarm');
    expect(last()?.substate).toBe('soft-limit');
    expect(heard.edges()).toEqual(['started', 'failed']);
    expect(await link.endAccess()).toBe('confirmed');
    expect(controller.facts().word).toBe('alarm');
  });

  it('inv. 7: unplugged in mid-job it is unknown, never idle, and the job is found again', async () => {
    const { type, heard, server, seen, last, link } = await shop(firmware);
    type(longJob);
    await until(() => heard.edges().includes('started'), 'the job to start', 20_000);
    const from = heard.reports.length;
    await server.unplug();
    await until(() => last()?.link === 'lost', 'the link to be lost', 20_000);
    expect(last()).toMatchObject({ activity: 'unknown', confidence: 'stale' });
    expect(await link.endAccess()).toBe('unknown');
    await server.replug();
    await seen('running');
    expect(heard.reports.slice(from).map(({ activity }) => activity)).not.toContain('idle');
    expect(heard.edges()).toEqual(['started']);
  });

  it('takes a restart in mid-job for an abort', async () => {
    const { controller, type, heard, seen } = await shop(firmware);
    type(longJob);
    await until(() => heard.edges().includes('started'), 'the job to start', 20_000);
    controller.faults.noise(Buffer.from('{"sr":{"st\xff\r\n', 'latin1'));
    controller.faults.restart();
    await seen('idle');
    expect(heard.edges()).toEqual(['started', 'aborted']);
  });
});

it('inv. 7: a TinyG that was shut down by a limit switch is silent, and that is an alarm, not a lost link', async () => {
  const { controller, seen, last, link } = await shop('tinyg');
  controller.faults.limitSwitch();
  await seen('alarm');
  expect(last()).toMatchObject({ link: 'up', substate: 'limit-switch' });
  expect(await link.endAccess()).toBe('unknown');
});

it.each([
  ['tinyg', 'g2core'],
  ['g2core', 'tinyg'],
] as const)('the profile %s sends nothing more to a %s', async (profile, firmware) => {
  const controller = simulateTinyg({ firmware, now, powered: true });
  const { heard, sent, link } = await jsonBench(profile, controller);
  await until(() => heard.log.some((text) => text.includes('choose the profile')), 'the sentence', 20_000);
  expect(sent()).toBe('{"sr":null}\n{"hp":null}\n');
  expect(await link.endAccess()).toBe('refused');
});
