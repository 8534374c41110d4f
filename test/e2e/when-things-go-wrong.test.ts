// The faults that a workshop meets: a mistake in the file, a port that is taken, a second gateway, a changed journal,
// devices that talk nonsense. The program says what is wrong, runs what can run, and changes nothing else.

import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { readJournal } from './journal-file.ts';
import { eventually, runOfficina, startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  lathe: { name: Lathe, pool: lathes, reader: front, switch: plug }
  printer: { name: Printer, pool: printers, link: { kind: mqtt, password: printer-secret } }
readers:
  front: { kind: native, password: front-secret }
switches:
  plug: { kind: native, password: plug-secret }
`;
const stranger = '04deadbeef0001';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function openDir(): string {
  const dir = storyDir('trouble');
  closing.push(dir.remove);
  return dir.path;
}

async function start(dir: string, ports?: { http: number; mqtt: number }) {
  const program = await startProgram({ dir, yaml, ...(ports ? { ports } : {}) });
  closing.push(() => program.kill());
  return program;
}

async function strangerTaps(mqttPort: number): Promise<void> {
  const reader = simulateReader({
    url: `mqtt://127.0.0.1:${mqttPort}`,
    reader: 'front',
    password: 'front-secret',
  });
  closing.push(reader.close);
  await reader.ready();
  expect(await reader.tap(stranger)).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
}

/** Another program that has a port. */
async function takePort(): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

describe('officina.yaml with mistakes', () => {
  it('is refused with every mistake, its line and its column', async () => {
    const dir = openDir();
    const broken = yaml.replace('pool: lathes', 'pol: lathes').replace('reader: front', 'reader: fron');
    writeFileSync(join(dir, 'officina.yaml'), `${broken}  plug: twice\n`);
    const twice = await runOfficina(dir, ['run', '--http-port', '0', '--mqtt-port', '0']);
    expect(twice).toMatchObject({ code: 1, stdout: '' });
    expect(twice.stderr).toMatch(/officina\.yaml, line 11, column 3: /);
    writeFileSync(join(dir, 'officina.yaml'), broken);
    const { code, stdout, stderr } = await runOfficina(dir, ['run', '--http-port', '0', '--mqtt-port', '0']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/officina\.yaml, line 5, column \d+: .*"pol".*pool/);
    expect(stderr).toMatch(/officina\.yaml, line 5, column \d+: .*"fron".*front/);
    expect(stderr).toMatch(/There are \d mistakes; nothing was done\./);
  });
});

describe('a port that another program has', () => {
  it('for browsers: everything else runs, and it opens when it is free', { timeout: 60_000 }, async () => {
    const { port, server } = await takePort();
    const program = await start(openDir(), { http: port, mqtt: 0 });
    expect(program.httpPort).toBe(0);
    expect(program.log()).toContain(`port ${port} for browsers is in use by another program`);
    await strangerTaps(program.mqttPort);
    await new Promise((resolve) => server.close(resolve));
    const health = () => fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    expect((await eventually('the port to open', health))?.status).toBe(200);
    await eventually('the log to say so', () =>
      program.log().includes(`port ${port} for browsers is free now and open`),
    );
    expect(program.log().match(/is in use by another program/g)).toHaveLength(1);
  });

  it('for devices: the page runs, and the devices come when it is free', { timeout: 60_000 }, async () => {
    const { port, server } = await takePort();
    const program = await start(openDir(), { http: 0, mqtt: port });
    expect(program.mqttPort).toBe(0);
    expect(program.log()).toContain(
      `port ${port} for readers, switches and machines is in use by another program`,
    );
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    await new Promise((resolve) => server.close(resolve));
    await strangerTaps(port);
  });
});

describe('a second gateway on the same data', () => {
  it('is sent away with one sentence, and the first goes on', async () => {
    const dir = openDir();
    const program = await start(dir);
    const args = ['run', '--data', join(dir, 'data'), '--http-port', '0', '--mqtt-port', '0'];
    const second = await runOfficina(dir, args);
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain('Another gateway is running on this data directory');
    const lines = second.stderr.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('warning: '))).toHaveLength(1);
    await strangerTaps(program.mqttPort);
  });
});

