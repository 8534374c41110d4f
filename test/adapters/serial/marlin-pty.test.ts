// The link to a printer over a real pseudo terminal, through the serialport library, and over TCP.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LinkOptions, openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import { derivingProfile } from '../../domain/profile/marlin-profile.ts';
import { outside } from '../../outside.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A printer on a real port, whose time passes twenty times as fast for its heat. */
async function servedPrinter() {
  const now = () => performance.now();
  const printer = simulateMarlin({ now, powered: true, heatPace: 200 });
  const server = await serveControllerTcp({ port: 0, controller: printer, now });
  closing.push(() => server.close());
  return { printer, port: server.port };
}

async function terminalTo(port: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'officina-marlin-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'port');
  const socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${port}`], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
  closing.push(async () => {
    socat.kill();
    await ended;
  });
  await until(() => existsSync(path), 'the terminal');
  return path;
}

async function watched(address: LinkOptions['link']) {
  const { options, heard } = await listening(address, await derivingProfile());
  const link = openLink(options);
  closing.push(() => link.close());
  return { link, heard, last: () => heard.reports.at(-1) };
}

async function heatsAndEnds(address: LinkOptions['link'], printer: ReturnType<typeof simulateMarlin>) {
  const { link, last } = await watched(address);
  await until(() => link.facts().phase === 'identifying', 'the port to open');
  printer.faults.restart();
  await until(() => last()?.activity === 'idle', 'the printer to be identified', 15_000);
  printer.attach(() => {}).write(Buffer.from('M104 S210\n'));
  await until(() => (last()?.readings['temperature.hotend0.target'] ?? 0) === 210, 'the target');
  expect(await link.endAccess()).toBe('confirmed');
  expect(printer.facts().hotendTargetC).toBe(0);
  expect(link.facts()).toMatchObject({ badLines: 0, resends: 0, dropped: 0 });
}

describe.skipIf(!outside('socat'))('a printer on a serial port', () => {
  it('is identified, seen to be heated, and has its heat taken away at the end of access', async () => {
    const { printer, port } = await servedPrinter();
    await heatsAndEnds({ kind: 'serial', path: await terminalTo(port), baud: null }, printer);
  });
});

describe('a printer behind a TCP bridge', () => {
  it('is the same', async () => {
    const { printer, port } = await servedPrinter();
    await heatsAndEnds({ kind: 'tcp', host: '127.0.0.1', port }, printer);
  });
});
