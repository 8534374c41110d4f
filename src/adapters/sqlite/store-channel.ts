// The near side of the worker thread: calls go over, answers come back in the order in which they were asked. When the
// worker dies every call that waits, and every later one, is rejected; nothing is ever left waiting.

import type { Worker } from 'node:worker_threads';
import { JournalFault, type Log } from '../../gateway/ports.ts';
import type { Answer, Calls, WorkerMessage } from './calls.ts';
import { fromFaultNote } from './fault-note.ts';
import { StoreFault } from './store-fault.ts';

export type StoreChannel = {
  /** Resolves when the files are open, rejects with a `StoreFault` when they could not be opened. */
  readonly opened: Promise<void>;
  call<K extends keyof Calls>(kind: K, ask: Calls[K]['ask']): Promise<Calls[K]['answer']>;
  /** Resolves when the thread has ended. */
  readonly ended: Promise<void>;
};

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (fault: unknown) => void };

/** Calls of all kinds that may wait; a caller that goes on beyond it is told so at once. */
const maxWaiting = 20_000;

export function storeChannel(worker: Worker, log: Log): StoreChannel {
  const waiting = new Map<number, Waiting>();
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let dead: JournalFault | null = null;
  let lastId = 0;

  function settle(answer: Answer): void {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) call?.reject(fromFaultNote(answer.fault));
    else call?.resolve(answer.value as never);
  }

  function die(fault: JournalFault): void {
    dead ??= fault;
    opened.reject(dead);
    for (const call of waiting.values()) call.reject(dead);
    waiting.clear();
  }

  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'answers') for (const answer of message.answers) settle(answer);
    else if (message.kind === 'note') log.warn(message.facts, message.text);
    else if (message.kind === 'opened') opened.resolve();
    else opened.reject(new StoreFault(message.code, message.text, causeOf(message.cause)));
  });
  worker.on('error', (cause) => {
    const text =
      'The thread that writes the journal has failed; look at the cause and start the gateway again.';
    die(new JournalFault('journal-broken', text, { cause }));
    log.error({ err: cause }, 'the thread that writes the journal has failed');
  });
  worker.on('exit', () => {
    die(new JournalFault('journal-broken', 'The journal is closed; start the gateway again to write to it.'));
    ended.resolve();
  });

  return {
    opened: opened.promise,
    ended: ended.promise,
    call(kind, ask) {
      if (dead) return Promise.reject(dead);
      if (waiting.size >= maxWaiting) return Promise.reject(tooMany());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        // Throws, and so rejects, when `ask` cannot be cloned.
        worker.postMessage({ id, kind, ask });
        waiting.set(id, { resolve, reject });
      });
    },
  };
}

const causeOf = (text: string): ErrorOptions => (text === '' ? {} : { cause: new Error(text) });

const tooMany = (): JournalFault =>
  new JournalFault(
    'journal-broken',
    `${maxWaiting} calls wait for the journal already; its disk is too slow or stuck, look at it before going on.`,
  );
