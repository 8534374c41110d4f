// Webhooks against a real server: signed so that others can check it, in order, again until they are taken, on after a
// restart, and given up as it is written.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Check } from 'typebox/schema';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventOf } from '../../../src/adapters/webhooks/event-of.ts';
import {
  type HookPace,
  judgeStatus,
  pauseAfter,
  usualPace,
} from '../../../src/adapters/webhooks/hook-pace.ts';
import { openWebhooks, type Webhooks } from '../../../src/adapters/webhooks/open-webhooks.ts';
import type { Hook } from '../../../src/adapters/webhooks/send-event.ts';
import { signEvent } from '../../../src/adapters/webhooks/sign-event.ts';
import { WebhookEvent, webhookEventNames } from '../../../src/contract/webhook-events.ts';
import type { Entry, EntryBody } from '../../../src/domain/journal/entry.ts';
import { createFakeGateway, type FakeGateway } from '../../fakes/fake-gateway.ts';
import { openReceiver, type Receiver } from './receiver.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const quick: HookPace = { ...usualPace, leastPauseMs: 5, mostPauseMs: 20, timeoutMs: 300, keepMs: 0 };
const patience = { timeout: 8000, interval: 5 };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Bench = {
  readonly receiver: Receiver;
  readonly gateway: FakeGateway;
  readonly notices: Map<string, boolean>;
  readonly dataDir: string;
  /** Milliseconds that the clock is put on by. */
  later: number;
  happens(...bodies: EntryBody[]): void;
  open(hook?: Partial<Hook>, pace?: Partial<HookPace>): Promise<Webhooks>;
};

async function openBench(): Promise<Bench> {
  const receiver = await openReceiver(secret);
  closing.push(receiver.close);
  const dataDir = mkdtempSync(join(tmpdir(), 'officina-webhooks-'));
  closing.push(() => rmSync(dataDir, { recursive: true }));
  const gateway = createFakeGateway();
  const notices = new Map<string, boolean>();
  const entries: Entry[] = [];
  const bench: Bench = {
    ...{ receiver, gateway, notices, dataDir, later: 0 },
    happens(...bodies) {
      for (const body of bodies) {
        const seq = entries.length + 1;
        entries.push({
          ...body,
          seq,
          gateway: 'gw1',
          boot: 'b',
          atMs: 1_760_000_000_000 + seq,
          monoMs: seq,
          v: 1,
        });
        gateway.live.seq = seq;
        gateway.emit({ kind: 'entry', body });
      }
    },
    async open(hook = {}, pace = {}) {
      const opened = await openWebhooks({
        hooks: [
          {
            id: 'door',
            url: receiver.url,
            secret,
            events: ['machine.locked', 'session.started'],
            names: false,
            lan: false,
            ...hook,
          },
        ],
        dataDir,
        journal: {
          gateway: async () => 'gw1',
          async *read(after) {
            for (let at = after; at < entries.length; at += 3) yield entries.slice(at, at + 3);
          },
        },
        gateway: { ...gateway, setNotice: (code, isSo) => void notices.set(code, isSo) },
        clock: {
          wallMs: () => Date.now() + bench.later,
          monoMs: () => performance.now() + bench.later,
          synchronised: () => true,
        },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        meters: { series: () => undefined },
        version: '1.2.3',
        random: () => 0,
        pace: { ...quick, ...pace },
      });
      closing.push(opened.close);
      return opened;
    },
  };
  return bench;
}

const locked = (machine: string): EntryBody => ({
  type: 'machine-locked',
  data: { machine, by: 'key-of-anna', lock: 'after' },
});
const unlocked = (machine: string): EntryBody => ({ type: 'machine-unlocked', data: { machine, by: 'x' } });
const taken = (receiver: Receiver, count: number) =>
  vi.waitFor(() => expect(receiver.got.length).toBeGreaterThanOrEqual(count), patience);
const machines = (receiver: Receiver) => receiver.got.map(({ event }) => event.data.machine);
const factsOf = (webhooks: Webhooks) => webhooks.list()[0] ?? expect.fail('no webhook');

