// The scrambling of a simulated Ruida controller, as a table of its own: written apart from that of the adapter, so that
// a mistake in one of them is found.

const magic = 0x88;

const table: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  const bits = byte.toString(2).padStart(8, '0');
  const swapped = Number.parseInt(`${bits.at(-1)}${bits.slice(1, -1)}${bits.at(0)}`, 2);
  return ((swapped ^ magic) + 1) % 256;
});

export const scrambled = (byte: number): number => table[byte & 0xff] ?? 0;
export const unscrambled = (byte: number): number => table.indexOf(byte & 0xff);
