// A USB reader that pretends to be a keyboard: input events of Linux, 24 bytes each, to the text that it types before
// Enter. Source: include/uapi/linux/input.h and input-event-codes.h, 64 bit.

export type WedgeKeys = {
  /** The lines that these bytes complete; empty lines are left out. */
  push(bytes: Uint8Array): readonly string[];
};

const eventBytes = 24;
const keyEvent = 1;
const pressed = 1;
/** Longer lines come from no reader. */
const maxLine = 64;

const enter = [28, 96];
const shift = [42, 54];
const backspace = 14;

type Key = [code: number, key: readonly [plain: string, shifted: string]];

/** Letters that lie side by side have codes in a row. */
const row = (from: number, letters: string): Key[] =>
  letters.split('').map((letter, i) => [from + i, [letter, letter.toUpperCase()]]);

/** Of the number pad: 7 8 9, 4 5 6, 1 2 3, 0. */
const padCodes = [71, 72, 73, 75, 76, 77, 79, 80, 81, 82];

/** By the place of the key on a US keyboard: plain, and with shift where a reader uses that. */
const keys: ReadonlyMap<number, readonly [plain: string, shifted: string]> = new Map([
  ...'1234567890'.split('').map((digit, i): Key => [i + 2, [digit, '!@#$%^&*()'[i] ?? digit]]),
  ...row(16, 'qwertyuiop'),
  ...row(30, 'asdfghjkl'),
  ...row(44, 'zxcvbnm'),
  [12, ['-', '_']],
  [39, [';', ':']],
  [51, [',', '<']],
  [52, ['.', '>']],
  [57, [' ', ' ']],
  ...'7894561230'.split('').map((digit, i): Key => [padCodes[i] ?? 0, [digit, digit]]),
]);

export function wedgeKeys(): WedgeKeys {
  let kept = new Uint8Array(0);
  let line = '';
  let isShifted = false;

  const key = (code: number, value: number): string | null => {
    if (shift.includes(code)) {
      isShifted = value !== 0;
      return null;
    }
    if (value !== pressed) return null;
    if (enter.includes(code)) {
      const typed = line;
      line = '';
      return typed === '' ? null : typed;
    }
    if (code === backspace) line = line.slice(0, -1);
    // Too long is no card: what is beyond is dropped, and the line then reads as none.
    else if (line.length <= maxLine) line += keys.get(code)?.[isShifted ? 1 : 0] ?? '';
    return null;
  };

  return {
    push(bytes) {
      const stream = Buffer.concat([kept, bytes]);
      const whole = stream.length - (stream.length % eventBytes);
      const lines: string[] = [];
      for (let at = 0; at < whole; at += eventBytes) {
        if (stream.readUInt16LE(at + 16) !== keyEvent) continue;
        const typed = key(stream.readUInt16LE(at + 18), stream.readInt32LE(at + 20));
        if (typed !== null) lines.push(typed);
      }
      kept = Uint8Array.from(stream.subarray(whole));
      return lines;
    },
  };
}
