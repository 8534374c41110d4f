// Which servers people trust, as files; and the judgement on what a server shows.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { certificateJudge } from '../../../src/adapters/opcua/certificate-judge.ts';
import { readCertificate, type ServerCertificate } from '../../../src/adapters/opcua/read-certificate.ts';
import { openTrustStore } from '../../../src/adapters/opcua/trust-store.ts';
import { LinkFault } from '../../../src/edge/link-fault.ts';
import { makeCertificate } from './make-certificate.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22, 12, 0, 0);
let mill: Buffer;
let others: Buffer[];

beforeAll(async () => {
  mill = await makeCertificate({
    fromMs: nowMs - dayMs,
    untilMs: nowMs + 400 * dayMs,
    subject: '/CN=Mill/O=Officina',
  });
  others = await Promise.all(
    Array.from({ length: 7 }, (_, i) => makeCertificate({ subject: `/CN=Other ${i}` })),
  );
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (der: Buffer): ServerCertificate => {
  const certificate = readCertificate(der);
  if (!certificate) throw new Error('the test has made no certificate');
  return certificate;
};

describe('a certificate', () => {
  it('is known by the thumbprints that other programs show', () => {
    const { sha1, sha256, subject, untilMs } = read(mill);
    expect(sha1).toBe(createHash('sha1').update(mill).digest('hex'));
    expect(sha256).toBe(createHash('sha256').update(mill).digest('hex'));
    expect(subject).toContain('CN=Mill');
    expect(untilMs).toBe(nowMs + 400 * dayMs);
  });

  it('inv. 11: is read from a chain as its first, and from rubbish not at all', async () => {
    expect(read(Buffer.concat([mill, others[0] as Buffer])).sha256).toBe(read(mill).sha256);
    expect(readCertificate(Buffer.alloc(0))).toBeNull();
    expect(readCertificate(Buffer.from('no certificate'))).toBeNull();
    expect(readCertificate(mill.subarray(0, 200))).toBeNull();
    expect(readCertificate(Buffer.concat([mill, Buffer.alloc(20_000)]))).toBeNull();
    expect(readCertificate(await makeCertificate({ bits: 1024 }))).toBeNull();
  });

  it('inv. 11: has a subject of one short printable line', async () => {
    const odd = await makeCertificate({
      subject: `/CN=a\u0007-----BEGIN CERTIFICATE-----${'x'.repeat(40)}/O=${'y'.repeat(60)}`,
    });
    expect(read(odd).subject).toMatch(/^[^\p{C}]{1,120}$/u);
  });
});

describe('the store', () => {
  it('trusts nothing by itself, and what a person trusts until that is withdrawn', () => {
    const store = openTrustStore(folder);
    const certificate = read(mill);
    expect(store.list()).toEqual({ waiting: [], trusted: [] });
    store.keepWaiting('mill', certificate);
    expect(store.isTrusted(certificate)).toBe(false);
    expect(store.trust(read(others[0] as Buffer).sha256)).toBe(false);
    expect(store.trust(certificate.sha256)).toBe(true);
    expect(store.isTrusted(certificate)).toBe(true);
    expect(store.isTrusted(read(others[0] as Buffer))).toBe(false);
    expect(store.list().waiting).toEqual([]);
    expect(openTrustStore(folder).list().trusted).toMatchObject([
      { sha256: certificate.sha256, machines: ['mill'] },
    ]);
    expect(store.withdraw(certificate.sha256)).toBe(true);
    expect(store.isTrusted(certificate)).toBe(false);
  });

  it('shows one server of two machines once, and moves it for both', () => {
    const store = openTrustStore(folder);
    store.keepWaiting('mill', read(mill));
    store.keepWaiting('lathe', read(mill));
    expect(store.list().waiting.map(({ machines }) => machines)).toEqual([['lathe', 'mill']]);
    store.trust(read(mill).sha256);
    expect(store.list()).toMatchObject({ waiting: [], trusted: [{ machines: ['lathe', 'mill'] }] });
  });

  it('is for this account alone', () => {
    const store = openTrustStore(join(folder, 'opcua'));
    store.keepWaiting('mill', read(mill));
    expect(statSync(join(folder, 'opcua', 'rejected')).mode & 0o777).toBe(0o700);
    const [file = ''] = readdirSync(join(folder, 'opcua', 'rejected'));
    expect(statSync(join(folder, 'opcua', 'rejected', file)).mode & 0o777).toBe(0o600);
  });

  it('inv. 10: keeps only the newest that one machine has shown, and says how many made room', () => {
    const store = openTrustStore(folder);
    store.keepWaiting('lathe', read(mill));
    const dropped = others.map((der) => store.keepWaiting('mill', read(der)));
    expect(dropped).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(store.keepWaiting('mill', read(others[6] as Buffer))).toBe(0);
    expect(store.list().waiting).toHaveLength(5);
    expect(store.list().waiting.some(({ sha256 }) => sha256 === read(others[6] as Buffer).sha256)).toBe(true);
  });

  it('inv. 11: passes over what is no certificate', () => {
    const store = openTrustStore(folder);
    mkdirSync(join(folder, 'trusted'));
    writeFileSync(join(folder, 'trusted', 'notes.txt'), 'hello');
    writeFileSync(join(folder, 'trusted', 'rubbish.pem'), 'hello');
    writeFileSync(join(folder, 'trusted', 'large.pem'), Buffer.alloc(1_000_000));
    writeFileSync(join(folder, 'trusted', 'by-hand.der'), mill);
    expect(store.list().trusted).toMatchObject([{ sha256: read(mill).sha256, machines: [] }]);
    expect(store.isTrusted(read(mill))).toBe(true);
  });
});

describe('the judgement', () => {
  const judged = (der: Buffer | null, atMs: number) => {
    const store = openTrustStore(folder);
    const judge = certificateJudge('mill', { store, wallMs: () => atMs, onDropped: () => undefined });
    try {
      return { troubles: judge(der).troubles, refused: null };
    } catch (fault) {
      if (fault instanceof LinkFault) return { troubles: [], refused: fault.trouble };
      throw fault;
    }
  };
  const trusted = (): void => {
    const store = openTrustStore(folder);
    store.keepWaiting('mill', read(mill));
    store.trust(read(mill).sha256);
  };

  it('on one that nobody has trusted is no, and it waits for a person', () => {
    const { sha1, sha256 } = read(mill);
    expect(judged(mill, nowMs).refused).toEqual({ code: 'certificate-unknown', values: { sha1, sha256 } });
    expect(openTrustStore(folder).list().waiting).toMatchObject([{ sha1, machines: ['mill'] }]);
  });

  it('on one that is trusted is yes', () => {
    trusted();
    expect(judged(mill, nowMs)).toEqual({ troubles: [], refused: null });
  });

  it('on one that has ended is no, trusted or not, and says since when', () => {
    const afterMs = nowMs + 401 * dayMs;
    const ended = { code: 'certificate-expired', values: { since: '2027-12-27', sha1: read(mill).sha1 } };
    expect(judged(mill, afterMs).refused).toEqual(ended);
    trusted();
    expect(judged(mill, afterMs).refused).toEqual(ended);
  });

  it('on one that is not good yet is no, and names the minute', () => {
    trusted();
    expect(judged(mill, nowMs - 2 * dayMs).refused).toEqual({
      code: 'certificate-early',
      values: { from: '2026-11-21 12:00 UTC', sha1: read(mill).sha1 },
    });
  });

  it('on one that ends within thirty days is yes, with a warning', () => {
    trusted();
    expect(judged(mill, nowMs + 370 * dayMs)).toEqual({ troubles: [], refused: null });
    expect(judged(mill, nowMs + 371 * dayMs)).toEqual({
      troubles: [{ code: 'certificate-ending', values: { on: '2027-12-27', days: 29 } }],
      refused: null,
    });
  });

  it('on none, or rubbish, is no', () => {
    for (const der of [null, Buffer.from('rubbish')])
      expect(judged(der, nowMs).refused?.code).toBe('certificate-unfit');
  });
});
