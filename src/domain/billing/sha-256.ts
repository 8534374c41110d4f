// SHA-256 (FIPS 180-4) of a text in UTF-8, hex: the domain imports nothing, and a name for a tariff must be the same on
// any runtime. For names alone; secrets and the journal use the runtime's own.

const roundWords = fractions(64, (n) => n ** (1 / 3));
const firstState = fractions(8, Math.sqrt);

export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text));
  const state = Uint32Array.from(firstState);
  const schedule = new Uint32Array(64);
  for (let at = 0; at < bytes.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = bytes.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++) schedule[i] = expanded(schedule, i);
    compress(state, schedule);
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function padded(message: Uint8Array): DataView {
  const size = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(size);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(size - 8, BigInt(message.length) * 8n);
  return view;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function expanded(w: Uint32Array, i: number): number {
  const [a = 0, b = 0] = [w[i - 15], w[i - 2]];
  const small = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
  const large = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
  return ((w[i - 16] ?? 0) + small + (w[i - 7] ?? 0) + large) | 0;
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const large = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + large + choice + (roundWords[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] ?? 0) + word;
  });
}

/** The first 32 bits behind the point of a root of each of the first primes. */
function fractions(count: number, root: (prime: number) => number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (!isPrime(n)) continue;
    const exact = root(n);
    found.push(((exact - Math.floor(exact)) * 2 ** 32) >>> 0);
  }
  return found;
}

function isPrime(n: number): boolean {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
}
