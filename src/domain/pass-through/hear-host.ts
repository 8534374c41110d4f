// Bytes of the host on their way to the controller. Real-time bytes go at once; lines go whole or not at all, so that
// what is forbidden never gets through in pieces; what is withheld is answered as the firmware would, in its turn.

import { bytesOf, owe, type Passed, put, settle, type Talk } from './talk.ts';

export type HostLine = {
  /** What came of the present line, at most `lineLimit`. */
  readonly bytes: number[];
  isTooLong: boolean;
  /** Bytes that still belong to a letter above ASCII. */
  tail: number;
};

/** More is no line for any of these firmwares. */
const lineLimit = 512;

const lf = 0x0a;
const cr = 0x0d;
const reset = 0x18;

export const emptyLine = (): HostLine => ({ bytes: [], isTooLong: false, tail: 0 });

export function hearHost(
  talk: Talk,
  said: { line: HostLine; chunk: Iterable<number>; out: Passed; nowMs: number },
): void {
  const { line, out, nowMs } = said;
  for (const byte of said.chunk) {
    if (isOdd(talk, line, byte)) {
      talk.counts.stripped += 1;
      continue;
    }
    const instant = talk.manners.instant.get(byte);
    if (instant) {
      if (byte === reset) clear(line);
      atOnce(talk, { byte, instant, out, nowMs });
    } else if (byte === lf || byte === cr) {
      whole(talk, { line, end: byte, out });
      clear(line);
      settle(talk, { out, nowMs });
    } else if (line.bytes.length < lineLimit) line.bytes.push(byte);
    else line.isTooLong = true;
  }
}

const clear = (line: HostLine): void => {
  line.bytes.length = 0;
  line.isTooLong = false;
};

/**
 * A letter above ASCII within a line is taken out with all its bytes: the second byte of a German A with dots is the one
 * that opens the safety door. Alone, such a byte is a command if this firmware knows it.
 */
function isOdd({ manners }: Talk, line: HostLine, byte: number): boolean {
  if (!manners.asciiOnly) return false;
  const isTail = line.tail > 0 && byte >= 0x80 && byte <= 0xbf;
  line.tail = isTail ? line.tail - 1 : 0;
  if (isTail) return true;
  if (byte < 0x7f || manners.instant.has(byte)) return false;
  if (line.bytes.length > 0) line.tail = tailOf(byte);
  return true;
}

/** Bytes that follow the first one of a letter in UTF-8. */
function tailOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

type AtOnce = {
  readonly byte: number;
  readonly instant: 'ask' | 'stop' | 'act';
  readonly out: Passed;
  readonly nowMs: number;
};

function atOnce(talk: Talk, { byte, instant, out, nowMs }: AtOnce): void {
  if (instant === 'act' && (!talk.open || talk.isForbidden.byte(byte))) {
    talk.counts.withheld += 1;
    return;
  }
  if (instant === 'ask') {
    talk.hostAsks += 1;
    talk.hostAskedMs = nowMs;
  }
  out.toController.push(byte);
}

function whole(talk: Talk, said: { line: HostLine; end: number; out: Passed }): void {
  const { line, end, out } = said;
  const { manners } = talk;
  const text = String.fromCharCode(...line.bytes);
  const read = manners.read(text);
  const refuse = (answer: string): void => {
    talk.counts.withheld += 1;
    owe(talk, { by: 'refusal', text: answer });
  };
  const forward = (bytes: readonly number[]): void => {
    put(out.toController, bytes);
    if (read.isAnswered) owe(talk, { by: 'host' });
  };
  const isBare = read.number === null && manners.questions.has(read.text);
  if (line.isTooLong) refuse(manners.refusals.tooLong);
  else if (manners.stops.has(read.text)) forward([...line.bytes, end]);
  else if (!talk.open && !isBare) {
    if (read.isAnswered) refuse(manners.refusals.closed(!talk.toldClosed));
    talk.toldClosed ||= read.isAnswered;
  } else if (!talk.isForbidden.line(read.text)) forward([...line.bytes, end]);
  else if (read.number === null || !manners.standIn) refuse(manners.refusals.forbidden(read.text));
  else {
    // Its number must not be missed, or it would be asked for again for ever. The ack of the stand-in is the host's.
    talk.counts.withheld += 1;
    const [sentence = ''] = manners.refusals.forbidden(read.text).split('\n');
    owe(talk, { by: 'refusal', text: `${sentence}\n` });
    forward(bytesOf(manners.standIn(read.number)));
  }
}
