// Stands between the wire and the line parser, which has no limit of its own: passes on only whole lines of printable
// ASCII, so that what waits for a newline is never more than one line, whatever comes in (invariants 10 and 11).

const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;
const tilde = 0x7e;

export type LineGuard = {
  /** The whole lines that are now there, each with a newline at its end; null when there are none. */
  take(chunk: Uint8Array): Buffer | null;
};

/**
 * Control characters around a line (carriage returns, the NULs of a starting board) are stripped; a line that is too
 * long, or has such bytes or bytes above ASCII within, is dropped whole and told to `onNoise`. Empty lines vanish.
 */
export function lineGuard({ lineBytes, onNoise }: { lineBytes: number; onNoise: () => void }): LineGuard {
  const line = Buffer.alloc(lineBytes + 1);
  let length = 0;
  let broken = false;

  const end = (): Buffer | null => {
    const whole = broken ? null : stripped(line.subarray(0, length));
    length = 0;
    broken = false;
    if (whole === null) onNoise();
    return whole === null || whole.length === 0 ? null : ended(whole);
  };

  return {
    take(chunk) {
      const lines: Buffer[] = [];
      for (const byte of chunk) {
        if (byte !== lf) {
          if (broken) continue;
          broken = length >= lineBytes;
          line[length++] = byte;
          continue;
        }
        const whole = end();
        if (whole) lines.push(whole);
      }
      return lines.length > 1 ? Buffer.concat(lines) : (lines[0] ?? null);
    },
  };
}

/** Null when it is no line of printable characters. */
function stripped(text: Buffer): Buffer | null {
  let from = 0;
  let to = text.length;
  while (from < to && isControl(text[from])) from += 1;
  while (to > from && isControl(text[to - 1])) to -= 1;
  for (let at = from; at < to; at++) if (!isPrintable(text[at])) return null;
  return text.subarray(from, to);
}

/** A copy, with its newline. */
function ended(text: Buffer): Buffer {
  const copy = Buffer.allocUnsafe(text.length + 1);
  copy.set(text);
  copy[text.length] = lf;
  return copy;
}

const isControl = (byte: number | undefined) =>
  byte !== undefined && (byte < space || byte === cr || byte === 0x7f);
const isPrintable = (byte: number | undefined) => byte !== undefined && byte >= space && byte <= tilde;
