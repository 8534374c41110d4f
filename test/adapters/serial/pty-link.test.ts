// The link over a real pseudo terminal, through the serialport library.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { openGrblHost } from '../../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../../src/adapters/simulator/grbl-job.ts';
import { outside } from '../../outside.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A simulated controller at the far end of a real pseudo terminal; pulling the cable ends the terminal. */
async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'officina-pty-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'port');
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
  let pull: (() => Promise<void>) | null = null;
  const plug = async () => {
    const socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${server.port}`], {
      stdio: 'ignore',
    });
    const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
    pull = async () => {
      socat.kill();
      await ended;
    };
    await until(() => existsSync(path), 'the terminal');
  };
  closing.push(async () => pull?.());
  return { path, controller, wire, plug, unplug: async () => pull?.() };
}

async function linkTo(path: string) {
  const { options, heard } = await listening({ kind: 'serial', path, baud: null });
  const link = openLink(options);
  closing.push(() => link.close());
  return { link, heard, last: () => heard.reports.at(-1) };
}

describe.skipIf(!outside('socat'))('a controller on a serial port', () => {
  it('is identified, watched through a job with a pause, and stopped at the end of access', async () => {
    const { path, controller, wire, plug } = await bench();
    await plug();
    const { link, heard, last } = await linkTo(path);
    await until(() => link.facts().phase === 'identifying', 'the port to open');
    controller.faults.restart();
    await until(() => last()?.activity === 'idle', 'the controller to be identified');
    expect(Buffer.from(wire).toString('latin1')).toMatch(/^\?+\$I\n\?*\$\$\n/);
    const host = openGrblHost(controller);
    const done = host.runJob(sampleJob({ seconds: 60, maxRpm: 9000 }));
    await until(() => heard.edges().includes('started'), 'the job to start');
    host.pause();
    await until(() => last()?.activity === 'paused', 'the pause');
    host.resume();
    await until(() => last()?.activity === 'running', 'the job to go on');
    wire.length = 0;
    expect(await link.endAccess()).toBe('confirmed');
    expect(wire.filter((byte) => byte === 0x84 || byte === 0x18)).toEqual([0x84, 0x18]);
    expect(wire).not.toContain(0xc2);
    expect((await done).result).toBe('stopped');
    expect(heard.edges()).toEqual(['started', 'aborted']);
    expect(link.facts().badLines).toBe(0);
  });

  it('comes back when the cable does, and says each change once', async () => {
    const { path, controller, plug, unplug } = await bench();
    const { link, heard, last } = await linkTo(path);
    await until(() => heard.log.length === 1, 'the sentence about the missing port');
    expect(heard.log[0]).toContain('is not there; plug the controller in');
    await plug();
    await until(() => heard.log.length > 0 && last()?.link === 'up', 'the link to be up');
    await unplug();
    await until(() => last()?.link === 'lost', 'the link to be lost');
    const beganMs = performance.now();
    await plug();
    await until(() => link.facts().phase === 'identifying', 'the port to open again');
    // A board with DTR reset greets now; the link does not wait any longer.
    controller.faults.restart();
    await until(() => last()?.link === 'up', 'the link to be up again');
    expect(performance.now() - beganMs).toBeLessThan(2500);
    expect(link.facts().reconnects).toBe(1);
    expect(last()?.activity).toBe('idle');
    expect(heard.log.length).toBeLessThanOrEqual(4);
  });

  it('says clearly when another program has the port', async () => {
    const { path, plug } = await bench();
    await plug();
    const first = await linkTo(path);
    await until(() => first.link.facts().phase !== 'connecting', 'the first to open the port');
    const second = await linkTo(path);
    await until(() => second.heard.log.length > 0, 'the sentence');
    expect(second.heard.log[0]).toContain('close the other program that uses it');
    expect(second.heard.reports).toEqual([]);
  });
});
