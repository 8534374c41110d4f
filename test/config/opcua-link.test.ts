// The key `link` of a machine that speaks OPC UA: protected unless the file says otherwise, and no password in the clear.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const endpoint = 'opc.tcp://192.0.2.7:4840';
const workshop = (...links: string[]): string =>
  smallWorkshop.replace(
    'readers:',
    `${links.map((link, i) => `  mill-${i}: { name: Mill, pool: mills, link: { kind: opcua, ${link} } }\n`).join('')}readers:`,
  );
const read = (...links: string[]) =>
  readConfig({
    file: 'officina.yaml',
    text: workshop(...links),
    env: {},
    flags: {},
    readSecret: () => ({ ok: true, text: 'from-the-file\n' }),
  });
const linkOf = (...links: string[]) => {
  const outcome = read(...links);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  return outcome.config.links['mill-0'];
};
const sentences = (...links: string[]): string => {
  const outcome = read(...links);
  return outcome.ok ? '' : outcome.mistakes.map(({ text }) => text).join('\n');
};

describe('an OPC UA link', () => {
  it('is encrypted and anonymous unless the file says otherwise', () => {
    expect(linkOf(`endpoint: "${endpoint}"`)).toEqual({
      kind: 'opcua',
      endpoint,
      machine: null,
      security: 'sign-and-encrypt',
      user: null,
      password: null,
    });
  });

  it('takes all that there is to say', () => {
    const link = `endpoint: "${endpoint}/UA/Mill", machine: "Mill, left", security: sign, user: officina`;
    expect(linkOf(`${link}, password: secret`)).toMatchObject({
      endpoint: `${endpoint}/UA/Mill`,
      machine: 'Mill, left',
      security: 'sign',
      user: 'officina',
      password: 'secret',
    });
    expect(linkOf(`${link}, password_file: secret.txt`)).toMatchObject({ password: 'from-the-file' });
  });

  it.each(['opc.tcp://mill.local', 'opc.tcp://[fe80::1]:4840', 'opc.tcp://mill:1/a/b?c'])(
    'takes %s',
    (address) => {
      expect(linkOf(`endpoint: "${address}"`)).toMatchObject({ endpoint: address });
    },
  );

  it('is known to the journal by its kind alone', () => {
    const outcome = read(`endpoint: "${endpoint}", user: officina, password: secret`);
    if (!outcome.ok) throw new Error('it should be right');
    expect(outcome.config.workshop.machines['mill-0']).toMatchObject({ link: 'opcua', profile: null });
    expect(JSON.stringify(outcome.config.workshop)).not.toMatch(/192\.0\.2\.7|secret/);
  });

  it('may share a server with another machine of another name', () => {
    expect(
      sentences(`endpoint: "${endpoint}", machine: Mill`, `endpoint: "${endpoint}", machine: Lathe`),
    ).toBe('');
    expect(
      sentences(`endpoint: "${endpoint}", machine: Mill`, `endpoint: "${endpoint}", machine: Mill`),
    ).toContain(`Mill at ${endpoint} belongs to machines.mill-0`);
    expect(sentences(`endpoint: "${endpoint}"`, `endpoint: "${endpoint}"`)).toContain(
      'belongs to machines.mill-0',
    );
  });

  it('warns of one without protection, wherever the file is checked', () => {
    const outcome = read(`endpoint: "${endpoint}", security: none`);
    expect(outcome.ok && outcome.warnings.map(({ text }) => text).join()).toContain(
      'machines.mill-0.link is not protected',
    );
  });

  it.each([
    ['no endpoint', 'machine: Mill', 'lacks "endpoint"'],
    ['another protocol', 'endpoint: "http://192.0.2.7"', 'opc.tcp://192.0.2.7:4840'],
    [
      'a name and a password in the address',
      'endpoint: "opc.tcp://a:b@mill"',
      'the address of an OPC UA server',
    ],
    ['a port that is none', 'endpoint: "opc.tcp://mill:70000"', 'has no port from 1 to 65535'],
    [
      'another security',
      `endpoint: "${endpoint}", security: encrypt`,
      '"security" of machines.mill-0.link cannot be',
    ],
    [
      'a password without a user',
      `endpoint: "${endpoint}", password: secret`,
      'has a password but no "user"',
    ],
    ['a user without a password', `endpoint: "${endpoint}", user: officina`, 'lacks "password"'],
    [
      'a password in the clear',
      `endpoint: "${endpoint}", security: none, user: officina, password: secret`,
      'would send its password in the clear',
    ],
  ])('refuses %s, and shows no secret', (_, link, words) => {
    expect(sentences(link)).toContain(words);
    expect(sentences(link)).not.toMatch(/(?<!")secret/);
  });
});
