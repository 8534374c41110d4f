// A USB reader that pretends to be a keyboard: writes the input events of Linux, 24 bytes each, into a FIFO that stands for
// the event device. Closing it is unplugging it.

import { type FileHandle, open } from 'node:fs/promises';

export type SimulatedWedge = {
  /** Types the text and Enter, as the reader does when a card is there. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
};

/** Codes of keys on a US keyboard (input-event-codes.h), by their character. */
const codes: ReadonlyMap<string, number> = new Map([
  ...[...'1234567890'].map((key, at) => [key, 2 + at] as const),
  ...[...'qwertyuiop'].map((key, at) => [key, 16 + at] as const),
  ...[...'asdfghjkl'].map((key, at) => [key, 30 + at] as const),
  ...[...'zxcvbnm'].map((key, at) => [key, 44 + at] as const),
  [',', 51],
  ['-', 12],
  ['\n', 28],
]);
const shift = 42;
const kinds = { sync: 0, key: 1, scan: 4 } as const;

/** Opened for both, so that neither side waits for the other. */
export async function openWedge(path: string): Promise<SimulatedWedge> {
  const file: FileHandle = await open(path, 'r+');
  return {
    type: async (text) => {
      await file.write(Buffer.concat([...`${text}\n`].flatMap(strokes)));
    },
    close: () => file.close(),
  };
}

function strokes(key: string): Buffer[] {
  const code = codes.get(key.toLowerCase());
  if (code === undefined) throw new RangeError(`no reader types ${JSON.stringify(key)}`);
  const stroke = [...press(code, 1), ...press(code, 0)];
  return key === key.toLowerCase() ? stroke : [...press(shift, 1), ...stroke, ...press(shift, 0)];
}

/** What the kernel tells of one key: where it is, whether it is down, and that this is all. */
const press = (code: number, value: number): Buffer[] => [
  event(kinds.scan, { code: 4, value: 0x70000 + code }),
  event(kinds.key, { code, value }),
  event(kinds.sync, { code: 0, value: 0 }),
];

/** 64-bit seconds and microseconds, 16-bit kind and code, 32-bit value. */
function event(kind: number, { code, value }: { code: number; value: number }): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeBigUInt64LE(BigInt(Math.floor(performance.now() / 1000)), 0);
  bytes.writeUInt16LE(kind, 16);
  bytes.writeUInt16LE(code, 18);
  bytes.writeInt32LE(value, 20);
  return bytes;
}
