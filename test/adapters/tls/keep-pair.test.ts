// A renewed certificate is taken as a whole or not at all; what is wrong with it is said once, and the one before stays.

import { unlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptPair, keepPair } from '../../../src/adapters/tls/keep-pair.ts';
import { judgePair } from '../../../src/config/tls-pair.ts';
import { makeCertificate } from '../../fakes/make-certificate.ts';
import { type PairFolder, pairFolder } from './pair-folder.ts';

const dayMs = 86_400_000;
let folder: PairFolder;
let kept: KeptPair | null = null;
const clock = { nowMs: 0, isSet: true, asked: 0 };
const said: string[] = [];
const notices = new Map<string, boolean>();

beforeEach(() => {
  folder = pairFolder();
  Object.assign(clock, { nowMs: Date.now(), isSet: true });
  said.length = 0;
  notices.clear();
});
afterEach(() => {
  kept?.close();
  kept = null;
  folder.remove();
});

const wallMs = (): number => {
  clock.asked += 1;
  return clock.nowMs;
};

/** Looks at the files every few milliseconds, unless it is to look at SIGHUP only. */
async function keep(pollMs = 5): Promise<KeptPair> {
  const log = (level: string) => (_facts: object, text: string) => void said.push(`${level}: ${text}`);
  kept = await keepPair({
    files: folder.files,
    judge: judgePair,
    clock: { wallMs, synchronised: () => clock.isSet },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    onNotice: (code, isSo) => void notices.set(code, isSo),
    pollMs,
  });
  return kept;
}
const eventually = { timeout: 10_000, interval: 5 };
const untilPrint = (fingerprint: string) =>
  expect.poll(() => kept?.fingerprint(), eventually).toBe(fingerprint);
const untilRefused = () => expect.poll(() => notices.get('tls-not-renewed'), eventually).toBe(true);
const inDays = (days: number) => new Date(clock.nowMs + days * dayMs);
const only = (level: string) => said.filter((text) => text.startsWith(level));

describe('a renewed pair', () => {
  it('is taken when both files have changed, and told to who asked', async () => {
    const pair = await keep();
    const before = { print: pair.fingerprint(), context: pair.context() };
    let renewals = 0;
    pair.onRenewed(() => renewals++);
    const next = makeCertificate();
    folder.put(next);
    await untilPrint(next.fingerprint);
    expect(pair.context()).not.toBe(before.context);
    expect(renewals).toBe(1);
    expect(only('info')).toEqual(['info: a renewed certificate is in use; open connections go on']);
    expect(notices.get('tls-not-renewed') ?? false).toBe(false);
  });

  it('is read at once at SIGHUP', async () => {
    await keep(3_600_000);
    const next = makeCertificate();
    folder.put(next);
    process.emit('SIGHUP');
    await untilPrint(next.fingerprint);
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGHUP');
    const pair = await keep();
    expect(process.listenerCount('SIGHUP')).toBe(before + 1);
    pair.close();
    expect(process.listenerCount('SIGHUP')).toBe(before);
  });
});

describe('a pair that cannot be used', () => {
  const next = makeCertificate();
  it.each<[string, () => void, RegExp]>([
    [
      'with the key still missing',
      () => folder.putCert(next.cert),
      /key\.pem is not the key of the first cert/,
    ],
    [
      'half written',
      () => folder.putCert(next.cert.slice(0, 250)),
      /cert\.pem breaks off within a certificate/,
    ],
    ['with half a key', () => folder.putKey(next.key.slice(0, 90)), /key\.pem holds no whole private key/],
    ['with an empty file', () => folder.putCert(''), /cert\.pem holds no certificate in PEM/],
    [
      'that is gone',
      () => unlinkSync(folder.files.key),
      /key\.pem is not there; correct the path or put it back/,
    ],
    [
      'that has ended',
      () => folder.put(makeCertificate({ from: inDays(-9), to: inDays(-1) })),
      /ended on \d{4}-/,
    ],
    ['that is of tomorrow', () => folder.put(makeCertificate({ from: inDays(1) })), /holds only from \d{4}-/],
    ['that is huge', () => folder.putCert('#'.repeat(70_000)), /cert\.pem is larger than 65536 bytes/],
  ])('%s, leaves the one before in use and says why, once', async (_how, spoil, why) => {
    const pair = await keep();
    const before = pair.fingerprint();
    const context = pair.context();
    spoil();
    await untilRefused();
    // Many looks later it was still said once.
    const many = clock.asked + 10;
    await expect.poll(() => clock.asked, eventually).toBeGreaterThan(many);
    expect(pair.fingerprint()).toBe(before);
    expect(pair.context()).toBe(context);
    expect(only('warn')).toHaveLength(1);
    expect(said[0]).toMatch(why);
    expect(said[0]).toContain('the pair before stays in use');
    expect(said.join()).not.toContain('-----BEGIN PRIVATE KEY');

    const right = makeCertificate();
    folder.put(right);
    await untilPrint(right.fingerprint);
    expect(notices.get('tls-not-renewed')).toBe(false);
  });

  it('only because of its date, is taken when its day comes, without any change of the files', async () => {
    await keep();
    const early = makeCertificate({ from: inDays(1) });
    folder.put(early);
    await untilRefused();
    clock.nowMs += dayMs;
    await untilPrint(early.fingerprint);
  });

  it('is taken from an issuer whose clock is four minutes ahead', async () => {
    await keep();
    const ahead = makeCertificate({ from: new Date(clock.nowMs + 4 * 60_000) });
    folder.put(ahead);
    await untilPrint(ahead.fingerprint);
  });

  it('inv. 4: is not judged by its dates while the clock is not set', async () => {
    clock.isSet = false;
    await keep();
    const odd = makeCertificate({ from: inDays(-9), to: inDays(-1) });
    folder.put(odd);
    await untilPrint(odd.fingerprint);
    expect(notices.get('tls-expires') ?? false).toBe(false);
    clock.isSet = true;
    await expect.poll(() => notices.get('tls-expires'), eventually).toBe(true);
  });
});

describe('the end of a certificate', () => {
  it('is a notice two weeks before, until it is renewed', async () => {
    const to = inDays(15);
    folder.put(makeCertificate({ to }));
    await keep();
    expect(notices.get('tls-expires') ?? false).toBe(false);
    clock.nowMs += 1.5 * dayMs;
    await expect.poll(() => notices.get('tls-expires'), eventually).toBe(true);
    expect(only('warn')).toEqual([expect.stringContaining(`to ${to.toISOString().slice(0, 10)}; renew it`)]);
    folder.put(makeCertificate({ to: inDays(90) }));
    await expect.poll(() => notices.get('tls-expires'), eventually).toBe(false);
  });

  it('keeps no workshop closed: a start with an old one opens, and says so', async () => {
    const old = makeCertificate({ from: inDays(-90), to: inDays(-2) });
    folder.put(old);
    expect((await keep()).fingerprint()).toBe(old.fingerprint);
    expect(notices.get('tls-expires')).toBe(true);
  });
});

it('there is no start without a pair', async () => {
  unlinkSync(folder.files.cert);
  await expect(keep()).rejects.toThrow(`TLS cannot begin: the file ${folder.files.cert} is not there`);
});
