// Stands between the wire and the line parser, which has no limit of its own: passes on only whole lines of printable
// ASCII, so that what waits for a newline is never more than one line, whatever comes in (invariants 10 and 11).

import { Transform } from 'node:stream';

const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;
const tilde = 0x7e;

/**
 * A transform that ends each of its chunks with a newline. Control characters around a line (carriage returns, the
 * NULs of a starting board) are stripped; a line that is too long, or has such bytes or bytes above ASCII within, is
 * dropped whole and told to `onNoise`. Empty lines vanish.
 */
export function lineGuard(limit: { lineBytes: number; onNoise: () => void }): Transform {
  const line = Buffer.alloc(limit.lineBytes + 1);
  let length = 0;
  let broken = false;

  const take = (byte: number, clean: (line: Buffer) => void) => {
    if (byte === lf) {
      if (broken) limit.onNoise();
      else clean(line.subarray(0, length));
      length = 0;
      broken = false;
    } else if (!broken) {
      broken = length >= limit.lineBytes;
      line[length++] = byte;
    }
  };

  const endOf = (text: Buffer): Buffer | null => {
    let from = 0;
    let to = text.length;
    while (from < to && isControl(text[from])) from += 1;
    while (to > from && isControl(text[to - 1])) to -= 1;
    for (let at = from; at < to; at++) {
      if (!isPrintable(text[at])) {
        limit.onNoise();
        return null;
      }
    }
    return to === from ? null : Buffer.concat([text.subarray(from, to), newline]);
  };

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const whole: Buffer[] = [];
      for (const byte of chunk) {
        take(byte, (text) => {
          const clean = endOf(text);
          if (clean) whole.push(clean);
        });
      }
      if (whole.length > 0) this.push(Buffer.concat(whole));
      done();
    },
  });
}

const newline = Buffer.from([lf]);
const isControl = (byte: number | undefined) =>
  byte !== undefined && (byte < space || byte === cr || byte === 0x7f);
const isPrintable = (byte: number | undefined) => byte !== undefined && byte >= space && byte <= tilde;
