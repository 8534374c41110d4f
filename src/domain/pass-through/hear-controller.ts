// Bytes of the controller on their way to the host: every byte at once, but for the answers to what the gateway asked.
// Only while such an answer is due are lines looked at before they go on.

import { type Owed, type Passed, put, reportMs, settle, type Talk } from './talk.ts';

export type ControllerLine = {
  /** What came of the present line, at most `heldLimit`. */
  readonly bytes: number[];
  length: number;
  /**
   * pass: it went on at once. hold: it is looked at once it is whole. swallow: it is a report that we asked for.
   */
  way: 'pass' | 'hold' | 'swallow';
};

/** A longer line is none of ours. */
const heldLimit = 512;

const lf = 0x0a;
const opensReport = 0x3c;

export const newControllerLine = (): ControllerLine => ({ bytes: [], length: 0, way: 'pass' });

export function hearController(
  talk: Talk,
  said: { line: ControllerLine; chunk: Iterable<number>; out: Passed; nowMs: number },
): void {
  const { line, out, nowMs } = said;
  for (const byte of said.chunk) {
    if (line.length === 0) line.way = begin(talk, byte, nowMs);
    line.length += 1;
    if (line.bytes.length < heldLimit) line.bytes.push(byte);
    else if (line.way !== 'pass') {
      if (line.way === 'hold') pass(talk, out, line.bytes);
      line.way = 'pass';
    }
    if (line.way === 'pass') pass(talk, out, [byte]);
    talk.isMidLine = line.way === 'pass' && byte !== lf;
    if (byte !== lf) continue;
    end(talk, line, out);
    line.bytes.length = 0;
    line.length = 0;
    settle(talk, { out, nowMs });
  }
}

const pass = (talk: Talk, out: Passed, bytes: readonly number[]): void => {
  if (talk.hosted) put(out.toHost, bytes);
};

/**
 * One report may answer two questions that came before it, so it belongs to the host if the host has asked; a second
 * one, which nobody else waits for, then is ours. Whoever asks while a report is coming in has asked for the next.
 */
function begin(talk: Talk, byte: number, nowMs: number): ControllerLine['way'] {
  if (nowMs - talk.hostAskedMs > reportMs) talk.hostAsks = 0;
  if (talk.ourAskMs !== null && nowMs - talk.ourAskMs > reportMs) talk.ourAskMs = null;
  if (byte === opensReport) {
    if (talk.hostAsks > 0) talk.hostAsks -= 1;
    else if (talk.ourAskMs !== null) {
      talk.ourAskMs = null;
      return 'swallow';
    }
    return 'pass';
  }
  const by = talk.owed[0]?.by;
  return by === 'gateway' || by === 'nobody' ? 'hold' : 'pass';
}

function end(talk: Talk, line: ControllerLine, out: Passed): void {
  if (line.way === 'swallow') return;
  const { manners } = talk;
  const text = String.fromCharCode(...line.bytes).trim();
  if (manners.isGreeting(text)) forget(talk);
  const isOurs = line.way === 'hold' && isSwallowed(talk, text);
  if (line.way === 'hold' && !isOurs) pass(talk, out, line.bytes);
  if (isOurs || !manners.isAck(text)) return;
  const at = talk.owed.findIndex(({ by }) => by === 'host');
  if (at >= 0) talk.owed.splice(at, 1);
}

/** A restart has dropped every line that was not answered. */
function forget(talk: Talk): void {
  talk.owed.length = 0;
  talk.hostAsks = 0;
  talk.ourAskMs = null;
  talk.waiting = null;
}

/** Whether a held line is an answer that the host must not hear. */
function isSwallowed(talk: Talk, text: string): boolean {
  const head = talk.owed[0];
  const isAck = talk.manners.isAck(text);
  if (head?.by === 'nobody' && isAck) {
    talk.owed.shift();
    return true;
  }
  if (head?.by !== 'gateway') return false;
  const isAnswer = head.answers.some((start) => text.startsWith(start));
  if (!isAck) {
    head.seen ||= isAnswer;
    return isAnswer;
  }
  if (!isAnswer && talk.manners.resends && isOthers(head, talk)) return false;
  talk.owed.shift();
  return true;
}

/** An ack before the answer that must come first is somebody else's: a line that is asked for again is acked early. */
const isOthers = (head: Extract<Owed, { by: 'gateway' }>, { owed }: Talk): boolean =>
  head.answers.length > 0 && !head.seen && owed.some(({ by }) => by === 'host');
