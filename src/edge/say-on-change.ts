// Writes to the log when something about a device changes, and never the same complaint twice within a minute: a cable
// that is out for a night is one line, not a hundred thousand. That all is well again is always said.

import type { Clock, Log } from '../gateway/ports.ts';

/** Names the thing, the reason and the remedy. */
export type Sentence = { readonly level: 'info' | 'warn' | 'error'; readonly text: string };

export type Say = (sentence: Sentence, facts?: Readonly<Record<string, unknown>>) => void;

/** The same sentence again at the earliest after this time. */
const sameSentenceMs = 60_000;
/** So many different sentences are remembered. */
const sentenceLimit = 64;

/** Says what differs from the last sentence; `facts` go with every line. */
export function sayOnChange(to: {
  log: Log;
  clock: Pick<Clock, 'monoMs'>;
  facts: Readonly<Record<string, unknown>>;
}): Say {
  const saidMs = new Map<string, number>();
  let last = '';
  return ({ level, text }, facts = {}) => {
    const nowMs = to.clock.monoMs();
    const before = saidMs.get(text);
    const isRecent = before !== undefined && nowMs - before < sameSentenceMs;
    if (text === last || (isRecent && level !== 'info')) return;
    if (saidMs.size >= sentenceLimit) saidMs.clear();
    last = text;
    saidMs.set(text, nowMs);
    to.log[level]({ ...to.facts, ...facts }, text);
  };
}
