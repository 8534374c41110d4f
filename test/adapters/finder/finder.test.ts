// Who answers and who announces itself: agents and printers are recognised, and whatever a stranger says is cut, counted
// or nothing at all.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bambuSign } from '../../../src/adapters/finder/bambu-sign.ts';
import { announcedBy, searchNetwork } from '../../../src/adapters/finder/search-network.ts';
import { whoServes } from '../../../src/adapters/finder/who-serves.ts';
import { askAppKey } from '../../../src/adapters/octoprint/ask-app-key.ts';
import { serveHttpMachine } from '../../../src/adapters/simulator/http-machine.ts';
import { simulateOctoprint } from '../../../src/adapters/simulator/octoprint.ts';
import { makeCertificate } from '../../fakes/make-certificate.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const patient = (): AbortSignal => AbortSignal.timeout(20_000);

async function serve(answer: (path: string) => { status: number; body?: unknown }) {
  const server = await serveHttpMachine({ port: 0, answer: ({ path }) => answer(path) });
  closing.push(server.close);
  return server;
}

async function tlsServer(name: string, issuer: string): Promise<number> {
  const root = makeCertificate({ name: issuer, hosts: [] });
  const { cert, key } = makeCertificate({ name, hosts: [], issuer: root });
  const server = createServer({ cert: cert + root.cert, key }, (socket) =>
    socket.on('error', () => undefined),
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

describe('who answers', () => {
  it('as an MTConnect agent is told device by device', async () => {
    const document = `<?xml version="1.0"?><MTConnectDevices xmlns="urn:mtconnect.org:MTConnectDevices:2.0"><Devices>
      <Agent id="x" name="Agent"/><Device id="a" name="VMC-3Axis" uuid="1"><DataItems/></Device><Device uuid="2" name="Lathe&#10;2" id="b"/>
      <Device id="c" name="Mill 2" uuid="3"/></Devices></MTConnectDevices>`;
    const server = await serve((path) =>
      path === '/probe' ? { status: 200, body: document } : { status: 404 },
    );
    const found = await whoServes(server.url, patient());
    expect(found.map(({ kind, version, link }) => [kind, version, link.device])).toEqual([
      ['mtconnect', '2.0', 'VMC-3Axis'],
      ['mtconnect', '2.0', 'Mill 2'],
    ]);
  });

  it('as Moonraker that wants a key, or as OctoPrint that tells its version, is told so', async () => {
    const moonraker = await serve((path) =>
      path === '/access/info'
        ? { status: 200, body: { result: { trusted: false, login_required: true } } }
        : { status: 401, body: { error: { code: 401 } } },
    );
    expect(await whoServes(moonraker.url, patient())).toMatchObject([{ kind: 'moonraker', needs: 'key' }]);
    const octoprint = await serve((path) =>
      path === '/api/version' ? { status: 200, body: { text: 'OctoPrint 1.10.3' } } : { status: 404 },
    );
    const found = await whoServes(octoprint.url, patient());
    expect(found).toMatchObject([{ kind: 'octoprint', version: 'OctoPrint 1.10.3', needs: 'key' }]);
  });

  it('as something else, or hostile, is nobody that we know', async () => {
    const bodies = [
      '<html>',
      '[]',
      'null',
      '{"__proto__":{"text":"OctoPrint"}}',
      '{"text":7}',
      '"x"',
      '{"err":"0"}',
    ];
    for (const body of bodies) {
      const server = await serve(() => ({ status: 200, body }));
      expect(await whoServes(server.url, patient())).toEqual([]);
    }
    const endless = await serve(() => ({ status: 200, body: 'x'.repeat(5_000_000) }));
    await expect(whoServes(endless.url, patient())).rejects.toMatchObject({
      trouble: { code: 'answer-unfit' },
    });
  });

  it('at the TLS port is a Bambu printer by its certificate alone', async () => {
    const port = await tlsServer('01S00A2B3C4D5E6', 'BBL CA');
    expect(await bambuSign('127.0.0.1', port)).toMatchObject({
      ...{ kind: 'bambu', needs: 'key' },
      link: { kind: 'bambu', host: '127.0.0.1', serial: '01S00A2B3C4D5E6' },
    });
    expect(await bambuSign('127.0.0.1', await tlsServer('01S00A2B3C4D5E6', 'Somebody'))).toBeNull();
    expect(await bambuSign('127.0.0.1', await tlsServer('a\u001b[31m printer', 'BBL CA'))).toBeNull();
  });
});

describe('an application key of OctoPrint', () => {
  it.each([
    ['allows', { ok: true, key: 'a-key' }],
    ['refuses', { ok: false, why: 'refused' }],
    ['ignores', { ok: false, why: 'late' }],
    ['not-offered', { ok: false, why: 'not-offered' }],
  ] as const)('of a person who %s', async (conduct, answer) => {
    const printer = await simulateOctoprint({ port: 0, key: 'a-key' });
    closing.push(printer.close);
    printer.appKeys = conduct;
    const ask = { url: printer.url(), onAsked: () => undefined, waitMs: 200, everyMs: 20 };
    expect(await askAppKey(ask)).toEqual(answer);
  });
});

describe('who announces itself', () => {
  const octopi = { name: 'OctoPi', type: 'octoprint', port: 80, addresses: ['fe80::1', '192.0.2.7'] };

  it.each([
    [octopi, { name: 'OctoPi', address: 'http://192.0.2.7:80' }],
    [
      { ...octopi, type: 'http', name: 'PrusaMINI' },
      { name: 'PrusaMINI', address: 'http://192.0.2.7:80' },
    ],
    [
      { ...octopi, type: 'opcua-tcp', port: 4840, txt: { path: '/UA/Mill' } },
      { name: 'OctoPi', address: 'opc.tcp://192.0.2.7:4840/UA/Mill' },
    ],
    [
      { ...octopi, name: 'a\u001b[2Jb' },
      { name: 'a[2Jb', address: 'http://192.0.2.7:80' },
    ],
    [{ ...octopi, type: 'http', name: 'Router' }, null],
    [{ ...octopi, type: 'ssh' }, null],
    [{ ...octopi, port: 0 }, null],
    [{ ...octopi, addresses: ['192.0.2.7/../@evil'] }, null],
    [{ ...octopi, addresses: 'x' }, null],
    [
      { ...octopi, type: 'opcua-tcp', txt: { path: '/ --yes' } },
      { name: 'OctoPi', address: 'opc.tcp://192.0.2.7:80' },
    ],
  ])('%j', (service, found) => {
    expect(announcedBy(service)).toEqual(found);
  });

  it('inv. 11: is nothing, or an address of digits, for any service', () => {
    const type = fc.constantFrom('octoprint', 'http', 'moonraker', 'opcua-tcp');
    const service = fc.record({
      name: fc.anything(),
      type,
      port: fc.anything(),
      addresses: fc.anything(),
      txt: fc.anything(),
    });
    fc.assert(
      fc.property(service, (one) => {
        const found = announcedBy(one);
        if (found) expect(found.address).toMatch(/^(http|opc\.tcp):\/\/[\d.]+:\d+/);
      }),
    );
  });

  it('inv. 10: is heard to a bound, in number and in time', async () => {
    let isStopped = false;
    const found = await searchNetwork({
      forMs: 20,
      browse: async (onService) => {
        for (let at = 0; at < 5000; at++)
          onService({ ...octopi, addresses: [`192.0.${Math.floor(at / 250)}.${at % 250}`] });
        return () => {
          isStopped = true;
        };
      },
    });
    expect([found.length, isStopped]).toEqual([64, true]);
  });
});
