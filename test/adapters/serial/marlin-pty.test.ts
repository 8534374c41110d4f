// The link to a printer over a real pseudo terminal, through the serialport library, and over TCP, both at once: each is
// a port of its own.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'vitest';
import { type LinkOptions, openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateMarlin } from '../../../src/adapters/simulator/marlin.ts';
import { derivingProfile } from '../../domain/profile/marlin-profile.ts';
import { outside } from '../../outside.ts';
import { listening, until } from './link-under-test.ts';

/** A printer on a real port, which gets warm and cold much faster than in life. */
async function servedPrinter({ onTestFinished }: TestContext) {
  const now = () => performance.now();
  const printer = simulateMarlin({ now, powered: true, heatPace: 200 });
  const server = await serveControllerTcp({ port: 0, controller: printer, now });
  onTestFinished(() => server.close());
  return { printer, port: server.port };
}

async function terminalTo(port: number, { onTestFinished }: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'officina-marlin-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'port');
  const socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${port}`], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
  onTestFinished(async () => {
    socat.kill();
    await ended;
  });
  await until(() => existsSync(path), 'the terminal');
  return path;
}

async function heatsAndEnds(
  { printer, address }: { printer: ReturnType<typeof simulateMarlin>; address: LinkOptions['link'] },
  { expect, onTestFinished }: TestContext,
) {
  const { options, heard } = await listening(address, await derivingProfile());
  const link = openLink(options);
  onTestFinished(() => link.close());
  const last = () => heard.reports.at(-1);
  await until(() => link.facts().phase === 'identifying', 'the port to open');
  printer.faults.restart();
  await until(() => last()?.activity === 'idle', 'the printer to be identified', 15_000);
  printer.attach(() => {}).write(Buffer.from('M104 S210\n'));
  await until(() => last()?.readings['temperature.hotend0.target'] === 210, 'the target');
  expect(await link.endAccess()).toBe('confirmed');
  expect(printer.facts().hotendTargetC).toBe(0);
  expect(link.facts()).toMatchObject({ badLines: 0, resends: 0, dropped: 0 });
}

describe.concurrent('a printer', () => {
  it.skipIf(!outside('socat'))(
    'on a serial port is identified, seen heating, and cooled at the end of access',
    async (test) => {
      const { printer, port } = await servedPrinter(test);
      const path = await terminalTo(port, test);
      await heatsAndEnds({ printer, address: { kind: 'serial', path, baud: null } }, test);
    },
  );

  it('behind a TCP bridge is the same', async (test) => {
    const { printer, port } = await servedPrinter(test);
    await heatsAndEnds({ printer, address: { kind: 'tcp', host: '127.0.0.1', port } }, test);
  });
});
