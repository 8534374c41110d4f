// The whole gateway on a real file: devices that nobody has described come in, are looked at, and are assigned while another
// machine is in use; the file keeps its comments, and nothing is started anew.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { start } from '../../src/main.ts';

const token = 'a-token-for-this-test-alone';
const patience = { timeout: 10_000, interval: 10 };
const yaml = readFileSync(new URL('assign-a-device.yaml', import.meta.url), 'utf8');
const answers = { noVoltRelease: true, notAnEmergencyStop: true };

let folder: string;
let file: string;
let running: Awaited<ReturnType<typeof start>>;
const clients: MqttClient[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
  file = join(folder, 'officina.yaml');
  writeFileSync(file, yaml, { mode: 0o640 });
  const env = { OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
  const flags = { data: join(folder, 'data'), httpPort: '0', mqttPort: '0' };
  const read = loadConfig({ file, env, flags });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  running = await start(read.config, { demo: false, env, flags });
});
afterAll(async () => {
  for (const client of clients) client.end(true);
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Account = { readonly client: string; readonly user: string; readonly password?: string };

async function signIn({ client: clientId, user: username, password }: Account): Promise<MqttClient> {
  const url = `mqtt://127.0.0.1:${running.mqttPort}`;
  const sign = { clientId, username, ...(password !== undefined && { password }) };
  const client = mqtt.connect(url, { ...sign, protocolVersion: 4, reconnectPeriod: 0 });
  clients.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve());
    client.once('error', reject);
    client.once('close', () => reject(new Error('closed before CONNACK')));
  });
  client.on('error', () => undefined);
  return client;
}

type Body = Record<string, unknown>;

async function ask(path: string, body?: Body): Promise<{ status: number; body: Body; cache: string | null }> {
  const answer = await fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const cache = answer.headers.get('cache-control');
  return { status: answer.status, body: (await answer.json()) as Body, cache };
}

const machine = async (id: string) =>
  (await ask(`/api/machines/${id}`)).body as { session: object | null; interlock: string };
const waiting = async () =>
  (await ask('/api/unassigned')).body as { devices: { client: string; messages: { topic: string }[] }[] };

/** Orders that a switch has heard; it follows each. */
function followOrders(client: MqttClient, id: string): { on: boolean; lease_s?: number }[] {
  const orders: { on: boolean; lease_s?: number }[] = [];
  client.on('message', (_topic, payload) => {
    const order = JSON.parse(payload.toString());
    orders.push(order);
    client.publish(`officina/v1/switch/${id}/state`, JSON.stringify({ on: order.on }));
  });
  client.subscribe(`officina/v1/switch/${id}/set`);
  return orders;
}

