// Links to controllers with a server of their own: how each is written, and what each mistake is told.

import { describe, expect, it } from 'vitest';
import type { SecretReader } from '../../src/config/password.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { makeCertificate } from '../fakes/make-certificate.ts';
import { smallWorkshop } from './small-workshop.ts';

const aLine: SecretReader = () => ({ ok: true, text: 'from-the-file\n' });
const read = (link: string, readSecret = aLine) =>
  readConfig({
    file: 'officina.yaml',
    text: smallWorkshop.replace(
      'readers:',
      `  printer: { name: Printer, pool: mills, link: { ${link} } }\nreaders:`,
    ),
    env: { KEY: 'from-the-environment' },
    flags: {},
    readSecret,
  });
const linkOf = (link: string, readSecret = aLine) => {
  const outcome = read(link, readSecret);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  return outcome.config.links.printer;
};
const sentences = (link: string): string => {
  const outcome = read(link);
  return outcome.ok ? '' : outcome.mistakes.map(({ text }) => text).join('\n');
};

const at = 'url: "http://192.0.2.7:7125"';
const found = 'http://192.0.2.7:7125';

const written: readonly [string, unknown][] = [
  [`kind: moonraker, ${at}`, { kind: 'moonraker', url: found, key: null, orders: true }],
  [
    `kind: moonraker, ${at}, key: "$\{KEY}", orders: false`,
    { kind: 'moonraker', url: found, key: 'from-the-environment', orders: false },
  ],
  [
    `kind: octoprint, ${at}, key_file: key.txt`,
    { kind: 'octoprint', url: found, key: 'from-the-file', orders: true },
  ],
  [
    `kind: prusalink, ${at}, key: abc`,
    { kind: 'prusalink', url: found, access: { key: 'abc' }, orders: true },
  ],
  [
    `kind: prusalink, ${at}, password: abc`,
    { kind: 'prusalink', url: found, access: { user: 'maker', password: 'abc' }, orders: true },
  ],
  [
    `kind: duet, url: "http://duet.local/"`,
    { kind: 'duet', url: 'http://duet.local', password: 'reprap', orders: true },
  ],
  [
    `kind: bambu, host: 192.0.2.8, serial: 01S00A000000001, key: "12345678"`,
    {
      ...{ kind: 'bambu', host: '192.0.2.8', serial: '01S00A000000001', key: '12345678', orders: false },
      ...{ ca: null, fingerprint: null },
    },
  ],
  [
    `kind: octoprint, url: "https://octo.test", key: abc, fingerprint: "${'ab:'.repeat(31)}cd"`,
    {
      ...{ kind: 'octoprint', url: 'https://octo.test', key: 'abc', orders: true },
      trust: { ca: null, fingerprint: `${'AB:'.repeat(31)}CD` },
    },
  ],
  [`kind: ruida, host: 192.0.2.9`, { kind: 'ruida', host: '192.0.2.9' }],
  [`kind: mtconnect, ${at}, device: Mill`, { kind: 'mtconnect', url: found, device: 'Mill' }],
];

const mistakes: readonly [string, string][] = [
  [`kind: octoprint, ${at}`, 'lacks "key" (or "key_file")'],
  [`kind: moonraker, url: "http://192.0.2.7/printer"`, 'an address without a path'],
  [`kind: moonraker, url: "http://192.0.2.7:99999"`, 'has no port from 1 to 65535'],
  [`kind: moonraker, url: "http://a:b@192.0.2.7"`, 'an address without a path'],
  [`kind: prusalink, ${at}, key: abc, password: def`, 'both a key and a password'],
  [`kind: moonraker, ${at}, fingerprint: "${'AB:'.repeat(31)}CD"`, 'begins with https'],
  [`kind: moonraker, url: "https://a.test", fingerprint: "AB:CD"`, 'the SHA-256 of its certificate'],
  [`kind: moonraker, url: "https://a.test", ca: a.pem`, '"ca" of'],
  [`kind: bambu, host: 192.0.2.8, serial: lower, key: abc`, 'in capital letters'],
  [`kind: mtconnect, ${at}, orders: true`, '"orders" is not known here'],
  [`kind: ruida, host: 192.0.2.9, orders: true`, '"orders" is not known here'],
];

describe('a link to a controller with a server of its own', () => {
  it.each(written)('%s', (link, wanted) => {
    expect(linkOf(link)).toEqual(wanted);
  });

  it.each(mistakes)('%s is a mistake', (link, sentence) => {
    expect(sentences(link)).toContain(sentence);
  });

  it.each([
    [`kind: moonraker, ${at}`, 50],
    [`kind: octoprint, ${at}, key: abc`, 50],
    [`kind: serial, path: /dev/ttyACM0, profile: reprapfirmware-3`, 50],
    [`kind: bambu, host: 192.0.2.8, serial: 01S00A000000001, key: abc`, 50],
    [`kind: mtconnect, ${at}`, null],
  ])('inv. 9: at %s power waits for a hot end below %s', (link, coolBelowC) => {
    const outcome = read(link);
    expect(outcome.ok && outcome.config.workshop.machines.printer).toMatchObject({ coolBelowC });
  });

  const bambu = 'kind: bambu, host: 192.0.2.8, serial: 01S00A000000001, key: "12345678"';
  it('pins a certificate by its print, however that is written', () => {
    const print = Array.from({ length: 32 }, () => 'ab').join(':');
    expect(linkOf(`${bambu}, fingerprint: "${print}"`)).toMatchObject({ fingerprint: print.toUpperCase() });
    expect(sentences(`${bambu}, fingerprint: "ab:cd"`)).toContain('the SHA-256 of its certificate');
    expect(sentences(`${bambu}, fingerprint: "${print}", ca: x.pem`)).toContain(
      'both a ca and a fingerprint',
    );
  });

  it('names who issues its certificate, in a file that holds nothing else', () => {
    expect(sentences(`${bambu}, ca: roots.pem`)).toContain('holds no certificate in PEM');
    const { cert } = makeCertificate({ hosts: [] });
    const readSecret = () => ({ ok: true, text: cert }) as const;
    expect(linkOf(`${bambu}, ca: roots.pem`, readSecret)).toMatchObject({ ca: cert, fingerprint: null });
  });

  it('never shows a key in a mistake', () => {
    expect(sentences(`kind: octoprint, ${at}, key: secret-key, key_file: x`)).not.toContain('secret-key');
  });
});
