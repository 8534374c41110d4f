// Certificates of devices, where the operator names who issues them: one of that issuer, for that client id, within its
// dates, and the password all the same. Real TLS, real sign-ins.

import { X509Certificate } from 'node:crypto';
import type { IClientOptions } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeClient } from '../../../src/adapters/tls/judge-client.ts';
import { type CertificateWish, makeCertificate } from '../../fakes/make-certificate.ts';
import { type SecureParts, secureParts } from '../tls/tls-fixture.ts';
import { type Fixture, signIn, startFixture, tapJson, topics, until } from './broker-fixture.ts';

const dayMs = 86_400_000;
const issuer = makeCertificate({ name: 'Our workshop', hosts: [] });
const stranger = makeCertificate({ name: 'Our workshop', hosts: [] });
const issue = (name: string, wish: CertificateWish = {}) =>
  makeCertificate({ name, issuer, hosts: [], purpose: 'client', ...wish });
const ended = { from: new Date(Date.now() - 9 * dayMs), to: new Date(Date.now() - dayMs) };
const clock = { isSet: true, wallMs: () => Date.now(), synchronised: () => clock.isSet };

let fixture: Fixture;
let tls: SecureParts;
let url = '';

async function open(certificatesRequired: boolean): Promise<void> {
  fixture = await startFixture();
  const client = () => ({ issuers: [new X509Certificate(issuer.cert)], clock });
  tls = secureParts({ client });
  const door = { host: '127.0.0.1', port: 0, secure: tls.secure, certificatesRequired };
  url = `mqtts://localhost:${(await fixture.broker.openDoor(door)).port}`;
}
beforeEach(() => {
  clock.isSet = true;
});
afterEach(() => fixture.close());

const come = (shown: { cert: string; key: string } | null, options: IClientOptions = {}) =>
  signIn({ ...fixture, url }, 'reader-front', {
    ca: tls.pair.cert,
    ...(shown && { cert: shown.cert, key: shown.key }),
    ...options,
  });
const refused = (reason: string) => fixture.counted('mqtt_refused_total', reason);
const turnedAway = (reason: string) => tls.counted.get(`tls_refused_total mqtt ${reason}`) ?? 0;

describe.each([['required', true] as const, ['asked for', false] as const])(
  'where a certificate is %s',
  (_how, required) => {
    beforeEach(() => open(required));

    it('a device with its own comes in and taps', async () => {
      const front = await come(issue('reader-front'));
      await front.publishAsync(topics.frontTap, tapJson(1), { qos: 1 });
      expect(fixture.taps).toHaveLength(1);
    });

    it('the password is still asked for', async () => {
      await expect(come(issue('reader-front'), { password: 'guessed' })).rejects.toThrow();
      expect(refused('credentials')).toBe(1);
    });

    it.each([
      ['another device', 'reader-back'],
      ['a name that only begins so', 'reader-front2'],
      ['other letters', 'READER-FRONT'],
      ['nobody', ''],
    ])('one for %s opens nothing, whatever the password', async (_whose, name) => {
      await expect(come(issue(name))).rejects.toThrow(/not authorized/i);
      expect(refused('certificate-name')).toBe(1);
      expect(refused('credentials')).toBe(0);
    });

    it.each<[string, string, { cert: string; key: string }]>([
      [
        'of another issuer with the same name',
        'certificate-issuer',
        issue('reader-front', { issuer: stranger }),
      ],
      ['that signed itself', 'certificate-issuer', makeCertificate({ name: 'reader-front', hosts: [] })],
      ['that has ended', 'certificate-dates', issue('reader-front', ended)],
      [
        'that does not hold yet',
        'certificate-dates',
        issue('reader-front', { from: new Date(Date.now() + dayMs) }),
      ],
      ['made for servers', 'certificate-purpose', issue('reader-front', { purpose: 'server' })],
      ['of the issuer itself', 'certificate-purpose', issuer],
    ])('one %s is turned away before a packet is read', async (_which, reason, shown) => {
      await come(shown).then(
        () => expect.unreachable('it came in'),
        () => undefined,
      );
      // The issuer's own names no device, and is nobody's: which of both rules meets it first does not matter.
      await until(() => turnedAway(reason) === 1);
      expect(refused('credentials')).toBe(0);
    });

    it('inv. 4: its dates are not judged by a clock that was never set', async () => {
      clock.isSet = false;
      expect((await come(issue('reader-front', ended))).connected).toBe(true);
    });

    it(required ? 'none is refused' : 'none is no reason against the right password', async () => {
      if (required) {
        await expect(come(null)).rejects.toThrow(/not authorized/i);
        await expect(come(null, { password: 'guessed' })).rejects.toThrow(/not authorized/i);
        expect(refused('certificate-missing')).toBe(2);
      } else {
        expect((await come(null)).connected).toBe(true);
      }
    });
  },
);

it('a certificate without any purpose is made for all, and without an issuer in the file none is good', async () => {
  await open(true);
  const shown = makeCertificate({ name: 'reader-front', issuer, hosts: [] });
  const issuers = [new X509Certificate(issuer.cert)];
  expect(judgeClient(new X509Certificate(shown.cert), { issuers, clock })).toBeNull();
  const foreign = issue('reader-front', { issuer: stranger });
  expect(judgeClient(new X509Certificate(foreign.cert), { issuers, clock })).toBe('certificate-issuer');
  expect(judgeClient(new X509Certificate(foreign.cert), { issuers: [], clock })).toBe('certificate-issuer');
});
