// Node as a child process with nothing of our environment, from the spawn to its ready line; and how it is asked
// something while it runs. No child outlives the benchmark.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atEnd } from './leave-nothing.ts';

export type Child = {
  readonly pid: number;
  /** From the spawn to the ready line. */
  readonly readyMs: number;
  /** What the groups of the ready line held. */
  readonly said: readonly string[];
  /** Asks one of our own programs; see `answer`. */
  ask<T>(question: object): Promise<T>;
  /** Ends it in order; resolves when it has gone. */
  stop(): Promise<void>;
};

export type ChildOptions = {
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** Its working folder and home; its temporary files go to `tmp` in it. */
  readonly folder: string;
  /** The line that it prints when it is ready. */
  readonly ready: RegExp;
  readonly limitMs?: number;
  /** Besides what every child has. */
  readonly env?: NodeJS.ProcessEnv;
};

const stopLimitMs = 15_000;

/** Rejects, with what the child wrote to standard error, when it ends or takes too long before its ready line. */
export async function startChild({
  args,
  folder,
  ready,
  limitMs = 60_000,
  env,
}: ChildOptions): Promise<Child> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...environment(folder), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const forget = atEnd(() => child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  ended.then(forget);
  const said = await readyLine(child, { ready, limitMs, what: args.join(' ') });
  const readyMs = performance.now() - startedMs;
  return {
    pid: child.pid ?? 0,
    readyMs,
    said,
    ask: asker(child),
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(late);
    },
  };
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  HOME: folder,
  TMPDIR: join(folder, 'tmp'),
  OFFICINA_LOG: 'warn',
  // For a profile of the children, as in BENCH_NODE_OPTIONS=--cpu-prof.
  NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
  // A cache of its own, so that a first start is one; and one arena, as `npm start` sets it.
  NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
  MALLOC_ARENA_MAX: '1',
});

type Wanted = { readonly ready: RegExp; readonly limitMs: number; readonly what: string };

/** Last lines of standard error that are kept for the error text. */
const keptLines = 20;

function readyLine(child: ChildProcess, { ready, limitMs, what }: Wanted): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const complaints: string[] = [];
  const fail = (why: string): void => {
    child.kill('SIGKILL');
    reject(new Error(`node ${what} ${why}; it said:\n${complaints.join('\n')}`));
  };
  const late = setTimeout(() => fail(`was not ready within ${limitMs} ms`), limitMs);
  child.once('exit', (code) => fail(`ended with ${code} before it was ready`));
  child.once('error', (fault) => fail(`could not be started (${fault.message})`));
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      complaints.push(line);
      if (complaints.length > keptLines) complaints.shift();
    });
  }
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = ready.exec(line);
      if (!match) return;
      clearTimeout(late);
      resolve(match.slice(1));
    });
  }
  return promise.finally(() => clearTimeout(late));
}

type Reply = { readonly id: number; readonly value: unknown; readonly fault?: string };

function asker(child: ChildProcess): Child['ask'] {
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, value: null, fault: 'it has ended' });
  });
  return <T>(question: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ value, fault }) =>
        fault === undefined ? resolve(value as T) : reject(new Error(`a child did not answer: ${fault}`)),
      );
      child.send({ id, question });
    });
}

/** In the child: answers what it is asked, and leaves when its parent has gone. */
export function answer<Q>(reply: (question: Q) => unknown): void {
  process.on('message', async ({ id, question }: { id: number; question: Q }) => {
    try {
      process.send?.({ id, value: (await reply(question)) ?? null });
    } catch (fault) {
      process.send?.({ id, value: null, fault: String(fault) });
    }
  });
  process.on('disconnect', () => process.exit());
}
