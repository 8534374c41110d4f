// What is under way between a host, the gateway and one controller: which lines wait for their answer, whose they are,
// and who asked for the next report. Only the files of this folder use it.

import type { Family } from '../profile/family.ts';
import type { Bytes } from '../profile/profile.ts';
import type { Manners } from './manners.ts';

export type Talk = {
  readonly manners: Manners;
  readonly family: Family;
  readonly isForbidden: {
    readonly byte: (byte: number) => boolean;
    readonly line: (text: string) => boolean;
  };
  /** A session is open, and access is not being ended. */
  open: boolean;
  /** A host is connected. */
  hosted: boolean;
  /** A refusal for want of a session was said since it was last open. */
  toldClosed: boolean;
  /** Lines that the controller has not answered, oldest first; at most `owedLimit`. */
  readonly owed: Owed[];
  /** The host has heard the beginning of a line: nothing of ours may stand in it. */
  isMidLine: boolean;
  /** Reports that the host asked for by a byte and has not had; and when it last asked. */
  hostAsks: number;
  hostAskedMs: number;
  /** When we asked for a report that has not come. */
  ourAskMs: number | null;
  /** One poll of ours that waits until nothing of the host is unanswered. */
  waiting: Bytes | null;
  readonly counts: Counts;
};

export type Owed =
  | { readonly by: 'host' }
  /** Of a host that has gone: nobody is to hear it. */
  | { readonly by: 'nobody' }
  /** Said by us in its turn, so that a host that counts answers stays in step. */
  | { readonly by: 'refusal'; readonly text: string }
  | { readonly by: 'gateway'; readonly answers: readonly string[]; readonly sentMs: number; seen: boolean };

export type Counts = {
  /** Lines and real-time bytes of the host that were not forwarded. */
  withheld: number;
  /** Bytes above ASCII that were taken out of its lines. */
  stripped: number;
  /** Unanswered lines beyond what any controller holds; their answers count as lost. */
  forgotten: number;
};

/** What is to be written to whom; in this order within each. */
export type Passed = { readonly toController: number[]; readonly toHost: number[] };

/** No controller holds more lines than this. */
const owedLimit = 1024;
/** A report that has not come after so long does not come any more. */
export const reportMs = 1000;
/** A line of ours without an answer for so long was lost. */
const lostMs = 60_000;

export const nothing = (): Passed => ({ toController: [], toHost: [] });

export function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) bytes.push(text.charCodeAt(at) & 0xff);
  return bytes;
}

/** Appended one by one: a spread of many bytes would overflow the stack. */
export function put(to: number[], bytes: Iterable<number>): void {
  for (const byte of bytes) to.push(byte);
}

export function owe(talk: Talk, owed: Owed): void {
  if (talk.owed.length >= owedLimit) {
    talk.owed.shift();
    talk.counts.forgotten += 1;
  }
  talk.owed.push(owed);
}

/** Says the refusals whose turn it is, and sends the poll that waits once nothing is unanswered. */
export function settle(talk: Talk, now: { out: Passed; nowMs: number }): void {
  const { out, nowMs } = now;
  for (let head = talk.owed[0]; head; head = talk.owed[0]) {
    const isLost = head.by === 'gateway' && nowMs - head.sentMs > lostMs;
    if (head.by !== 'refusal' ? !isLost : talk.isMidLine) break;
    if (head.by === 'refusal' && talk.hosted) put(out.toHost, bytesOf(head.text));
    talk.owed.shift();
  }
  if (talk.waiting === null || talk.owed.length > 0) return;
  const bytes = talk.waiting;
  talk.waiting = null;
  sendLine(talk, { bytes, out, nowMs });
}

/** A line of ours, whose answer is ours too. */
export function sendLine(talk: Talk, line: { bytes: Bytes; out: Passed; nowMs: number }): void {
  const answers = talk.manners.answers.get(lineOf(line.bytes)) ?? [];
  put(line.out.toController, line.bytes);
  owe(talk, { by: 'gateway', answers, sentMs: line.nowMs, seen: false });
}

/** Printable text of a line without its end. */
export const lineOf = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replace(/[\r\n]+$/, '');
