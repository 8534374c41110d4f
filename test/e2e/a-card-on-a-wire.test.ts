// The whole gateway without one MQTT device: a card on a serial reader gives the machine power by a coil of a Modbus board,
// and the same card takes it away again.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateBoard } from '../../src/adapters/simulator/wired/modbus-board.ts';
import { simulate125khz } from '../../src/adapters/simulator/wired/reader-125khz.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { holdMs } from '../../src/domain/access/presence.ts';
import { start } from '../../src/main.ts';
import { outside } from '../outside.ts';
import { eventually } from './program.ts';
import { ptyCable } from './pty-cable.ts';

const token = 'a-token-for-this-test-alone';
const card = '14008ec793';

describe.skipIf(!outside('socat'))('a card on a serial reader, power by a Modbus coil', () => {
  const now = () => performance.now();
  const reader = simulate125khz('rdm6300');
  const board = simulateBoard({ carriage: 'tcp', unit: 1, coils: 4 });
  const closing: (() => unknown)[] = [];
  let running: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const [far, modbus] = await Promise.all(
      [reader, board].map((controller) => serveControllerTcp({ port: 0, controller, now })),
    );
    if (!far || !modbus) throw new Error('the simulated devices are not served');
    closing.push(() => Promise.all([far.close(), modbus.close()]));
    const path = join(folder, 'reader');
    const cable = ptyCable({ path, port: far.port });
    await cable.plug();
    closing.push(() => cable.unplug());
    const text = readFileSync(new URL('a-card-on-a-wire.yaml', import.meta.url), 'utf8').replace(
      'port: 502',
      `port: ${modbus.port}`,
    );
    const env = { READER_PATH: path, OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
    const flags = { data: join(folder, 'data'), httpPort: '0', mqttPort: '0' };
    const read = readConfig({ file: 'a-card-on-a-wire.yaml', text, env, flags });
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    running = await start(read.config, { demo: false });
    closing.push(() => running.stop());
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  const ask = (path: string, body?: unknown): Promise<Response> =>
    fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  const metric = async (pattern: RegExp): Promise<string | null> =>
    pattern.exec(await (await ask('/metrics')).text())?.[1] ?? null;

  it('inv. 1, 6: opens, is not disturbed by another card, and ends', async () => {
    const row = { member: 'anna', name: 'Anna Serra', email: null, team: null, badges: [card] };
    const rows = [{ ...row, certificates: [], roles: ['member'] }];
    expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);
    reader.hold(card);
    await eventually('the coil to be on', () => board.coils[2]);
    expect(await metric(/officina_taps_total\{outcome="granted"[^}]*\} (\d+)/)).toBe('1');
    reader.hold('0a1b2c3d4e');
    await eventually('the refusal', () => metric(/officina_taps_total\{outcome="refused"[^}]*\} (\d+)/));
    expect(board.coils[2]).toBe(true);
    // The card was away longer than one that is held; the other one lay there meanwhile.
    reader.hold(card);
    await eventually('the coil to be off', () => board.coils[2] === false, holdMs * 4);
    expect(await metric(/officina_taps_total\{outcome="ended"[^}]*\} (\d+)/)).toBe('1');
    // Answers to a reader without an ear are done: none waits.
    expect(await metric(/officina_answers_waiting_total\{[^}]*\} (\d+)/)).toBeNull();
    expect(board.coils).toEqual([false, false, false, false]);
  });
});
