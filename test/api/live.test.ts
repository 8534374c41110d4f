// GET /api/live over a real socket: what arrives, and that everything is let go of at the end.

import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import type { Board, LiveEvent, MachineCard } from '../../src/contract/board.ts';
import { demoAnswer, fakeDemo, type OpenApi, openApi, signIn } from './open-api.ts';

type Event = LiveEvent | { readonly event: 'ping'; readonly data: { at: string } };

async function serve(opened: OpenApi): Promise<string> {
  return opened.api.listen({ port: 0, host: '127.0.0.1' });
}

/** Reads events until told to stop. */
async function follow(url: string, headers: Record<string, string> = {}) {
  const cut = new AbortController();
  const response = await fetch(`${url}/api/live`, { headers, signal: cut.signal });
  const events: Event[] = [];
  let open = true;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const match = /^event: (\w+)\ndata: (.*)$/.exec(part);
        if (match) events.push({ event: match[1], data: JSON.parse(match[2] ?? '') } as Event);
      }
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      open = false;
    });
  const of = (name: Event['event']) => events.filter(({ event }) => event === name);
  return { response, events, of, isOpen: () => open, cut: () => cut.abort(), reading };
}

function dataOf<Data>(event: Event | undefined): Data {
  if (event === undefined) throw new Error('no such event came');
  return event.data as Data;
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 10 });

describe('GET /api/live', () => {
  it('sends the board first, then changes and readings, as this viewer may see them', async () => {
    const opened = await openApi();
    const url = await serve(opened);
    const { gateway } = opened;
    const ada = await follow(url, { cookie: await signIn(opened.ask, 'ada') });
    const bo = await follow(url, { cookie: await signIn(opened.ask, 'bo') });
    expect(ada.response.status).toBe(200);
    expect(ada.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(ada.response.headers.get('cache-control')).toBe('no-store');
    expect(ada.response.headers.get('content-security-policy')).toContain("default-src 'self'");
    await eventually(() => {
      expect(ada.events[0]?.event).toBe('board');
      expect(bo.events[0]?.event).toBe('board');
    });
    expect(dataOf<Board>(ada.events[0]).machines).toHaveLength(2);

    gateway.hold('laser', 'key-ada');
    gateway.emit({ kind: 'machine', machine: 'laser' });
    gateway.emit({ kind: 'reading', machine: 'laser', atMs: 0, readings: { 'spindle.speed': 12_000 } });
    await eventually(() => {
      for (const follower of [ada, bo]) {
        expect(follower.of('machine')).toHaveLength(1);
        expect(follower.of('reading')).toHaveLength(1);
      }
    });
    const sessions = [ada, bo].map((follower) => dataOf<MachineCard>(follower.of('machine')[0]).session);
    expect(sessions).toMatchObject([
      { member: 'Ada Rossi', mine: true },
      { member: null, mine: false },
    ]);
  });

  it('is refused to nobody in particular, and not fed to them', async () => {
    const opened = await openApi();
    const { response } = await follow(await serve(opened));
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('shows the answers of the demo’s readers', async () => {
    const demo = fakeDemo();
    const opened = await openApi({ demo });
    const visitor = await follow(await serve(opened));
    await eventually(() => expect(visitor.of('board')).toHaveLength(1));
    demo.show(demoAnswer);
    await eventually(() => expect(visitor.of('answer')).toEqual([{ event: 'answer', data: demoAnswer }]));
  });

  it('is counted while it is open, and let go of when the client leaves', async () => {
    const opened = await openApi({ demo: fakeDemo() });
    const url = await serve(opened);
    const visitor = await follow(url);
    const count = async () => (await (await fetch(`${url}/metrics`)).text()).match(/live_streams (\d+)/)?.[1];
    expect(await count()).toBe('1');
    visitor.cut();
    await vi.waitFor(async () => expect(await count()).toBe('0'), { timeout: 5000, interval: 10 });
  });

  it('inv. 10: is open at most three hundred times', async () => {
    const opened = await openApi({ demo: fakeDemo() });
    const url = await serve(opened);
    const followers = await Promise.all(Array.from({ length: 300 }, () => follow(url)));
    expect(followers.map(({ response }) => response.status)).toEqual(Array(300).fill(200));
    const late = await follow(url);
    expect(late.response.status).toBe(503);
    expect(late.response.headers.get('retry-after')).toBe('10');
    for (const { cut } of followers) cut();
  });

  it('does not keep the gateway from stopping: a silent connection is cut', async () => {
    const opened = await openApi();
    const { port } = new URL(await serve(opened));
    const silent = connect(Number(port), '127.0.0.1');
    await once(silent, 'connect');
    await opened.api.close();
    await eventually(() => expect(silent.destroyed || silent.readableEnded).toBe(true));
    silent.destroy();
  });

  it('ends with the gateway, which then waits for nothing', async () => {
    const opened = await openApi({ demo: fakeDemo() });
    const visitor = await follow(await serve(opened));
    await eventually(() => expect(visitor.of('board')).toHaveLength(1));
    expect(opened.gateway.listeners()).toBe(1);
    await opened.api.close();
    await eventually(() => expect(visitor.isOpen()).toBe(false));
    expect(opened.gateway.listeners()).toBe(0);
  });
});
