// The thread that checks the journal from its first entry to its last beside the running gateway, with a connection of its own that
// only reads. It says how far it has come, then what it found, and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { type Verdict, verifyJournal } from './verify-journal.ts';

export type ProveMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verdict'; readonly verdict: Verdict };

/** A page of the journal is a thousand entries: at most so many words a second reach the other thread. */
const tellEveryMs = 100;

if (parentPort) {
  const port = parentPort;
  const say = (message: ProveMessage): void => port.postMessage(message);
  let toldMs = 0;
  const { dataDir } = workerData as { readonly dataDir: string };
  const verdict = await verifyJournal({
    dataDir,
    onProgress(done, total) {
      const nowMs = performance.now();
      if (nowMs - toldMs < tellEveryMs) return;
      toldMs = nowMs;
      say({ kind: 'progress', done, total });
    },
  });
  say({ kind: 'verdict', verdict });
}
