// A workshop with TLS for browsers and devices: what each of them sees, the commands beside it, and a certificate that
// is renewed while a device and a screen stay connected.

import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as askPlain, type IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import mqtt from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CertificateWish, type MadePair, makeCertificate } from '../fakes/make-certificate.ts';
import { outside } from '../outside.ts';
import { visit } from './browser.ts';
import { eventually, type Program, runOfficina, startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: it }
http: { host: 127.0.0.1, tls: { cert: tls/cert.pem, key: tls/key.pem } }
mqtt: { host: 127.0.0.1, tls: { cert: tls/cert.pem, key: tls/key.pem, port: 0 } }
machines:
  lathe: { name: Lathe, pool: lathes, reader: front, switch: plug }
readers:
  front: { kind: native, password: front-secret }
switches:
  plug: { kind: native, password: plug-secret }
`;
const adminToken = 'only-for-this-story-0123456789';
const members = 'member,name,email,team,badges,certificates,roles\nada,Ada,,,04a1b2c3d4e580,,\n';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

let dir = '';
beforeEach(() => {
  const story = storyDir('tls');
  closing.push(story.remove);
  dir = story.path;
});

let issues = 0;
/** As certbot does it: a new folder, and a link that leads to it. */
function issue(wish: CertificateWish = {}, wrong: Partial<MadePair> = {}): MadePair {
  const pair = { ...makeCertificate(wish), ...wrong };
  const folder = join(dir, `issue-${++issues}`);
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  mkdirSync(folder);
  writeFileSync(files.cert, pair.cert);
  writeFileSync(files.key, pair.key, { mode: 0o600 });
  symlinkSync(folder, join(dir, 'next'));
  renameSync(join(dir, 'next'), join(dir, 'tls'));
  return pair;
}

async function start(text = yaml): Promise<Program> {
  const program = await startProgram({ dir, yaml: text, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  return program;
}

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

function ask(
  port: number,
  path: string,
  options: object = {},
  send: typeof askPlain = request,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = send({ host: 'localhost', port, path, agent: false, ...options }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        text: Buffer.concat(chunks).toString(),
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** The certificate that a port presents now. */
function presented(port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.fingerprint256);
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

const health = async (program: Program, ca: string): Promise<string[]> =>
  JSON.parse((await ask(program.httpPort, '/health', { ca })).text).reasons.map(
    ({ code }: { code: string }) => code,
  );

describe('with TLS', () => {
  it('browsers find the dashboard, and are kept on HTTPS', async () => {
    const { cert: ca } = issue();
    const { httpPort } = await start();
    const page = await ask(httpPort, '/', { ca });
    expect(page).toMatchObject({
      status: 200,
      text: expect.stringContaining('<html'),
      headers: {
        'strict-transport-security': 'max-age=2592000',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
      },
    });
    const bearer = { authorization: `Bearer ${adminToken}` };
    const signedIn = await ask(httpPort, '/api/session/token', { ca, method: 'POST', headers: bearer });
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);

    const plain = await ask(httpPort, '/statement?month=2026-11', {}, askPlain);
    expect(plain).toMatchObject({
      status: 307,
      headers: { location: `https://localhost:${httpPort}/statement?month=2026-11` },
    });
    expect(plain.headers['strict-transport-security']).toBeUndefined();
    const script = await ask(httpPort, '/api/board', { headers: bearer }, askPlain);
    expect(script).toMatchObject({ status: 400, text: expect.stringContaining('make a new token') });
  });

  it('a renewal disturbs nobody who is connected, and commands go on', { timeout: 60_000 }, async () => {
    const first = issue();
    const program = await start();
    const { httpPort, mqttsPort } = program;
    writeFileSync(join(dir, 'members.csv'), members);
    const importing = () => runOfficina(dir, ['import', 'members.csv', '--data', 'data']);
    expect(await importing()).toMatchObject({
      code: 0,
      stdout: 'Members: 1 added, 0 changed, 0 unchanged.\n',
    });
    const told = () => JSON.parse(readFileSync(join(dir, 'data/gateway.json'), 'utf8'));
    expect(told()).toMatchObject({ url: `https://127.0.0.1:${httpPort}`, fingerprint: first.fingerprint });

    const reader = await openReader(mqttsPort, first.cert);
    const screen = openScreen(httpPort, first.cert);
    await eventually('the board', () => screen.text().includes('"session":null'));

    const second = issue();
    program.process.kill('SIGHUP');
    await eventually('the new certificate', async () => (await presented(httpPort)) === second.fingerprint);
    expect(await presented(mqttsPort ?? 0)).toBe(second.fingerprint);
    expect(await reader.tap('04a1b2c3d4e580')).toMatchObject({ outcome: 'granted' });
    await eventually('the tap on the screen', () => screen.text().includes('"session":{'));
    await eventually('the pin', () => told().fingerprint === second.fingerprint);
    expect(await importing()).toMatchObject({
      code: 0,
      stdout: 'Members: 0 added, 0 changed, 1 unchanged.\n',
    });

    // A key that belongs to another certificate: the old pair stays, and the page says so.
    issue({}, { key: makeCertificate().key });
    program.process.kill('SIGHUP');
    await eventually('the notice', async () =>
      (await health(program, second.cert)).includes('tls-not-renewed'),
    );
    expect(await presented(httpPort)).toBe(second.fingerprint);
    expect(program.log()).toMatch(/key\.pem is not the key of the first certificate/);
    expect(program.log()).not.toContain('BEGIN');
    await eventually('the notice on the screen', () => screen.text().includes('tls-not-renewed'));

    const third = issue({ to: new Date(Date.now() + 5 * 86_400_000) });
    program.process.kill('SIGHUP');
    await eventually('the third', async () => (await presented(httpPort)) === third.fingerprint);
    expect(await health(program, third.cert)).toEqual(['tls-expires']);
    expect(screen.isOpen()).toBe(true);
    expect(await program.stop()).toBe(0);
  });

  it('devices may be held to it', async () => {
    const { cert: ca } = issue();
    const only = yaml.replace('mqtt: { ', 'mqtt: { plain: false, ');
    const { mqttPort, mqttsPort } = await start(only);
    expect(mqttPort).toBe(mqttsPort);
    const reader = await openReader(mqttsPort, ca);
    expect(await reader.tap('04deadbeef0001')).toMatchObject({ code: 'badge-unknown' });
  });

  it('a start without the files is refused with the line and the remedy', async () => {
    writeFileSync(join(dir, 'officina.yaml'), yaml);
    for (const command of [['check'], ['run', '--data', 'data']]) {
      const { code, stdout, stderr } = await runOfficina(dir, command);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(
        'line 2, column 39: "cert" of http.tls: the file is not there; correct the path',
      );
    }
  });
});

