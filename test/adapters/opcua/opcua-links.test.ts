// The links of a gateway against real servers in other processes, over real sockets: trust, states, and every way of
// being away. One thread watches all of them, as in a workshop; none disturbs another.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MillProcess, startMill } from './start-mill.ts';
import { type Watched, watch } from './watched.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-opcua-'));
const at = (name: string): string => join(dir, name);
/** Whoever connects hears this and is hung up on. */
const noise = createServer((socket) =>
  socket.on('error', () => undefined).end(Buffer.alloc(70_000, 'ERRF\u0001\u0002')),
);

let mills: MillProcess[] = [];
let mill: MillProcess;
let shifted: MillProcess;
let watched: Watched;

beforeAll(async () => {
  mills = await Promise.all([
    startMill({ pkiDir: at('mill'), security: 'both' }),
    startMill({ pkiDir: at('shifted'), shiftMs: 3_600_000 }),
    startMill({ pkiDir: at('expired'), certificate: 'expired' }),
    startMill({ pkiDir: at('bare'), security: 'none' }),
  ]);
  const [expired, bare] = mills.slice(2) as [MillProcess, MillProcess];
  [mill, shifted] = mills as [MillProcess, MillProcess];
  watched = watch(
    at('gateway'),
    {
      mill,
      signed: { endpoint: mill.endpoint, security: 'sign' },
      open: { endpoint: mill.endpoint, security: 'none' },
      shifted,
      expired,
      bare,
      noise: { endpoint: `opc.tcp://127.0.0.1:${await listen(noise)}` },
      refused: { endpoint: `opc.tcp://127.0.0.1:${await freePort()}` },
      lost: { endpoint: 'opc.tcp://no-such-host.invalid:4840' },
    },
    { attemptMs: 5_000 },
  );
}, 120_000);
afterAll(async () => {
  await watched?.close();
  await Promise.all(mills.map((one) => one.kill()));
  await new Promise((resolve) => noise.close(resolve));
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

/** None of them names an order that ends a job. */
const readOnly = { code: 'read-only', values: {} };
const real = { timeout: 120_000 };

describe('a server', real, () => {
  it('is refused until a person trusts it, then watched without a restart', async () => {
    const { untilTrouble, last, trust, untilActivity } = watched.of('mill');
    await untilTrouble('certificate-unknown');
    expect(last()).toMatchObject({ machine: 'mill', link: 'never', activity: 'unknown' });
    const waiting = watched.store.list().waiting.find(({ machines }) => machines.includes('mill'));
    expect(last()?.troubles?.[0]?.values).toEqual({ sha1: mill.thumbprint, sha256: waiting?.sha256 });
    const line = watched.lines.find((one) => one.startsWith('mill: nobody has trusted'));
    expect(line).toContain(`npx officina trust ${mill.thumbprint}`);
    expect(line).toContain(waiting?.sha256);

    await trust();
    await untilActivity('idle');
    expect(last()).toMatchObject({ link: 'up', raw: 'NotExecuting, Processing', troubles: [readOnly] });
    const first = watched.reports.find(({ machine, link }) => machine === 'mill' && link === 'up');
    expect(first?.readings).toMatchObject({ operationCycleCounter: 0 });
  });

  it('is dropped when a person withdraws the trust, also while it is watched', async () => {
    const { until, untilTrouble, last } = watched.of('mill');
    const { sha256 = '' } = watched.store.list().trusted[0] ?? {};
    watched.store.withdraw(sha256);
    await untilTrouble('certificate-unknown');
    expect(last()).toMatchObject({ link: 'lost', activity: 'unknown', confidence: 'stale' });
    watched.store.trust(sha256);
    await until(({ link }) => link === 'up', 'the mill again');
  });

  it('tells its states, modes, jobs and counters', async () => {
    const { untilActivity } = watched.of('mill');
    const before = watched.reports.length;
    for (const [order, activity] of [
      [{ state: 'Executing' }, 'running'],
      [{ mode: 'Setup' }, 'busy'],
      [{ mode: 'Processing' }, 'running'],
      [{ state: 'OutOfService' }, 'alarm'],
      [{ state: 'NotExecuting' }, 'idle'],
      [{ power: false }, 'unknown'],
      [{ power: true }, 'idle'],
    ] as const) {
      await mill.order(order);
      await untilActivity(activity);
    }
    const reports = watched.reports.slice(before).filter(({ machine }) => machine === 'mill');
    expect(reports.flatMap(({ job }) => job ?? []).slice(0, 4)).toEqual([
      { event: 'started' },
      { event: 'started' },
      { event: 'ended', result: 'failed' },
      { event: 'ended', result: 'unknown' },
    ]);
    expect(reports.every(({ confidence, link }) => link === 'up' && confidence === 'reported')).toBe(true);
  });

  it('inv. 7: that cannot tell the state has an unknown one, though its last id stands', async () => {
    const { untilActivity } = watched.of('mill');
    await mill.order({ state: null });
    await untilActivity('unknown');
    await mill.order({ state: 'NotExecuting' });
    await untilActivity('idle');
  });

  it('is watched signed only, or unprotected, where the file says so, and the latter is told of', async () => {
    for (const machine of ['signed', 'open']) await watched.of(machine).untilActivity('idle');
    expect(watched.of('signed').last()?.troubles).toEqual([readOnly]);
    expect(watched.of('open').last()?.troubles).toEqual([{ code: 'unprotected', values: {} }, readOnly]);
    const warned = watched.lines.filter((line) => line.includes('is not protected'));
    expect(warned.map((line) => line.split(':')[0])).toEqual(['open']);
  });

  it('that freezes is noticed by our own watchdog, and watched again when it goes on', async () => {
    const { untilTrouble, untilActivity, last } = watched.of('mill');
    const reconnects = watched.counted('link_reconnects', 'mill');
    mill.freeze(true);
    try {
      await untilTrouble('server-silent');
      expect(last()).toMatchObject({ link: 'lost', activity: 'unknown', source: 'silence' });
      expect(last()?.seenAgoMs).toBeGreaterThanOrEqual(1_400);
    } finally {
      mill.freeze(false);
    }
    await untilActivity('idle');
    expect(watched.counted('link_reconnects', 'mill')).toBe(reconnects + 1);
  });
});

describe('a server that may not be spoken to', real, () => {
  it('because its certificate has ended, is refused and told since when', async () => {
    const { untilTrouble, last } = watched.of('expired');
    await untilTrouble('certificate-expired');
    expect(last()?.troubles?.[0]?.values.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    const line = watched.lines.find((one) => one.startsWith('expired:'));
    expect(line).toMatch(/ended on \d{4}-\d\d-\d\d; renew it at the machine/);
    // Trusting it would not help, so it is not offered.
    expect(watched.store.list().waiting.flatMap(({ machines }) => machines)).not.toContain('expired');
  });

  it('because it offers no protection, is refused, and what it does offer is named', async () => {
    const { untilTrouble, last } = watched.of('bare');
    await untilTrouble('security-missing');
    expect(last()?.troubles?.[0]?.values).toEqual({ wanted: 'sign-and-encrypt', offered: 'none' });
  });

  it.each([
    ['refused', 'host-refused', 'refuses the connection'],
    ['lost', 'host-unknown', 'is not known'],
    // Inv. 11: what is no OPC UA at all does no harm to the others.
    ['noise', 'server-silent', 'says nothing'],
  ])('because it is %s, is never up and the log says why', async (machine, code, words) => {
    const { untilTrouble, last } = watched.of(machine);
    await untilTrouble(code);
    expect(last()).toMatchObject({ link: 'never', activity: 'unknown' });
    expect(watched.lines.some((line) => line.startsWith(`${machine}: `) && line.includes(words))).toBe(true);
  });

  it('does no harm to the thread, nor to the links beside it', () => {
    expect(watched.of('mill').last()?.link).toBe('up');
    expect(watched.lines.join()).not.toContain('thread');
  });
});

describe('a server whose clock is an hour ahead', real, () => {
  it('is watched, its clock is told of once, and no time of it is used', async () => {
    const { until, trust, untilActivity, last } = watched.of('shifted');
    await trust();
    await untilActivity('idle');
    await until(({ troubles }) => troubles?.length === 2, 'a word about its clock');
    expect(last()?.troubles).toEqual([{ code: 'clock-off', values: { minutes: 60 } }, readOnly]);
    await shifted.order({ state: 'Executing' });
    await untilActivity('running');
    const up = watched.reports.filter(({ machine, link }) => machine === 'shifted' && link === 'up');
    expect(up.every(({ seenAgoMs }) => seenAgoMs === 0)).toBe(true);
    expect(watched.lines.filter((line) => line.includes('60 minutes ahead'))).toHaveLength(1);
  });
});

describe('inv. 10: the library', real, () => {
  it('has at most one client per machine, and none once the links are closed', async () => {
    expect(watched.liveClients()).toBeGreaterThan(0);
    expect(watched.liveClients()).toBeLessThanOrEqual(9);
    await watched.close();
    expect(watched.liveClients()).toBe(0);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
}
