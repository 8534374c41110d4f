// Makes invoices of the drafts after two presses, and shows how far it is: asked for while it goes on, because it may take a while.

import { useSignal } from '@preact/signals';
import type { BooksDrafts, BooksProgress } from '../../contract/books.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';

const askEveryMs = 500;

export function FinalisePanel({ drafts, onDone }: { readonly drafts: BooksDrafts; onDone(): void }) {
  const { books: say } = words.value;
  const progress = useSignal<BooksProgress | null>(null);
  const done = useSignal<number | null>(null);
  const ready = drafts.drafts.filter(({ stays }) => stays === null);
  if (done.value !== null) return <p role="status">{say.done({ count: done.value })}</p>;
  if (ready.length === 0) return null;
  if (!drafts.mayFinalise) return <p class="hint">{say.grace({ day: drafts.from.slice(0, 10) })}</p>;
  const sum = ready.reduce((total, { grossMinor }) => total + BigInt(grossMinor), 0n);

  async function finalise() {
    const timer = window.setInterval(() => {
      void client.booksProgress().then((answer) => {
        if (answer.ok) progress.value = answer.value;
      });
    }, askEveryMs);
    const answer = await client.finalise({ month: drafts.month, payer: null, dryRun: false });
    window.clearInterval(timer);
    progress.value = null;
    return answer;
  }

  return (
    <AskTwice
      say={say.finalise}
      look="primary"
      act={finalise}
      onDone={({ issued }) => {
        done.value = issued.length;
        onDone();
      }}
    >
      <p>{say.finaliseAsk({ count: ready.length, amount: amountOf(String(sum), drafts) })}</p>
      {progress.value !== null && progress.value.total > 0 && (
        <p role="status">
          <progress max={progress.value.total} value={progress.value.done} />{' '}
          {say.progress({ done: progress.value.done, total: progress.value.total })}
        </p>
      )}
    </AskTwice>
  );
}