describe.skipIf(!outside('chromium'))('a browser over TLS', () => {
  it('has a secure page that is alive, and says in Italian that the certificate ends', async () => {
    const { cert: ca } = issue({ to: new Date(Date.now() + 5 * 86_400_000) });
    const { httpPort } = await start();
    const headers = { authorization: `Bearer ${adminToken}` };
    const signedIn = await ask(httpPort, '/api/session/token', { ca, method: 'POST', headers });
    const [, name = '', value = ''] =
      /^([^=]+)=([^;]*)/.exec(signedIn.headers['set-cookie']?.[0] ?? '') ?? [];
    const url = `https://localhost:${httpPort}`;
    const seen = await visit(url, { trusting: true });
    closing.push(seen.close);
    await seen.page.context().addCookies([{ name, value, url }]);
    await seen.page.reload();
    await seen.untilCard('Lathe', 'Libera');
    await seen.page.getByText('Il certificato per browser o dispositivi scade entro 14 giorni').waitFor();
    expect(await seen.page.evaluate('isSecureContext')).toBe(true);
    expect(seen.complaints()).toEqual([]);
  });
});

/** A reader that trusts one issuer; it does not come back by itself. */
async function openReader(port: number | null, ca: string) {
  const id = 'reader-front';
  const client = await mqtt.connectAsync(`mqtts://localhost:${port}`, {
    ...{ clientId: id, username: id, password: 'front-secret', protocolVersion: 4, reconnectPeriod: 0, ca },
  });
  closing.push(() => client.end(true));
  client.on('error', () => {});
  const answers: unknown[] = [];
  client.on('message', (_topic, payload) => void answers.push(JSON.parse(payload.toString())));
  await client.subscribeAsync('officina/v1/reader/front/answer', { qos: 1 });
  return {
    async tap(badge: string): Promise<unknown> {
      answers.length = 0;
      const message = JSON.stringify({ badge, tap: `boot:${++taps}` });
      await client.publishAsync('officina/v1/reader/front/tap', message, { qos: 1 });
      return eventually('the answer', () => answers[0]);
    },
  };
}
let taps = 0;

/** A screen that is open on the live events. */
function openScreen(port: number, ca: string): { text(): string; isOpen(): boolean } {
  let text = '';
  let isOpen = true;
  const headers = { authorization: `Bearer ${adminToken}` };
  const sent = request(
    { host: 'localhost', port, path: '/api/live', ca, agent: false, headers },
    (answer) => {
      answer.setEncoding('utf8').on('data', (more: string) => (text += more));
      answer.on('close', () => (isOpen = false));
    },
  );
  sent.on('error', () => (isOpen = false));
  sent.end();
  closing.push(() => sent.destroy());
  return { text: () => text, isOpen: () => isOpen };
}
