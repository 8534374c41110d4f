// Several files as one ZIP (APPNOTE 6.3, stored, names in UTF-8): what an invoice is made of does not get smaller by much, so
// nothing is compressed. Together they must stay below the 4 GiB of the format.

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

export function zipOf(files: readonly ZipFile[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const text = new Uint8Array(new TextEncoder().encode(name));
    const facts = { crc: crc32(bytes), size: bytes.length, named: text.length };
    const head = headOf(facts);
    parts.push(head, text, new Uint8Array(bytes));
    directory.push(entryOf({ ...facts, offset }), text);
    offset += head.length + text.length + bytes.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return new Blob([...parts, ...directory, endOf({ count: files.length, length, offset })], {
    type: 'application/zip',
  });
}

type Facts = { readonly crc: number; readonly size: number; readonly named: number };

/** Version 2.0, names in UTF-8 (flag 11), stored, 1 January 1980: a date that says nothing. */
const usual = [20, 0x0800, 0, 0, 0x0021] as const;

function headOf({ crc, size, named }: Facts): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(30));
  head.setUint32(0, 0x04034b50, true);
  for (const [index, value] of usual.entries()) head.setUint16(4 + 2 * index, value, true);
  for (const [index, value] of [crc, size, size].entries()) head.setUint32(14 + 4 * index, value, true);
  head.setUint16(26, named, true);
  return new Uint8Array(head.buffer);
}

function entryOf({ crc, size, named, offset }: Facts & { readonly offset: number }): Uint8Array<ArrayBuffer> {
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint16(4, 20, true);
  for (const [index, value] of usual.entries()) entry.setUint16(6 + 2 * index, value, true);
  for (const [index, value] of [crc, size, size].entries()) entry.setUint32(16 + 4 * index, value, true);
  entry.setUint16(28, named, true);
  entry.setUint32(42, offset, true);
  return new Uint8Array(entry.buffer);
}

type End = { readonly count: number; readonly length: number; readonly offset: number };

function endOf({ count, length, offset }: End): Uint8Array<ArrayBuffer> {
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(end.buffer);
}

/** CRC-32 of ISO 3309, as ZIP wants it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
