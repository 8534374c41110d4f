// Invariant 8 through the simulators: a paused job, its session ends, and whoever comes next presses start. Nothing moves.

import { expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import type { OpenTransport } from '../../../src/adapters/serial/transport.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';
import { samplePrint } from '../../../src/adapters/simulator/marlin-job.ts';
import { openWorld } from '../../fakes/fake-world.ts';
import { sampleBadges } from '../../fakes/sample-workshop.ts';
import { handClock, listening } from './link-under-test.ts';
import { marlinBench } from './marlin-bench.ts';

const stepMs = 20;

/** A Grbl laser with its own link, under one hand-turned clock. */
async function laserBench() {
  const clock = handClock();
  const laser = simulateGrbl({ now: clock.now, powered: true, settings: { 32: 1 } });
  const host = openGrblHost(laser);
  const transport: OpenTransport = (events) => {
    const port = laser.attach((bytes) => events.bytes(Buffer.from(bytes)));
    clock.timers.after(1, events.opened);
    return {
      write(bytes) {
        port.write(bytes);
        return true;
      },
      close: async () => port.detach(),
    };
  };
  const { options, heard } = await listening({ kind: 'tcp', host: 'bridge', port: 23 });
  const link = openLink({ ...options, clock: { monoMs: clock.now }, timers: clock.timers, transport });
  const pass = (forMs: number): void => {
    for (const untilMs = clock.now() + forMs; clock.now() < untilMs; ) {
      clock.pass(stepMs);
      laser.step(clock.now());
    }
  };
  return { laser, host, link, heard, pass };
}

it('inv. 8: at a Grbl laser a paused job is forgotten, and a cycle start moves nothing', async () => {
  const { laser, host, link, heard, pass } = await laserBench();
  pass(2_000);
  void host.runJob(sampleJob({ seconds: 40, maxRpm: 1_000 }));
  pass(6_000);
  host.pause();
  pass(3_000);
  expect(heard.reports.at(-1)?.activity).toBe('paused');
  const outcome = link.endAccess();
  pass(12_000);
  expect(await outcome).toBe('confirmed');
  const { position } = laser.facts();
  host.resume();
  pass(20_000);
  expect(laser.facts()).toMatchObject({ position, spindleRpm: 0, queuedMoves: 0 });
});

it('inv. 8: at a Marlin printer a paused print is forgotten, and its button starts nothing', async () => {
  const files = { 'BOX.GCO': samplePrint({ seconds: 180 }).join('\n') };
  const { printer, link, last, pass } = await marlinBench({ heatPace: 2, files });
  pass(15_000);
  printer.person.print('BOX.GCO');
  pass(90_000);
  printer.person.pause();
  pass(15_000);
  expect(last()?.activity).toBe('paused');
  const outcome = link.endAccess();
  pass(12_000);
  expect(await outcome).toBe('confirmed');
  const before = printer.facts();
  printer.person.press();
  printer.attach(() => undefined).write(Buffer.from('M24\n'));
  pass(20_000);
  expect(printer.facts()).toMatchObject({ hotendTargetC: 0, bedTargetC: 0 });
  expect(last()?.activity).not.toBe('running');
  expect(before.hotendTargetC).toBe(0);
});

it('inv. 8: where a controller cannot be told, its held job keeps the next member away', async () => {
  const world = await openWorld();
  world.controllers.setOutcome('not-needed');
  const tap = { reader: 'front', badge: sampleBadges.anna };
  await world.tap(tap);
  await world.settle();
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.settle();
  world.report('laser', 'paused');
  await world.settle();
  await world.gateway.endSession({ machine: 'laser', by: 'x', steward: true });
  await world.advance(10_000);
  expect(world.gateway.state().sessions.size).toBe(0);
  const next = { ...tap, badge: sampleBadges.bruno };
  expect(await world.tap(next)).toMatchObject({ outcome: 'refused', code: 'job-held' });
  world.report('laser', 'idle', { job: { event: 'ended', result: 'aborted' } });
  await world.settle();
  expect((await world.tap(next)).outcome).toBe('granted');
});
