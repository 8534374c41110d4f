// A question asked a second time, and tasks one after the other.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askAgain } from '../../src/edge/ask-again.ts';
import { inTurn } from '../../src/edge/in-turn.ts';
import { settle } from '../fakes/hand-timers.ts';

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Breaks the first connections off in mid-question. */
async function breaking(times: number) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (asked <= times) request.socket.destroy();
    else response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

const signal = new AbortController().signal;

describe('a question asked again', () => {
  it('is answered where the connection had broken once', async () => {
    const { url, asked } = await breaking(1);
    expect((await askAgain({ url, signal })).text).toBe('here');
    expect(asked()).toBe(2);
  });

  it('is given up after the second time', async () => {
    const { url, asked } = await breaking(5);
    await expect(askAgain({ url, signal })).rejects.toThrow('link-lost');
    expect(asked()).toBe(2);
  });

  it('inv. 8: an order is not asked twice', async () => {
    const { url, asked } = await breaking(1);
    await expect(askAgain({ url, signal, method: 'DELETE' })).rejects.toThrow('link-lost');
    expect(asked()).toBe(1);
  });
});

describe('tasks in turn', () => {
  it('wait for those before them, also for one that fails', async () => {
    const turn = inTurn();
    const said: string[] = [];
    const first = Promise.withResolvers<void>();
    const one = turn(() => first.promise);
    const two = turn(async () => said.push('two'));
    await settle();
    expect(said).toEqual([]);
    first.reject(new Error('one'));
    await expect(one).rejects.toThrow('one');
    await two;
    expect(said).toEqual(['two']);
  });
});
