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
      <HowFar progress={progress.value} />
    </AskTwice>
  );
}

function HowFar({ progress }: { readonly progress: BooksProgress | null }) {
  const { books: say, drafting } = words.value;
  if (progress === null || progress.step === null) return null;
  const { step, done, total } = progress;
  if (total === 0) return <p role="status">{drafting.reading}</p>;
  return (
    <p role="status">
      <progress max={total} value={done} />{' '}
      {step === 'issuing' ? say.progress({ done, total }) : drafting.rating({ done, total })}
    </p>
  );
}
