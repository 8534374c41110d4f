// Keeps the thread of the links alive: one that ends, or hangs without a sign of life, is ended wholly and started
// anew, soon at first and then more and more slowly.

import { Worker } from 'node:worker_threads';
import { alarmOn, realTimers } from '../../edge/timers.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

export type KeptThread = {
  /** False while there is no thread to tell. */
  tell(message: ToWorker): boolean;
  /** Resolves when the thread has ended. */
  close(): Promise<void>;
};

/** Some fifty machines need a quarter of it, MiB. */
const heapLimitMb = 256;
/** Without a sign of life for so long it hangs. Loading the library takes seconds on a small computer. */
const usualSilenceMs = 30_000;
/** How long the links get to take leave of their servers. */
const closeMs = 5_000;

const usualProgram = new URL('./opcua-worker.ts', import.meta.url);

export function keepThread(options: {
  readonly settings: WorkerSettings;
  readonly onMessage: (message: FromWorker) => void;
  /** It has ended by itself; `cause` is null when it was ended because it hung. */
  readonly onDeath: (cause: unknown) => void;
  /** Replaced in tests. */
  readonly program?: URL;
  readonly silenceMs?: number;
}): KeptThread {
  const { settings, onMessage, onDeath, program = usualProgram, silenceMs = usualSilenceMs } = options;
  const { retryMs: firstRetryMs, longestRetryMs } = settings.pace;
  const alarm = alarmOn(realTimers);
  const closed = Promise.withResolvers<void>();
  let retryMs = firstRetryMs;
  let isClosing = false;
  let thread: Worker | null = null;

  const start = (): void => {
    const worker = new Worker(program, {
      name: 'opcua',
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: 2 },
    });
    let cause: unknown = null;
    const watch = (): void => alarm.set(silenceMs, () => void worker.terminate());
    worker.on('message', (message: FromWorker) => {
      if (!isClosing) watch();
      if (message.kind === 'clients') retryMs = firstRetryMs;
      onMessage(message);
    });
    worker.on('error', (fault) => {
      cause = fault;
    });
    worker.on('exit', () => {
      alarm.off();
      thread = null;
      if (isClosing) {
        closed.resolve();
        return;
      }
      onDeath(cause);
      alarm.set(retryMs, start);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    });
    watch();
    thread = worker;
  };

  start();
  return {
    tell(message) {
      if (isClosing || !thread) return false;
      thread.postMessage(message);
      return true;
    },
    close() {
      isClosing = true;
      alarm.off();
      const worker = thread;
      if (!worker) closed.resolve();
      else {
        worker.postMessage({ kind: 'close' } satisfies ToWorker);
        alarm.set(closeMs, () => void worker.terminate());
      }
      return closed.promise;
    },
  };
}
