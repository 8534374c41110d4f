// Writes to the log when something about a reader changes, and never the same sentence twice within a minute: a cable
// that is out for a night is one line, not a hundred thousand.

import type { Clock, Log } from '../../gateway/ports.ts';
import type { Sentence } from './reader-sentences.ts';

export type Say = (sentence: Sentence, facts?: Readonly<Record<string, unknown>>) => void;

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
    if (text === last || (before !== undefined && nowMs - before < sameSentenceMs)) return;
    if (saidMs.size >= sentenceLimit) saidMs.clear();
    last = text;
    saidMs.set(text, nowMs);
    to.log[level]({ ...to.facts, ...facts }, text);
  };
}