describe('what a webhook is told', () => {
  it('is what it asked for, in the order of the journal, signed as the standard says', async () => {
    const { receiver, happens, open } = await openBench();
    happens(locked('before'));
    await open();
    happens(locked('laser'), unlocked('laser'), locked('mill'), unlocked('mill'), locked('saw'));
    await taken(receiver, 3);
    expect(machines(receiver)).toEqual(['laser', 'mill', 'saw']);
    expect(receiver.ids()).toEqual(['evt_gw1_2', 'evt_gw1_4', 'evt_gw1_6']);
    expect(receiver.got.every(({ isSigned }) => isSigned)).toBe(true);
    expect(receiver.got[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Officina/1.2.3',
    });
    for (const { event } of receiver.got) expect(Check(WebhookEvent, event)).toBe(true);
    expect(receiver.got[0]?.event).toEqual({
      ...{ type: 'machine.locked', version: 1, timestamp: new Date(1_760_000_000_002).toISOString() },
      ...{ gateway: 'gw1', position: 2, data: { machine: 'laser', by: 'key-of-anna', lock: 'after' } },
    });
  });

  it('is signed like the example of the standard', () => {
    // From the libraries of the standard: the same secret, id, time and body give this signature there.
    const signed = signEvent({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      atMs: 1_614_265_330_000,
      body: '{"test": 2432232314}',
      secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    });
    expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('holds keys of members, and names only where it asks and they show theirs', async () => {
    const { receiver, gateway, happens, open } = await openBench();
    const shown = gateway.enrol({ handle: 'anna', name: 'Anna Rossi', shown: true });
    const hidden = gateway.enrol({ handle: 'bo', name: 'Bo Weiß' });
    await open({ names: true });
    const by = (who: string): EntryBody => ({
      type: 'machine-locked',
      data: { machine: 'saw', by: who, lock: 'after' },
    });
    happens(by(shown), by(hidden), by('admin-token'));
    await taken(receiver, 3);
    expect(receiver.got.map(({ event }) => event.data.names)).toEqual([
      { by: 'Anna Rossi' },
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(receiver.got)).not.toContain('Weiß');
  });

  it('holds named members of an entry alone: what is new in one does not go out by itself', () => {
    const data = { machine: 'saw', by: 'k', lock: 'after', secret: 'not for others' } as const;
    const entry = {
      type: 'machine-locked',
      data,
      seq: 1,
      gateway: 'g',
      boot: 'b',
      atMs: 1,
      monoMs: 1,
      v: 1,
    } as Entry;
    expect(eventOf(entry, null)?.data).toEqual({ machine: 'saw', by: 'k', lock: 'after' });
    const silent = { ...entry, type: 'clock-judged', data: { synchronised: true } } as Entry;
    expect(eventOf(silent, null)).toBeNull();
    expect(webhookEventNames.length).toBeGreaterThan(25);
  });
});

describe('at least once', () => {
  it('tries again after faults of every kind, under the same id, and keeps the order', async () => {
    const { receiver, happens, open } = await openBench();
    receiver.answers.push(500, -1, 404, 429, 302, 200, 503);
    const webhooks = await open();
    happens(locked('laser'), locked('mill'));
    await taken(receiver, 8);
    expect(receiver.ids()).toEqual([
      ...Array.from({ length: 6 }, () => 'evt_gw1_1'),
      'evt_gw1_2',
      'evt_gw1_2',
    ]);
    await vi.waitFor(
      () => expect(factsOf(webhooks)).toMatchObject({ behind: 0, sent: 2, failures: 6, fault: null }),
      patience,
    );
    expect(factsOf(webhooks).failingSinceMs).toBeNull();
  });

  it('follows no redirect, and waits no longer than it says for an answer', async () => {
    const { receiver, happens, open } = await openBench();
    receiver.headers = { location: `${receiver.url}/elsewhere` };
    receiver.answers.push(307);
    await open();
    happens(locked('laser'));
    await taken(receiver, 2);
    expect(receiver.got.map(({ path }) => path)).toEqual(['/hook', '/hook']);
  });

  it('goes on where it was after a restart, and may repeat what it could not write down', async () => {
    const { receiver, happens, open, dataDir } = await openBench();
    const first = await open();
    happens(locked('laser'), locked('mill'));
    await taken(receiver, 2);
    // Closed before the answer is read, it would be told once more.
    await vi.waitFor(() => expect(factsOf(first)).toMatchObject({ seq: 2 }), patience);
    await first.close();
    const file = join(dataDir, 'webhooks/door.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ seq: 2, disabled: false });
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    happens(locked('saw'));
    const second = await open();
    await taken(receiver, 3);
    await second.close();
    // As after a crash between the answer and the file.
    writeFileSync(file, JSON.stringify({ seq: 2, failingSinceMs: null, disabled: false, dropped: 0 }));
    await open();
    await taken(receiver, 4);
    expect(receiver.ids()).toEqual(['evt_gw1_1', 'evt_gw1_2', 'evt_gw1_3', 'evt_gw1_3']);
  });

  it('goes on at the end of a journal that was put back, and where its file cannot be read', async () => {
    const { receiver, happens, open, dataDir } = await openBench();
    await (await open()).close();
    happens(locked('laser'));
    for (const text of ['{"seq":99}', '{"seq":"1"}', 'no json', '{}']) {
      writeFileSync(join(dataDir, 'webhooks/door.json'), text);
      const webhooks = await open();
      expect(factsOf(webhooks)).toMatchObject({ seq: 1, behind: 0 });
      await webhooks.close();
    }
    expect(receiver.got).toEqual([]);
  });

  it('tells all again from where a person says, also while it waits to try again', async () => {
    const { receiver, happens, open } = await openBench();
    const webhooks = await open({}, { leastPauseMs: 3_600_000, mostPauseMs: 3_600_000 });
    happens(locked('laser'), locked('mill'));
    await taken(receiver, 2);
    receiver.answers.push(500);
    happens(locked('saw'));
    await taken(receiver, 3);
    expect(await webhooks.replay('door', 2)).toBe('ok');
    await taken(receiver, 5);
    expect(receiver.ids().slice(3)).toEqual(['evt_gw1_2', 'evt_gw1_3']);
    expect(await webhooks.replay('nobody', 1)).toBe('webhook-unknown');
    expect(await webhooks.replay('door', 0)).toBe('position-unknown');
    expect(await webhooks.replay('door', 5)).toBe('position-unknown');
  });

  it('sends a test beside everything else', async () => {
    const { receiver, open } = await openBench();
    const webhooks = await open();
    expect(await webhooks.test('door')).toBeNull();
    receiver.answers.push(503);
    expect(await webhooks.test('door')).toBe('503');
    expect(await webhooks.test('nobody')).toBeUndefined();
    expect(receiver.got[0]).toMatchObject({ isSigned: true, event: { type: 'webhook.test', data: {} } });
    expect(receiver.ids()[0]).toMatch(/^test_gw1_\d+$/);
  });
});

describe('giving up', () => {
  it('gives an event up that is refused for its own sake for a day, counts it, and goes on', async () => {
    const bench = await openBench();
    const { receiver, happens, open } = bench;
    receiver.answers.push(400);
    const webhooks = await open();
    happens(locked('laser'), locked('mill'));
    await taken(receiver, 1);
    await vi.waitFor(() => expect(factsOf(webhooks).failures).toBeGreaterThan(0), patience);
    receiver.answers.push(...Array.from({ length: 3 }, () => 422));
    bench.later = quick.giveUpMs;
    await vi.waitFor(() => expect(factsOf(webhooks)).toMatchObject({ dropped: 1 }), patience);
    await vi.waitFor(() => expect(machines(receiver)).toContain('mill'), patience);
  });

  it('gives nothing up while the other side is away; after days it is told nothing, and stewards hear of it', async () => {
    const bench = await openBench();
    const { receiver, happens, open, notices } = bench;
    receiver.answers.push(...Array.from({ length: 500 }, () => 500));
    const webhooks = await open();
    happens(locked('laser'));
    await vi.waitFor(() => expect(factsOf(webhooks).failures).toBeGreaterThan(12), patience);
    expect(factsOf(webhooks)).toMatchObject({ disabled: false, dropped: 0 });
    bench.later = quick.disableMs;
    await vi.waitFor(() => expect(factsOf(webhooks).disabled).toBe(true), patience);
    expect(notices.get('webhook-disabled')).toBe(true);
    const tried = receiver.got.length;
    happens(locked('mill'));
    await webhooks.close();
    // It stays so over a restart, until a person says otherwise.
    const next = await open();
    expect([factsOf(next).disabled, receiver.got.length]).toEqual([true, tried]);
    receiver.answers.splice(0);
    await next.replay('door', 1);
    await vi.waitFor(() => expect(machines(receiver).slice(-2)).toEqual(['laser', 'mill']), patience);
    expect(notices.get('webhook-disabled')).toBe(false);
  });

  it('tells nothing more to who answers that it is gone', async () => {
    const { receiver, happens, open, notices } = await openBench();
    receiver.answers.push(410);
    const webhooks = await open();
    happens(locked('laser'), locked('mill'));
    await vi.waitFor(() => expect(factsOf(webhooks).disabled).toBe(true), patience);
    expect([receiver.got.length, notices.get('webhook-disabled'), factsOf(webhooks).fault]).toEqual([
      1,
      true,
      '410',
    ]);
  });

  it('inv. 10: waits at most an hour between two attempts, whatever the other side asks for', () => {
    const hour = usualPace.mostPauseMs;
    const pause = (failures: number, retryAfterMs: number | null = null, random = 0) =>
      pauseAfter(failures, usualPace, { random, retryAfterMs });
    expect([pause(0), pause(1), pause(2), pause(20), pause(2000)]).toEqual([
      5000,
      10_000,
      20_000,
      hour,
      hour,
    ]);
    expect([pause(0, 60_000), pause(0, 90 * hour), pause(20, null, 1)]).toEqual([60_000, hour, hour * 0.75]);
    expect([200, 204, 301, 400, 401, 404, 410, 422, 429, 500].map(judgeStatus)).toEqual([
      ...([
        'taken',
        'taken',
        'failed',
        'refused',
        'failed',
        'failed',
        'gone',
        'refused',
        'failed',
        'failed',
      ] as const),
    ]);
  });
});
