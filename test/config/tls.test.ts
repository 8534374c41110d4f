// `tls` of http and mqtt: files beside the configuration, looked at before the start; every mistake in its place.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatMistake } from '../../src/config/findings.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { type CertificateWish, makeCertificate } from '../fakes/make-certificate.ts';
import { smallWorkshop } from './small-workshop.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-tls-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const both = 'tls: { cert: pair/full.pem, key: pair/key.pem }';

function putPair(wish: CertificateWish = {}, changes: { cert?: string; key?: string } = {}): void {
  const { cert, key } = { ...makeCertificate(wish), ...changes };
  mkdirSync(join(folder, 'pair'), { recursive: true });
  writeFileSync(join(folder, 'pair/full.pem'), cert);
  writeFileSync(join(folder, 'pair/key.pem'), key, { mode: 0o600 });
}

function load(lines: string, flags: { mqttPort?: string; httpPort?: string } = {}) {
  writeFileSync(join(folder, 'officina.yaml'), `${smallWorkshop}${lines}\n`);
  const outcome = loadConfig({ file: join(folder, 'officina.yaml'), env: {}, flags });
  return {
    config: outcome.ok ? outcome.config : null,
    mistakes: outcome.ok ? [] : outcome.mistakes.map((one) => formatMistake(null, one)),
    warnings: outcome.ok ? outcome.warnings.map((one) => formatMistake(null, one)) : [],
  };
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const day = (at: Date) => at.toISOString().slice(0, 10);

describe('a right pair', () => {
  it('is named by whole paths, with the usual ports', () => {
    putPair();
    const { config, warnings } = load(`http: { ${both} }\nmqtt: { ${both} }`);
    const files = { cert: join(folder, 'pair/full.pem'), key: join(folder, 'pair/key.pem') };
    expect(config?.http).toEqual({ host: '0.0.0.0', port: 8080, tls: { ...files, hsts: true } });
    expect(config?.mqtt).toEqual({ host: '0.0.0.0', port: 1883, tls: { ...files, port: 8883 } });
    expect(warnings.filter((text) => text.includes('tls'))).toEqual([]);
  });

  it('may stand behind links, as certbot puts it', () => {
    putPair();
    symlinkSync('pair', join(folder, 'live'));
    expect(load(`http: { ${both.replaceAll('pair/', 'live/')} }`).mistakes).toEqual([]);
  });

  it('may be the only way in for devices; a flag then speaks of that port', () => {
    putPair();
    expect(load(`mqtt: { plain: false, ${both} }`).config?.mqtt).toMatchObject({
      port: null,
      tls: { port: 8883 },
    });
    const flagged = load(`mqtt: { plain: false, ${both} }`, { mqttPort: '0' });
    expect(flagged.config?.mqtt).toMatchObject({ port: null, tls: { port: 0 } });
    const beside = load(`mqtt: { ${both} }`, { mqttPort: '0' });
    expect(beside.config?.mqtt).toMatchObject({ port: 0, tls: { port: 8883 } });
  });

  it('says what will make trouble later', () => {
    const ended = inDays(-3);
    putPair({ from: inDays(-90), to: ended, hosts: [] });
    chmodSync(join(folder, 'pair/key.pem'), 0o644);
    expect(load(`http: { ${both} }`).warnings.filter((text) => text.includes('tls'))).toEqual([
      'line 15, column 22: "cert" of http.tls: the certificate names no host as subjectAltName, so browsers refuse it; ask for one that does.',
      `line 15, column 22: "cert" of http.tls: the certificate ended on ${day(ended)}; renew it.`,
      'line 15, column 42: "key" of http.tls: everyone on this computer may read the file; "chmod o-rwx" closes it.',
    ]);
    const soon = inDays(13);
    putPair({ to: soon });
    expect(load(`mqtt: { ${both} }`).warnings.join()).toContain(`the certificate ends on ${day(soon)}`);
    const later = inDays(2);
    putPair({ from: later });
    expect(load(`mqtt: { ${both} }`).warnings.join()).toContain(`holds only from ${day(later)} on`);
  });
});

describe('a mistake', () => {
  const mistakesIn = (lines: string) => load(lines).mistakes;

  it('about a file is told in its place, with the remedy', () => {
    expect(mistakesIn(`http: { ${both} }`)).toEqual([
      'line 15, column 22: "cert" of http.tls: the file is not there; correct the path, or let the account of the gateway read it.',
    ]);
    putPair();
    rmSync(join(folder, 'pair/key.pem'));
    expect(mistakesIn(`http: { ${both} }`).join()).toContain(
      'column 42: "key" of http.tls: the file is not there',
    );
    putPair({}, { cert: 'x'.repeat(70_000) });
    expect(mistakesIn(`http: { ${both} }`).join()).toContain('is larger than 65536 bytes');
  });

  it.each<[string, () => { cert?: string; key?: string }, string]>([
    [
      'a key of another certificate',
      () => ({ key: makeCertificate().key }),
      'is not the key of the first certificate',
    ],
    [
      'a key in place of the certificate',
      () => ({ cert: makeCertificate().key }),
      'holds no certificate in PEM',
    ],
    [
      'a certificate in place of the key',
      () => ({ key: makeCertificate().cert }),
      'holds no whole private key',
    ],
    ['a certificate cut short', () => ({ cert: makeCertificate().cert.slice(0, 300) }), 'breaks off within'],
    [
      'a chain cut short',
      () => ({ cert: makeCertificate().cert + makeCertificate().cert.slice(0, 300) }),
      'breaks off within',
    ],
    [
      'a broken certificate',
      () => ({ cert: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' }),
      'holds a certificate that cannot be read',
    ],
    ['too many certificates', () => ({ cert: makeCertificate().cert.repeat(17) }), 'holds 17 certificates'],
    ['nothing', () => ({ cert: '' }), 'holds no certificate in PEM'],
  ])('is %s', (_name, changes, said) => {
    putPair({}, changes());
    const [mistake = '', ...more] = mistakesIn(`http: { ${both} }`);
    expect(mistake).toContain(said);
    expect(more).toEqual([]);
    expect(mistake).not.toMatch(/BEGIN PRIVATE KEY-----|[A-Za-z0-9+/]{40}/);
  });

  it('is a half-named pair, an unknown word, no way in, or one port twice', () => {
    putPair();
    expect(mistakesIn('http: { tls: { cert: pair/full.pem } }').join()).toContain('http.tls lacks "key"');
    expect(mistakesIn(`http: { ${both.replace(' }', ', prot: 1 }')} }`).join()).toContain(
      '"prot" is not known here',
    );
    expect(mistakesIn('mqtt: { plain: false }').join()).toContain('no device could come in');
    expect(mistakesIn('mqtt: { plain: false, tls: }').join()).toContain('no device could come in');
    const twice = mistakesIn(`mqtt: { ${both.replace(' }', ', port: 8080 }')} }`);
    expect(twice.join()).toContain('http and mqtt.tls both want port 8080');
  });

  it('is any pair where there is no file to stand beside', () => {
    const text = `${smallWorkshop}http: { ${both} }\n`;
    const outcome = readConfig({ file: null, text, env: {}, flags: {} });
    expect(outcome).toMatchObject({
      ok: false,
      mistakes: [{ text: expect.stringContaining('cannot be read here') }],
    });
  });
});

describe('certificates of devices', () => {
  const withCa = (rest: string) =>
    load(
      `mqtt: { plain: false, tls: { cert: pair/full.pem, key: pair/key.pem, clientCa: pair/ca.pem${rest} } }`,
    );
  const putCa = (text: string = makeCertificate({ name: 'Our workshop' }).cert) => {
    putPair();
    writeFileSync(join(folder, 'pair/ca.pem'), text);
  };

  it('are required where an issuer is named, or only asked for', () => {
    putCa();
    const tls = { clientCa: join(folder, 'pair/ca.pem'), certificates: 'required' };
    expect(withCa('').config?.mqtt).toMatchObject({ tls });
    expect(withCa(', required: true').config?.mqtt).toMatchObject({ tls });
    expect(withCa(', required: false').config?.mqtt.tls?.certificates).toBe('asked');
  });

  it('that are required are not worth much beside an open door', () => {
    putCa();
    const line = `mqtt: { ${both.replace(' }', ', clientCa: pair/ca.pem }')} }`;
    expect(load(line).warnings.join()).toContain('"plain: false" in mqtt closes that');
    expect(load(line.replace('ca.pem', 'ca.pem, required: false')).warnings.join()).not.toContain('clientCa');
  });

  it('need a file of issuers, and browsers are never asked', () => {
    putPair();
    expect(withCa('').mistakes.join()).toContain('"clientCa" of mqtt.tls: the file is not there');
    putCa('nothing');
    expect(withCa('').mistakes.join()).toContain('"clientCa" of mqtt.tls: the file holds no certificate');
    const issuer = makeCertificate({ name: 'Our workshop' });
    putCa(makeCertificate({ name: 'reader-front', issuer }).cert);
    expect(withCa('').mistakes.join()).toContain('may issue no others');
    putCa();
    expect(load(`mqtt: { ${both.replace(' }', ', required: true }')} }`).mistakes.join()).toContain(
      '"clientCa" is not there',
    );
    expect(load(`http: { ${both.replace(' }', ', clientCa: pair/ca.pem }')} }`).mistakes).toHaveLength(1);
  });
});
