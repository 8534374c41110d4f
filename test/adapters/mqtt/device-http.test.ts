// Requests to the HTTP interface of a device, against a real server that behaves as badly as devices do.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeviceHttp, type DeviceHttp } from '../../../src/adapters/mqtt/device-http.ts';
import { until } from './broker-fixture.ts';

let host: string;
let close: () => Promise<void>;
let asked: string[];
let held: ServerResponse[];
let counted: string[];
let http: DeviceHttp;

function answer({ url = '' }: IncomingMessage, reply: ServerResponse): void {
  asked.push(url);
  if (url === '/held') held.push(reply);
  else if (url === '/long') reply.end('x'.repeat(100_000));
  else if (url === '/wrong') reply.writeHead(500).end('no');
  else if (url === '/elsewhere') reply.writeHead(302, { location: '/ok' }).end();
  else if (url === '/half') reply.writeHead(200, { 'content-length': '10' }).write('half');
  else reply.end('ok');
}

beforeEach(async () => {
  [asked, held, counted] = [[], [], []];
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const count = (_name: string, labels: Readonly<Record<string, string>> = {}) =>
    void counted.push(String(labels.outcome));
  http = createDeviceHttp({ meters: { count }, limitMs: 300 });
  close = async () => {
    http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

const get = (path: string, isOrder = false, device = 'drill') =>
  http
    .get({ device, host, path, isOrder })
    .then((body) => (body === null ? null : Buffer.from(body).toString()));

describe('a request to a device', () => {
  it('gives the body of a plain answer, and null for every other', async () => {
    expect(await get('/ok')).toBe('ok');
    for (const path of ['/long', '/wrong', '/elsewhere', '/half', '/held'])
      expect(await get(path), path).toBe(null);
    // Nobody followed the redirection.
    expect(asked.filter((path) => path === '/ok')).toHaveLength(1);
    expect(await http.get({ device: 'drill', host: 'no host', path: '/', isOrder: false })).toBe(null);
    expect(await http.get({ device: 'drill', host: '::1', path: '/', isOrder: false })).toBe(null);
    expect(await get('/ok')).toBe('ok');
  });

  it('waits for the one before at the same device, and for none of another', async () => {
    const first = get('/held');
    await until(() => asked.length === 1);
    const second = get('/ok');
    expect(await get('/ok', false, 'press')).toBe('ok');
    expect(asked).toEqual(['/held', '/ok']);
    held[0]?.end('late');
    expect(await first).toBe('late');
    expect(await second).toBe('ok');
  });

  it('inv. 10: beyond four is dropped and counted; an order that was given up takes no place', async () => {
    const waiting = [get('/held'), get('/held', true), get('/held', true), get('/held', true)];
    expect(await get('/ok')).toBe(null);
    expect(counted).toEqual(['dropped']);
    http.giveUpOrders('drill');
    const newest = get('/ok', true);
    await until(() => held.length === 1);
    held[0]?.end('first');
    expect(await Promise.all(waiting)).toEqual(['first', null, null, null]);
    expect(await newest).toBe('ok');
    // Those that were given up never went out.
    expect(asked).toEqual(['/held', '/ok']);
  });
});