describe('a workshop that goes on', () => {
  let saw: MqttClient;
  let sawOrders: { on: boolean; lease_s?: number }[];

  it('has somebody at the saw', async () => {
    const row = { member: 'anna', name: 'Anna', email: null, team: null, badges: ['94d8fc5f'] };
    const rows = [{ ...row, certificates: [], roles: ['member'] }];
    expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);
    saw = await signIn({ client: 'switch-saw-plug', user: 'switch-saw-plug', password: 'saw-key' });
    sawOrders = followOrders(saw, 'saw-plug');
    const front = await signIn({ client: 'reader-front', user: 'reader-front', password: 'front-key' });
    const tap = { badge: '94d8fc5f', tap: 'b:1', machine: 'saw' };
    await front.publishAsync('officina/v1/reader/front/tap', JSON.stringify(tap), { qos: 1 });
    await vi.waitFor(() => expect(sawOrders.at(-1)).toMatchObject({ on: true, lease_s: 60 }), patience);
  });

  it('takes a reader in by a code, tells it its credentials, and decides its tap at once', async () => {
    const pairing = await ask('/api/pairings', {});
    expect(pairing).toMatchObject({ status: 201, cache: 'no-store' });
    const code = String(pairing.body.code);
    const fresh = await signIn({ client: 'esp-1', user: 'pair', password: code });
    await fresh.subscribeAsync('officina/v1/pairing/esp-1', { qos: 1 });
    const told: Account[] = [];
    fresh.on('message', (_topic, payload) => told.push(JSON.parse(payload.toString())));
    await fresh.publishAsync('hello/esp-1', '{"firmware":"1.0"}', { qos: 1 });
    expect((await waiting()).devices).toMatchObject([
      { client: 'esp-1', messages: [{ topic: 'hello/esp-1' }] },
    ]);

    const wish = {
      role: 'reader',
      id: 'back',
      entry: { kind: 'native' },
      machine: 'lathe',
      answers,
      dryRun: false,
    };
    const dry = await ask('/api/unassigned/esp-1/assignment', { ...wish, dryRun: true });
    expect(dry).toMatchObject({ status: 200, body: { credentials: null } });
    expect(readFileSync(file, 'utf8')).toBe(yaml);
    expect(existsSync(join(folder, 'secrets'))).toBe(false);

    const done = await ask('/api/unassigned/esp-1/assignment', wish);
    expect(done, JSON.stringify(done.body)).toMatchObject({
      ...{ status: 200, cache: 'no-store' },
      body: { told: true, device: { role: 'reader', id: 'back', kind: 'native' }, restart: [] },
    });
    expect(done.body.lines).toEqual(dry.body.lines);
    await vi.waitFor(() => expect(fresh.connected).toBe(false), patience);
    expect(told).toEqual([done.body.credentials]);
    expect((await waiting()).devices).toEqual([]);

    const [account] = told as [Account];
    expect(account).toMatchObject({ client: 'reader-back', user: 'reader-back' });
    expect(account.password).toMatch(/^[\w-]{24}$/);
    const back = await signIn(account);
    const heard: Body[] = [];
    back.on('message', (_topic, payload) => heard.push(JSON.parse(payload.toString())));
    await back.subscribeAsync('officina/v1/reader/back/answer', { qos: 1 });
    const tap = { badge: '94d8fc5f', tap: 'c:1' };
    await back.publishAsync('officina/v1/reader/back/tap', JSON.stringify(tap), { qos: 1 });
    await vi.waitFor(() => expect(heard).toMatchObject([{ outcome: 'granted', machine: 'lathe' }]), patience);
  });

  it('left the file as people write it, the old one beside it, and the secret readable by its owner only', () => {
    const text = readFileSync(file, 'utf8');
    for (const line of yaml.split('\n')) if (line.includes('#')) expect(text).toContain(line.trim());
    expect(text).toContain('password_file: secrets/reader-back');
    const secret = join(folder, 'secrets/reader-back');
    expect(text).not.toContain(readFileSync(secret, 'utf8').trim());
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(`${file}.before-attach`, 'utf8')).toBe(yaml);
  });

  it('takes a stock plug from an allowed address; a bare switch needs both answers', async () => {
    const account = { client: 'DVES_A1B2C3', user: 'DVES_USER' };
    const box = await signIn({ ...account, password: 'whatever' });
    const grants = await box.subscribeAsync('cmnd/tasmota_A1B2C3/#').catch(() => 'refused');
    expect(grants).toBe('refused');
    expect(box.connected).toBe(true);
    await box.publishAsync('stat/tasmota_A1B2C3/POWER', 'ON', { qos: 1 });
    await box.publishAsync('tele/tasmota_A1B2C3/LWT', 'Online', { qos: 1, retain: true });
    const [seen] = (await waiting()).devices;
    expect(seen).toMatchObject({
      ...account,
      how: 'address',
      messages: [
        { text: 'ON', retained: false },
        { text: 'Online', retained: true },
      ],
    });
    const guess = { role: 'switch', entry: { kind: 'tasmota', topic: 'tasmota_A1B2C3', relay: 1 } };
    expect(seen).toMatchObject({ guesses: expect.arrayContaining([expect.objectContaining(guess)]) });

    const entry = { kind: 'tasmota', topic: 'tasmota_A1B2C3' };
    const wish = { role: 'switch', id: 'lathe-plug', entry, machine: 'lathe', answers, dryRun: false };
    const no = { ...wish, answers: { ...answers, noVoltRelease: false } };
    const path = '/api/unassigned/DVES_A1B2C3/assignment';
    expect(await ask(path, no)).toMatchObject({ status: 422, body: { code: 'answers-missing' } });
    const own = { ...wish, entry: { ...entry, password: 'x' } };
    expect(await ask(path, own)).toMatchObject({ status: 422, body: { code: 'assignment-wrong' } });
    const odd = { ...wish, entry: { kind: 'tasmota', topic: 'a#' } };
    const mistaken = await ask(path, odd);
    expect(mistaken).toMatchObject({ status: 422, body: { code: 'assignment-wrong' } });
    expect(JSON.stringify(mistaken.body.mistakes)).toContain('topic');
    expect(existsSync(join(folder, 'secrets/switch-lathe-plug'))).toBe(false);

    const done = await ask(path, wish);
    expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200, body: { told: false } });
    await vi.waitFor(() => expect(box.connected).toBe(false), patience);
    // What it came in with opens nothing any more.
    await expect(signIn({ ...account, password: 'whatever' })).rejects.toThrow();
    const typed = await signIn(done.body.credentials as Account);
    await typed.subscribeAsync('cmnd/tasmota_A1B2C3/#');
    expect(await ask(path, wish)).toMatchObject({ status: 404, body: { code: 'unassigned-unknown' } });
  });

  it('kept the connection and the lease of the saw all the while', async () => {
    expect(saw.connected).toBe(true);
    expect(sawOrders.slice(sawOrders.findIndex(({ on }) => on)).every(({ on }) => on)).toBe(true);
    expect((await machine('saw')).session).not.toBeNull();
  });

  it('reads the file again at SIGHUP and when asked; mistakes change nothing', async () => {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('name: Lathe', 'name: Drehbank').replace('pool: saws', 'pool: 7'));
    const wrong = await ask('/api/config/reload', {});
    expect(wrong).toMatchObject({ status: 422, body: { code: 'config-wrong', mistakes: [{ line: 8 }] } });
    expect(await machine('lathe')).toMatchObject({ name: 'Lathe' });

    writeFileSync(
      file,
      text.replace('name: Lathe', 'name: Drehbank').replace('  attachFrom', '  port: 7\n  attachFrom'),
    );
    // The port stands on the command line, which goes before the file.
    expect(await ask('/api/config/reload', {})).toMatchObject({ status: 200, body: { restart: [] } });
    expect(await machine('lathe')).toMatchObject({ name: 'Drehbank' });
    writeFileSync(file, `${text}log: debug\nretention: { tapsDays: 30 }\n`);
    expect(await ask('/api/config/reload', {})).toMatchObject({ body: { restart: ['retention'] } });
    writeFileSync(file, text.replace('name: Lathe', 'name: Tornio'));
    process.emit('SIGHUP');
    await vi.waitFor(async () => expect(await machine('lathe')).toMatchObject({ name: 'Tornio' }), patience);
    expect(saw.connected).toBe(true);
  });

  it('lets a busy machine end its session on the switch that it has', async () => {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text
        .replace('switch: saw-plug', 'switch: other')
        .replace(/ {2}saw-plug:.*\n/, '  other: { kind: native, password: other-key }\n'),
    );
    expect(await ask('/api/config/reload', {})).toMatchObject({ status: 200 });
    expect(saw.connected).toBe(true);
    expect((await ask('/api/machines/saw/end', {})).status).toBe(200);
    await vi.waitFor(() => expect(sawOrders.at(-1)).toMatchObject({ on: false }), patience);
    await vi.waitFor(() => expect(saw.connected).toBe(false), patience);
    const other = await signIn({ client: 'switch-other', user: 'switch-other', password: 'other-key' });
    const devices = (await ask('/api/devices')).body as unknown as { id: string }[];
    expect(devices.map(({ id }) => id)).not.toContain('saw-plug');
    other.end(true);
  });
});
