// Makes invoices of the drafts after a dry run, and shows how far it is: asked for while it goes on, because it may take a while.

import { useSignal } from '@preact/signals';
import type { BooksDrafts, BooksProgress } from '../../contract/books.ts';
import { client } from '../client.ts';
import { DryRun } from '../frame/dry-run.tsx';
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
    <>
      <DryRun
        say={say.finalise}
        // Asked anew: a charge may have been corrected since the drafts were read.
        look={() => client.finalise({ month: drafts.month, payer: null, dryRun: true })}
        show={({ issued }) => {
          const sum = issued.reduce((total, { grossMinor }) => total + BigInt(grossMinor), 0n);
          return <p>{say.finaliseAsk({ count: issued.length, amount: amountOf(String(sum), drafts) })}</p>;
        }}
        worth={({ issued }) => issued.length > 0}
        act={finalise}
        onDone={({ issued }) => {
          done.value = issued.length;
          onDone();
        }}
      />
      <HowFar progress={progress.value} />
    </>
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
