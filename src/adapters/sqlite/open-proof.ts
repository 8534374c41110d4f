// Proves the journal when somebody asks, in a thread of its own, one proof at a time; whoever asks meanwhile sees the same one.

import { Worker } from 'node:worker_threads';
import type { JournalProof, ProofNow } from '../../gateway/ports.ts';
import type { ProveMessage } from './prove-worker.ts';

export type ProofSettings = {
  readonly dataDir: string;
  readonly wallMs: () => number;
  /** Why a proof could not be made at all. */
  readonly onFault: (cause: unknown) => void;
};

export function openProof({ dataDir, wallMs, onFault }: ProofSettings): JournalProof {
  let worker: Worker | null = null;
  let now: ProofNow = { step: 'none' };

  function begin(): void {
    if (worker !== null) return;
    now = { step: 'running', done: 0, total: 0 };
    const thread = new Worker(new URL('./prove-worker.ts', import.meta.url), {
      name: 'proof',
      workerData: { dataDir },
    });
    worker = thread;
    thread.on('message', (message: ProveMessage) => {
      if (message.kind === 'progress') now = { step: 'running', done: message.done, total: message.total };
      else now = { step: 'done', atMs: wallMs(), verdict: message.verdict };
    });
    thread.on('error', (cause) => {
      now = { step: 'failed', atMs: wallMs() };
      onFault(cause);
    });
    thread.on('exit', () => {
      worker = null;
      // Ended without a word: killed for want of memory, for instance.
      if (now.step === 'running') now = { step: 'failed', atMs: wallMs() };
    });
  }

  return {
    begin,
    now: () => now,
    async close() {
      await worker?.terminate();
    },
  };
}
