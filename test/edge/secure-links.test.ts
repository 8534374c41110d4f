// Machines behind https: a certificate that is pinned, one of an issuer that the file names, and all others, at real TLS
// servers before the simulators.

import { afterEach, describe, expect, it } from 'vitest';
import { moonrakerTalk } from '../../src/adapters/moonraker/moonraker-talk.ts';
import { octoprintTalk } from '../../src/adapters/octoprint/octoprint-talk.ts';
import { prusalinkTalk } from '../../src/adapters/prusalink/prusalink-talk.ts';
import { simulateMoonraker } from '../../src/adapters/simulator/moonraker.ts';
import { simulateOctoprint } from '../../src/adapters/simulator/octoprint.ts';
import { simulatePrusaLink } from '../../src/adapters/simulator/prusalink.ts';
import { askHttp } from '../../src/edge/ask-http.ts';
import type { CertificateTrust } from '../../src/edge/judge-certificate.ts';
import type { Talk } from '../../src/edge/talk.ts';
import { keptWorld } from '../fakes/kept-world.ts';
import { type CertificateWish, makeCertificate } from '../fakes/make-certificate.ts';
import { tlsFront } from '../fakes/tls-front.ts';

const issuer = makeCertificate({ name: 'workshop issuer', hosts: [] });
const own = makeCertificate({ name: 'a printer' });
const issued = makeCertificate({ issuer, name: 'a printer', hosts: ['localhost'] });
const key = 'right';
type Link = { readonly url: string; readonly trust?: CertificateTrust };

const printers: readonly [
  string,
  () => Promise<{ behind: string; close: () => Promise<void> }>,
  (link: Link) => Talk,
][] = [
  [
    'Moonraker',
    async () => {
      const printer = await simulateMoonraker({ port: 0, key });
      return { behind: printer.url(), close: printer.close };
    },
    (link) => moonrakerTalk({ ...link, key, orders: true }, { beatMs: 50, awayMs: 20 }),
  ],
  [
    'OctoPrint',
    async () => {
      const printer = await simulateOctoprint({ port: 0, key, pushMs: 2 });
      return { behind: printer.url(), close: printer.close };
    },
    (link) => octoprintTalk({ ...link, key, orders: true }, { beatMs: 40, pollMs: 10 }),
  ],
  [
    'PrusaLink',
    async () => {
      const printer = await simulatePrusaLink({ port: 0, key, board: 'buddy' });
      return { behind: printer.url, close: printer.close };
    },
    (link) => prusalinkTalk({ ...link, access: { key }, orders: true }, { jobMs: 20, idleMs: 20 }),
  ],
];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function front(pair: { cert: string; key: string }, start = printers[0]?.[1]) {
  const printer = await start?.();
  const door = await tlsFront(pair, printer?.behind ?? '');
  closing.push(printer?.close ?? (async () => undefined), door.close);
  return door;
}

describe.each(printers)('%s behind https', (_, start, talk) => {
  const open = async (pair: typeof own, trust?: CertificateTrust) => {
    const door = await front(pair, start);
    const world = keptWorld(talk({ url: door.url, ...(trust && { trust }) }));
    closing.push(world.kept.close);
    return { ...world, door };
  };

  it('is heard by its pinned certificate, and by one of its issuer', async () => {
    const pinned = await open(own, { ca: null, fingerprint: own.fingerprint });
    await pinned.until({ link: 'up', activity: 'idle' });
    const certified = await open(issued, { ca: issuer.cert, fingerprint: null });
    await certified.until({ link: 'up', activity: 'idle' });
  });

  it('is not spoken to by any other, and says which one it saw and what to write', async () => {
    const refusals: readonly (CertificateTrust | undefined)[] = [
      undefined,
      { ca: issuer.cert, fingerprint: null },
      { ca: null, fingerprint: issued.fingerprint },
    ];
    for (const trust of refusals) {
      const { until, lines, door } = await open(own, trust);
      const sha256 = own.fingerprint;
      await until({ link: 'never', troubles: [{ code: 'certificate-unknown', values: { sha256 } }] });
      expect(lines.join('\n')).toContain(
        `(SHA-256 ${sha256}); if you are sure of it, write it as "fingerprint"`,
      );
      expect(door.passedBytes()).toBe(0);
    }
  });
});

describe('a question over https', () => {
  const signal = new AbortController().signal;
  const faultOf = async (wish: CertificateWish, trust: CertificateTrust) => {
    const door = await front(makeCertificate({ issuer, ...wish }));
    const fault = await askHttp({ url: `${door.url}/server/info`, signal, trust }).catch((one) => one);
    expect(door.passedBytes()).toBe(0);
    return fault.trouble;
  };
  const trust = { ca: issuer.cert, fingerprint: null };
  const dayMs = 86_400_000;

  it('is not asked of one whose certificate has ended, is not valid yet, or names another', async () => {
    const ended = new Date(Date.now() - dayMs);
    expect(await faultOf({ from: new Date(0), to: ended }, trust)).toMatchObject({
      code: 'certificate-expired',
      values: { since: ended.toISOString().slice(0, 10) },
    });
    expect(await faultOf({ from: new Date(Date.now() + dayMs) }, trust)).toMatchObject({
      code: 'certificate-early',
    });
  });

  it('goes to a server by its name only where the certificate has that name', async () => {
    const door = await front(makeCertificate({ issuer, name: 'other', hosts: ['elsewhere.test'] }));
    const url = `${door.url.replace('127.0.0.1', 'localhost')}/server/info`;
    const fault = await askHttp({ url, signal, trust }).catch((one) => one);
    expect(fault.trouble).toMatchObject({ code: 'certificate-unknown' });
    expect(door.passedBytes()).toBe(0);
  });

  it('keeps its connection for the next one, and what is no TLS is a fault', async () => {
    const door = await front(issued);
    const ask = async () => (await askHttp({ url: `${door.url}/none`, signal, trust })).status;
    expect([await ask(), await ask(), door.connections()]).toEqual([401, 401, 1]);
    const plain = await printers[0]?.[1]();
    closing.push(plain?.close ?? (async () => undefined));
    const url = (plain?.behind ?? '').replace('http:', 'https:');
    const fault = await askHttp({ url, signal, trust }).catch((one) => one);
    expect(fault.trouble.code).toBe('answer-unfit');
  });

  it('is called off with its signal', async () => {
    const door = await front(issued);
    const stop = new AbortController();
    stop.abort();
    const fault = await askHttp({ url: door.url, signal: stop.signal, trust }).catch((one) => one);
    expect(fault.trouble.code).toBe('link-lost');
  });
});