describe('inv. 2: one changed byte of the journal', () => {
  it('is found, and the entry is named', async () => {
    const dir = openDir();
    const program = await start(dir);
    await strangerTaps(program.mqttPort);
    expect(await program.stop()).toBe(0);
    const seq = readJournal(dir, ['tap-refused'])[0]?.seq;
    const file = join(dir, 'data', 'journal.sqlite');
    const bytes = readFileSync(file);
    const at = bytes.indexOf('badge-unknown');
    expect(at).toBeGreaterThan(0);
    bytes.write('B', at);
    writeFileSync(file, bytes);
    const verified = await runOfficina(dir, ['verify']);
    expect(verified).toMatchObject({ code: 1, stdout: '' });
    expect(verified.stderr).toContain(`Entry ${seq} of the journal is not as it was written: `);
  });
});

describe('inv. 6, 10, 11: devices that talk nonsense', () => {
  it('are counted, and nothing else changes', { timeout: 60_000 }, async () => {
    const dir = openDir();
    const program = await start(dir);
    await strangerTaps(program.mqttPort);
    const before = readJournal(dir);
    const say = (clientId: string, password: string, topic: string, payload: string | Buffer) =>
      speak({ mqttPort: program.mqttPort, clientId, password, topic, payload });
    const tap = 'officina/v1/reader/front/tap';
    await say('reader-front', 'front-secret', tap, '{"badge":');
    await say(
      'reader-front',
      'front-secret',
      tap,
      '{"badge":"04deadbeef0001","tap":"x","__proto__":{"badge":1}}',
    );
    await say('reader-front', 'front-secret', tap, Buffer.from([0xff, 0xfe, 0x00]));
    await say('reader-front', 'front-secret', tap, `{"badge":"${'0'.repeat(3_000)}","tap":"b:1"}`);
    await say('reader-front', 'front-secret', 'officina/v1/switch/plug/state', '{"on":true}');
    await say('reader-front', 'front-secret', 'some/where/else', 'hello');
    await say('switch-plug', 'plug-secret', 'officina/v1/switch/plug/state', '{"on":"yes"}');
    await say('machine-printer', 'printer-secret', 'officina/v1/machine/printer/report', '{"activity":7}');
    await say(
      'machine-printer',
      'printer-secret',
      'officina/v1/machine/printer/report',
      Buffer.alloc(300_000, '9'),
    );
    await say('reader-front', 'wrong-secret', tap, '{}');

    const counted = async (reason: string): Promise<number> => {
      const text = await (await fetch(`${program.url}/metrics`)).text();
      return Number(
        new RegExp(`^officina_mqtt_refused_total\\{reason="${reason}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
      );
    };
    await eventually('what is no JSON of its topic', async () => (await counted('payload-malformed')) >= 5);
    await eventually('what is too long', async () => (await counted('payload-too-large')) >= 1);
    await eventually('a packet too large', async () => (await counted('packet-too-large')) >= 1);
    await eventually('other devices topics', async () => (await counted('publish-forbidden')) >= 2);
    await eventually('a wrong password', async () => (await counted('credentials')) >= 1);
    const added = readJournal(dir).slice(before.length);
    // That the switch was there and went is true, and all that may be new.
    expect(added.filter(({ type }) => type !== 'switch-changed')).toEqual([]);
    expect(added.filter(({ data }) => data.on !== null)).toEqual([]);
    expect(program.log()).not.toMatch(/front-secret|wrong-secret|deadbeef/);
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    await strangerTaps(program.mqttPort);
  });
});

type Speech = {
  readonly mqttPort: number;
  readonly clientId: string;
  readonly password: string;
  readonly topic: string;
  readonly payload: string | Buffer;
};

/** Says one thing and leaves, or is shown the door; resolves in both cases. */
async function speak({ mqttPort, clientId, password, topic, payload }: Speech): Promise<void> {
  const client = mqtt.connect(`mqtt://127.0.0.1:${mqttPort}`, {
    clientId,
    username: clientId,
    password,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  const ended = new Promise<void>((resolve) => client.once('close', resolve));
  client.on('error', () => {});
  client.once('connect', () => client.publish(topic, payload, { qos: 1 }, () => client.end()));
  await ended;
  client.end(true);
}
