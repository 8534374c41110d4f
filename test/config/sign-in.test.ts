// `sign-in` and `http.address`: what they say, and every mistake in its place, without the secret.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOf } from '../../src/composition/sign-in-ways.ts';
import { formatMistake } from '../../src/config/findings.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { makeCertificate } from '../fakes/make-certificate.ts';
import { smallWorkshop } from './small-workshop.ts';

function read(lines: string, env: Readonly<Record<string, string>> = {}) {
  const readSecret = (path: string) =>
    path === 'oidc-secret'
      ? ({ ok: true, text: 'from a file\n' } as const)
      : ({ ok: false, reason: 'is not there' } as const);
  const text = `${smallWorkshop}${lines}\n`;
  const outcome = readConfig({ file: 'officina.yaml', text, env, flags: {}, readSecret });
  return {
    config: outcome.ok ? outcome.config : null,
    mistakes: outcome.ok ? [] : outcome.mistakes.map((one) => formatMistake(null, one)),
    warnings: outcome.ok ? outcome.warnings.map((one) => formatMistake(null, one)) : [],
  };
}

const oidc = (inner: string) => `sign-in:\n  oidc:\n${inner.replaceAll(/^/gm, '    ')}`;
const least = 'issuer: https://login.example.org/realms/house\nclient-id: officina';

describe('sign-in', () => {
  it('needs an issuer and a client, and knows the usual for the rest', () => {
    expect(read(oidc(least)).config?.signIn).toEqual({
      ...{ issuer: 'https://login.example.org/realms/house', clientId: 'officina', clientSecret: null },
      ...{ label: 'login.example.org', handleClaim: 'preferred_username', groupsClaim: 'groups' },
      ...{ groups: [], attach: 'never' },
    });
    expect(read('').config).not.toHaveProperty('signIn');
  });

  it('takes its secret from the environment or a file, and groups by the words of the service', () => {
    const groups =
      'label: House\nhandle-claim: nick\nattach: email\ngroups: { Workshop Stewards: steward, all: member }';
    const config = (secret: string) =>
      read(oidc(`${least}\nclient-secret${secret}\n${groups}`), { SECRET: 'from outside' }).config?.signIn;
    expect(config(`: \${SECRET}`)).toMatchObject({
      ...{ clientSecret: 'from outside', label: 'House', handleClaim: 'nick', attach: 'email' },
      groups: [
        { group: 'Workshop Stewards', role: 'steward' },
        { group: 'all', role: 'member' },
      ],
    });
    expect(config('_file: oidc-secret')).toMatchObject({ clientSecret: 'from a file' });
  });

  it.each([
    ['issuer: https://x.example', 'sign-in.oidc lacks "client-id"'],
    [least.replace('https://', 'http://'), '"issuer" of sign-in.oidc must begin with https://'],
    [
      `${least}\ngroups: { stewards: boss }`,
      '"stewards" of sign-in.oidc.groups must be one of member, steward',
    ],
    [`${least}\ngroups: stewards`, 'sign-in.oidc.groups must be lines of "group: role"'],
    [`${least}\nclient-id-x: 1`, '"client-id-x" is not known here; did you mean "client-id"?'],
    [`${least}\nclient-secret_file: nowhere`, '"client-secret_file" of sign-in.oidc: the file is not there'],
  ])('%j is a mistake', (inner, text) => {
    expect(read(oidc(inner)).mistakes.join('\n')).toContain(text);
  });

  it('never shows a secret in a mistake', () => {
    const { mistakes } = read(oidc(`${least}\nclient-secret: [hidden-word]`));
    const long = read(oidc(`${least}\nclient-secret: ${'hidden-word'.repeat(30)}`));
    expect([mistakes.length, long.mistakes.length]).toEqual([1, 1]);
    expect([...mistakes, ...long.mistakes].join()).not.toContain('hidden-word');
  });
});

describe('the address of http', () => {
  it.each([
    ['https://Officina.example.org/', 'https://officina.example.org'],
    ['https://officina.example.org:8443', 'https://officina.example.org:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('%s is %s', (written, address) => {
    const { config } = read(`http: { address: "${written}" }`);
    expect(config && addressOf(config)).toEqual({ address, addressFrom: 'file', selfSigned: false });
  });

  it.each([
    ['http://officina.example.org', 'must begin with https://'],
    ['https://officina.example.org/shop', 'must be where browsers find this gateway'],
    ['https://ada:secret@officina.example.org', 'must be where browsers find this gateway'],
    ['officina.example.org', 'must be where browsers find this gateway'],
    ['https://[', 'is no address'],
  ])('%s is a mistake', (written, text) => {
    expect(read(`http: { address: "${written}" }`).mistakes.join('\n')).toContain(text);
  });

  it('is the first name in the certificate where the file says none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'officina-address-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem'), hsts: true };
    const at = (port: number, ...hosts: string[]) => {
      writeFileSync(files.cert, makeCertificate({ hosts }).cert);
      return addressOf({ http: { host: '0.0.0.0', port, tls: files } }).address;
    };
    expect(at(443, '*.example.org', 'shop.example.org')).toBe('https://shop.example.org');
    expect(at(8443, 'shop.example.org')).toBe('https://shop.example.org:8443');
    expect(at(443)).toBeNull();
    expect(at(0, 'shop.example.org')).toBeNull();
  });

  it('of numbers is warned of, and without one nobody is guessed', () => {
    expect(read('http: { address: https://192.0.2.1 }').warnings.join('\n')).toContain('under a name only');
    const { config } = read('');
    expect(config && addressOf(config).address).toBeNull();
  });
});
