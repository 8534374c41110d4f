// Commands beside a gateway with TLS: they find it by its file, and speak only to who holds its certificate.

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createPort } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askGateway } from '../../../src/adapters/system/ask-gateway.ts';
import { forgetRunning, readRunning, tellRunning } from '../../../src/adapters/system/running-file.ts';
import { type CertificateWish, makeCertificate } from '../../fakes/make-certificate.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'officina-running-'));
});
const servers: Server[] = [];
afterEach(async () => {
  rmSync(dataDir, { recursive: true });
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const asked: { path: string; token: string | undefined; body: string }[] = [];
const answering =
  (text: string): RequestListener =>
  async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({
      path: request.url ?? '',
      token: request.headers.authorization,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(201, { 'content-type': 'application/json' }).end(text);
  };

async function listen(server: Server): Promise<number> {
  asked.length = 0;
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function secureServer(wish: CertificateWish = {}, text = '{"done":true}') {
  const pair = makeCertificate(wish);
  const port = await listen(createServer({ cert: pair.cert, key: pair.key }, answering(text)));
  return { url: `https://127.0.0.1:${port}`, token: 'control', fingerprint: pair.fingerprint };
}
const request = { method: 'POST', path: '/api/x', body: { rows: [1] }, timeoutMs: 5_000 } as const;

describe('over TLS', () => {
  it('asks who holds the certificate, whatever its names and dates', async () => {
    for (const wish of [{}, { hosts: [] }, { from: new Date(0), to: new Date(1e12) }]) {
      const place = await secureServer(wish);
      expect(await askGateway(place, request)).toEqual({ status: 201, body: { done: true } });
      expect(asked).toEqual([{ path: '/api/x', token: 'Bearer control', body: '{"rows":[1]}' }]);
    }
  });

  it('sends nothing to another', async () => {
    const place = await secureServer();
    const other = { ...place, fingerprint: makeCertificate().fingerprint };
    await expect(askGateway(other, request)).rejects.toThrow(/presents another certificate/);
    await tellRunning(dataDir, other);
    expect(await readRunning(dataDir)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is found by the file, which only its owner may read', async () => {
    const place = await secureServer();
    await tellRunning(dataDir, place);
    expect(statSync(join(dataDir, 'gateway.json')).mode & 0o777).toBe(0o600);
    const running = await readRunning(dataDir);
    expect(running?.url).toBe(place.url);
    expect(await running?.ask(request)).toMatchObject({ status: 201 });
    await forgetRunning(dataDir);
    expect(await readRunning(dataDir)).toBeNull();
  });
});

describe('whichever way', () => {
  const plainServer = async (listener: RequestListener) => {
    const port = await listen(createPlain(listener));
    return { url: `http://127.0.0.1:${port}`, token: 'control', fingerprint: null };
  };

  it('asks a gateway without TLS, also by a file of an older version', async () => {
    const place = await plainServer(answering('{"done":true}'));
    const { fingerprint: _none, ...older } = place;
    writeFileSync(join(dataDir, 'gateway.json'), JSON.stringify(older));
    expect(await (await readRunning(dataDir))?.ask(request)).toEqual({ status: 201, body: { done: true } });
  });

  it('waits for an answer no longer than it was told', async () => {
    const silent = await plainServer(() => {});
    await expect(askGateway(silent, { ...request, timeoutMs: 50 })).rejects.toThrow();
    const nobody = createPort((socket) => void socket.resume());
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const { port } = nobody.address() as AddressInfo;
    const mute = { url: `https://127.0.0.1:${port}`, token: 'control', fingerprint: 'AB' };
    await expect(askGateway(mute, { ...request, timeoutMs: 50 })).rejects.toThrow(/timeout/);
    await new Promise((resolve) => nobody.close(resolve));
  });

  it('believes no answer that is none, and follows nobody elsewhere', async () => {
    await expect(askGateway(await plainServer(answering('<html>')), request)).rejects.toThrow(SyntaxError);
    const moved = await plainServer((_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end('{}');
    });
    expect(await askGateway(moved, request)).toEqual({ status: 307, body: {} });
  });

  it.each(['', '[]', '{"url":1,"token":"x"}', 'null'])('believes no broken file: %s', async (text) => {
    writeFileSync(join(dataDir, 'gateway.json'), text);
    expect(await readRunning(dataDir)).toBeNull();
  });
});
