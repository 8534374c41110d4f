// The whole gateway with InfluxDB away: it starts, taps are as quick as ever, charts are answered; once InfluxDB is
// there, its sums are those of the statement, to the cent.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { start } from '../../src/main.ts';
import { type FaultyProxy, openFaultyProxy } from '../adapters/influx/faulty-proxy.ts';
import { type Influxd, openInfluxd } from '../adapters/influx/influxd.ts';
import { outside } from '../outside.ts';

const token = 'a-token-for-this-test-alone';
const badge = '04a1b2c3d4e580';
const patience = { timeout: 15_000, interval: 50 };

describe.skipIf(!outside('influxd'))('InfluxDB is away', () => {
  let folder: string;
  let influxd: Influxd;
  let proxy: FaultyProxy;
  let running: Awaited<ReturnType<typeof start>>;
  const clients: MqttClient[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'officina-e2e-'));
    influxd = await openInfluxd();
    await influxd.start();
    proxy = await openFaultyProxy(influxd.port);
    proxy.turn('mute');
    const text = readFileSync(new URL('influx-away.yaml', import.meta.url), 'utf8');
    const env = { INFLUX_PORT: String(proxy.port), OFFICINA_ADMIN_TOKEN: token, OFFICINA_LOG: 'silent' };
    const flags = { data: folder, httpPort: '0', mqttPort: '0' };
    const read = readConfig({ file: 'influx-away.yaml', text, env, flags });
    if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
    running = await start(read.config, { demo: false });
  });
  afterAll(async () => {
    for (const client of clients) await client.endAsync();
    await running.stop();
    await proxy.close();
    await influxd.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, body?: unknown): Promise<Response> =>
    fetch(`http://127.0.0.1:${running.httpPort}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  async function signIn(clientId: string, password: string): Promise<MqttClient> {
    const client = await connectAsync(`mqtt://127.0.0.1:${running.mqttPort}`, {
      clientId,
      username: clientId,
      password,
    });
    clients.push(client);
    return client;
  }
  const charged = async (): Promise<unknown> =>
    (await influxd.query('SELECT sum(minor) AS minor FROM charge'))[0]?.minor;
  async function billed(): Promise<number> {
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' })
      .format(Date.now())
      .slice(0, 7);
    const statement = (await (await ask(`/api/statement?month=${month}`)).json()) as { minor: string };
    return Number(statement.minor);
  }
  const chart = async () =>
    ((await (await ask('/api/machines/laser/readings?name=laser.power')).json()) as { samples: unknown[] })
      .samples;

  it('and nobody at the machines notices', async () => {
    const row = { member: 'anna', name: 'Anna Serra', email: null, team: 'makers', badges: [badge] };
    const rows = [{ ...row, certificates: [], roles: ['member'] }];
    expect((await ask('/api/members/import', { rows, dryRun: false })).status).toBe(200);
    const laser = await signIn('machine-laser', 'machine-key');
    const reader = await signIn('reader-front', 'reader-key');
    const answers: { outcome: string; tap: string }[] = [];
    reader.on('message', (_topic, payload) => answers.push(JSON.parse(payload.toString())));
    await reader.subscribeAsync('officina/v1/reader/front/answer', { qos: 1 });
    for (let index = 0; index < 10; index++) {
      const report = { activity: index % 2 === 0 ? 'running' : 'idle', 'laser.power': index };
      await laser.publishAsync('officina/v1/machine/laser/report', JSON.stringify(report), { qos: 1 });
      const beganMs = performance.now();
      const tap = { badge, tap: `boot:${index}` };
      await reader.publishAsync('officina/v1/reader/front/tap', JSON.stringify(tap), { qos: 1 });
      await vi.waitFor(() => expect(answers.some((one) => one.tap === tap.tap)).toBe(true), {
        timeout: 1000,
        interval: 5,
      });
      expect(performance.now() - beganMs).toBeLessThan(1000);
    }
    expect(answers.filter(({ outcome }) => outcome === 'granted').length).toBeGreaterThan(0);
    expect(answers.filter(({ outcome }) => outcome === 'ended').length).toBeGreaterThan(0);
    expect((await ask('/health')).status).toBe(200);
    await vi.waitFor(async () => expect((await chart()).length).toBeGreaterThan(0), patience);
    expect(proxy.felt('mute')).toBeGreaterThan(0);
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toMatch(/officina_influx_entries_behind [1-9]/);
    expect(metrics).toContain('officina_diary_samples_dropped_total 0');
    expect(metrics).not.toContain('hidden-word');
  });

  it('and once it is there, it says what the statement says', async () => {
    proxy.turn('fair');
    await vi.waitFor(async () => expect(await charged()).toBe(await billed()), patience);
    expect(await billed()).toBeGreaterThan(0);
    const [state] = await influxd.query(
      'SELECT last(activity) AS activity FROM machine_state GROUP BY machine',
    );
    expect(state).toMatchObject({ machine: 'laser', activity: 'idle' });
    const tags = (await influxd.query('SHOW TAG VALUES FROM charge WITH KEY = member')).map(
      ({ value }) => value,
    );
    expect(tags).toHaveLength(1);
    expect(tags[0]).not.toContain('anna');
    await vi.waitFor(async () => {
      const [reading] = await influxd.query('SELECT max("laser.power") AS most FROM reading');
      expect(reading).toMatchObject({ most: 9 });
    }, patience);
    expect((await chart()).length).toBeGreaterThan(0);
    expect(await (await ask('/metrics')).text()).toContain('officina_influx_entries_behind 0');
  });
});
