// Certificates of devices in the real program, as `officina.yaml` asks for them: a device with its own comes in, one
// without is refused, whatever its password; and a new issuer's file is taken without a restart.

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mqtt from 'mqtt';
import { afterEach, expect, it } from 'vitest';
import { makeCertificate } from '../fakes/make-certificate.ts';
import { eventually, startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1, plain: false, tls: { cert: cert.pem, key: key.pem, clientCa: ca.pem } }
machines:
  lathe: { name: Lathe, pool: lathes, link: { kind: none }, reader: front }
readers:
  front: { kind: native, password: front-secret }
`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('are asked for by the file, beside the password', { timeout: 60_000 }, async () => {
  const dir = storyDir('device-certificates');
  closing.push(dir.remove);
  const put = (name: string, text: string) => {
    writeFileSync(join(dir.path, `${name}.new`), text, { mode: 0o600 });
    renameSync(join(dir.path, `${name}.new`), join(dir.path, name));
  };
  const own = makeCertificate();
  const [issuer, later] = [makeCertificate({ name: 'First' }), makeCertificate({ name: 'Second' })];
  put('cert.pem', own.cert);
  put('key.pem', own.key);
  put('ca.pem', issuer.cert);
  const program = await startProgram({ dir: dir.path, yaml });
  closing.push(program.kill);

  const comes = async (shown: { cert: string; key: string } | null, password = 'front-secret') => {
    const client = mqtt.connect(`mqtts://localhost:${program.mqttPort}`, {
      ...{ clientId: 'reader-front', username: 'reader-front', password, ca: own.cert, reconnectPeriod: 0 },
      ...(shown && { cert: shown.cert, key: shown.key }),
    });
    client.on('error', () => undefined);
    const isIn = await new Promise<boolean>((resolve) => {
      client.once('connect', () => resolve(true));
      client.once('close', () => resolve(false));
    });
    client.end(true);
    return isIn;
  };
  const issued = (by: typeof issuer, name = 'reader-front') =>
    makeCertificate({ name, issuer: by, hosts: [], purpose: 'client' });

  expect(await comes(issued(issuer))).toBe(true);
  expect(await comes(issued(issuer), 'guessed')).toBe(false);
  expect(await comes(issued(issuer, 'reader-back'))).toBe(false);
  expect(await comes(issued(later))).toBe(false);
  expect(await comes(null)).toBe(false);
  put('ca.pem', later.cert);
  program.process.kill('SIGHUP');
  await eventually('the new issuer is known', () => comes(issued(later)));
  expect(await comes(issued(issuer))).toBe(false);
  expect(program.log()).toContain('certificate-name');
});
