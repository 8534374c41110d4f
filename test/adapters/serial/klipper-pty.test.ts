// Klipper at its G-code pty, over a real pseudo terminal: watched through a print with homing that answers nothing and a
// shutdown, and never sent anything but questions.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateKlipper } from '../../../src/adapters/simulator/klipper.ts';
import { provenProfile } from '../../fakes/proven-profile.ts';
import { outside } from '../../outside.ts';
import { listening } from './link-under-test.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
/** It must stand still for seconds before it is idle, and run for seconds before that is a job. */
const patience = { timeout: 60_000, interval: 50 };

describe.skipIf(!outside('socat'))('Klipper at its pty', { timeout: 120_000 }, () => {
  it('is watched through a print, and only asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'officina-klipper-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'printer');
    const now = () => performance.now();
    const klipper = simulateKlipper({ now, heatPerS: 100 });
    let wire = '';
    const onBytes = (bytes: Uint8Array) => {
      wire += Buffer.from(bytes).toString('latin1');
    };
    const server = await serveControllerTcp({ port: 0, controller: klipper, now, onBytes });
    closing.push(server.close);
    const socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${server.port}`]);
    closing.push(async () => socat.kill());
    await expect.poll(() => existsSync(path), patience).toBe(true);
    const { options, heard } = await listening(
      { kind: 'serial', path, baud: null },
      await provenProfile('klipper'),
    );
    const link = openLink(options);
    closing.push(() => link.close());
    const last = () => heard.reports.at(-1);

    await expect.poll(() => last()?.activity, patience).toBe('idle');
    expect(wire).toMatch(/^M105\nM115\n/);
    // It answers nothing, and is not lost.
    klipper.person.home(1_500);
    klipper.person.print(9_500);
    await expect.poll(() => heard.activities(), patience).toContain('heating');
    await expect.poll(() => heard.edges(), patience).toContain('started');
    expect(await link.endAccess()).toBe('refused');
    await expect.poll(() => heard.edges(), patience).toContain('completed');
    klipper.person.shutDown();
    await expect.poll(() => [last()?.activity, last()?.substate], patience).toEqual(['alarm', 'shutdown']);
    klipper.person.restart();
    await expect.poll(() => last()?.activity, patience).not.toBe('alarm');
    expect(new Set(wire.split('\n').filter((line) => line !== ''))).toEqual(
      new Set(['M105', 'M115', 'M27', 'M114']),
    );
  });
});
