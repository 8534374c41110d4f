// The door for hosts that know only serial ports: a real pseudo terminal, opened as such a host would.

import { existsSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLink } from '../../../src/adapters/serial/open-link.ts';
import { serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { outside } from '../../outside.ts';
import { listening, until } from './link-under-test.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('socat'))('a terminal for a host', () => {
  it('takes lines and brings answers, and is gone with the link', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'officina-door-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'laser');
    const now = () => performance.now();
    const controller = simulateGrbl({ now, powered: true });
    const server = await serveControllerTcp({ port: 0, controller, now });
    closing.push(() => server.close());
    const { options } = await listening({ kind: 'tcp', host: '127.0.0.1', port: server.port });
    const link = openLink({ ...options, beside: { owner: 'passThrough', door: { kind: 'pty', path } } });
    closing.push(() => link.close());
    await until(() => existsSync(path), 'the terminal', 15_000);
    link.allow(true);
    const terminal = await open(path, 'r+');
    await terminal.write('G1 X1 F600\n$32=0\n');
    let heard = '';
    while (!heard.includes('error:3\r\n')) {
      const { buffer, bytesRead } = await terminal.read(Buffer.alloc(256), 0, 256, null);
      heard += buffer.subarray(0, bytesRead).toString('latin1');
    }
    expect(heard).toContain('ok\r\nerror:3\r\n');
    await terminal.close();
    await link.close();
    await until(() => !existsSync(path), 'the terminal to go');
  });
});
