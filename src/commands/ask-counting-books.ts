// Asks the gateway for something of the books that may take a while, with a line that counts on a terminal: how far it is is
// asked for while it goes on. Whoever stops waiting stops nothing: the gateway ends what it began.

import { type Asked, askGateway, fieldOf } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Context } from './command.ts';
import { showProgress } from './show-progress.ts';

type At = { readonly context: Pick<Context, 'stderr'>; readonly running: RunningGateway };
type Question = Parameters<typeof askGateway>[1];

const askEveryMs = 500;

const words: Readonly<Record<string, string>> = { rating: 'rating uses, part', issuing: 'issuing invoices' };

export async function askCountingBooks({ context, running }: At, question: Question): Promise<Asked> {
  if (!context.stderr.isTTY) return askGateway(running, question);
  const progress = showProgress(context);
  let isOver = false;
  const look = async (): Promise<void> => {
    // What cannot be told is no reason to stop: the answer itself says what is wrong.
    const told = await askGateway(running, { method: 'GET', path: '/api/books/progress' }).catch(() => null);
    const [step, done, total] = ['step', 'done', 'total'].map((name) => fieldOf(told?.said, name));
    const what = typeof step === 'string' && Object.hasOwn(words, step) ? words[step] : undefined;
    if (isOver || what === undefined || typeof done !== 'number' || typeof total !== 'number') return;
    progress.count(what, { done, total });
  };
  const timer = setInterval(() => void look(), askEveryMs);
  try {
    return await askGateway(running, question);
  } finally {
    isOver = true;
    clearInterval(timer);
    progress.clear();
  }
}
