// The link over real TCP to the simulated controller.

import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function shop() {
  const now = () => performance.now();
  const controller = simulateGrbl({ now, powered: true });
  const wire: number[] = [];
  const server = await serveControllerTcp({
    port: 0,
    controller,
    now,
    onBytes: (bytes) => wire.push(...bytes),
  });
  closing.push(() => server.close());
  const { options, heard } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port });
  const link = openLink(options);
  closing.push(() => link.close());
  const host = openGrblHost(controller);
  const last = () => heard.reports.at(-1);
  await until(() => last()?.activity === 'idle', 'the link to be idle');
  return { controller, server, heard, link, host, wire, last };
}

describe('a controller behind TCP', () => {
  it('runs a job that is seen from its start to its end', async () => {
    const { heard, host } = await shop();
    const done = host.runJob(['G21 G90', 'M3 S5000', 'G1 X75 F1800', 'M5', 'M2']);
    await until(() => heard.edges().includes('completed'), 'the end of the job');
    expect((await done).result).toBe('completed');
    expect(heard.edges()).toEqual(['started', 'completed']);
    expect(heard.reports.some(({ readings }) => readings['spindle.speed'] === 5000)).toBe(true);
  });

  it('inv. 8: ends access in mid-job: stops first, forgets after, and nobody can wake the job', async () => {
    const { controller, heard, host, link, wire, last } = await shop();
    const done = host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => last()?.activity === 'running', 'the job to run');
    expect(await link.endAccess()).toBe('confirmed');
    expect(wire.filter((byte) => byte !== 0x3f && byte > 0x7e)).toEqual([0x84]);
    expect(wire.indexOf(0x18)).toBeGreaterThan(wire.indexOf(0x84));
    expect((await done).result).toBe('stopped');
    expect(controller.facts()).toMatchObject({ queuedMoves: 0, spindleRpm: 0 });
    const { position } = controller.facts();
    host.resume();
    await until(() => last()?.activity === 'idle', 'the controller to be idle');
    expect(controller.facts().position).toEqual(position);
    expect(heard.reports.some(({ activity }) => activity === 'alarm')).toBe(false);
  });

  it('comes back by itself when the bridge does, with the job that still runs', async () => {
    const { heard, host, server, link, last } = await shop();
    void host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => heard.edges().includes('started'), 'the job to start');
    await server.unplug();
    await until(() => last()?.link === 'lost', 'the link to be lost');
    expect(await link.endAccess()).toBe('unknown');
    await server.replug();
    const beganMs = performance.now();
    await until(() => last()?.link === 'up', 'the link to be up again');
    expect(performance.now() - beganMs).toBeLessThan(2000);
    expect(last()?.activity).toBe('running');
    expect(heard.edges()).toEqual(['started']);
    expect(link.facts().reconnects).toBe(1);
  });

  it('tells a dark controller from an idle one', async () => {
    const { controller, heard, last } = await shop();
    controller.setPower(false);
    await until(() => last()?.link === 'lost', 'the link to be lost');
    expect(last()).toMatchObject({ activity: 'unknown', confidence: 'stale', source: 'silence' });
    expect(last()?.seenAgoMs).toBeGreaterThanOrEqual(2900);
    controller.setPower(true);
    await until(() => last()?.activity === 'idle', 'the controller to be idle again');
    expect(heard.edges()).toEqual([]);
  });

  it('takes a reset in mid-job for an abort, never for an end', async () => {
    const { controller, heard, host, last } = await shop();
    void host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => heard.edges().includes('started'), 'the job to start');
    controller.faults.noise(Buffer.from('<Idle|MP\xff\r\n', 'latin1'));
    controller.faults.halfLine();
    controller.faults.restart();
    await until(() => last()?.activity === 'idle', 'the controller to be idle');
    expect(heard.edges()).toEqual(['started', 'aborted']);
    const idleAt = heard.reports.findIndex(({ activity }, at) => at > 5 && activity === 'idle');
    expect(heard.reports.findIndex(({ job }) => job?.event === 'ended')).toBeLessThan(idleAt);
  });

  it('survives a peer that talks nonsense without end', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      const wall = Buffer.alloc(16_384, 'z');
      const pour = () => {
        while (!socket.destroyed && socket.write(wall));
      };
      socket.on('drain', pour);
      pour();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const { options, heard } = await listening({
      kind: 'tcp',
      host: '127.0.0.1',
      port: typeof address === 'object' && address ? address.port : 0,
    });
    const link = openLink(options);
    await until(() => heard.log.length > 0, 'the sentence about the silence');
    expect(heard.reports).toEqual([]);
    await link.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
