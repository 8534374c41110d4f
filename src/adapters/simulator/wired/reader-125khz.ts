// A 125 kHz reader, as it speaks on its serial line: it repeats the frame of the card that lies on it, every tenth of a
// second, until the card is taken away. It hears nothing.

export type Simulated125khz = {
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  step(nowMs: number): void;
  /** Lays a card on it: ten hexadecimal digits. */
  hold(digits: string): void;
  take(): void;
  /** Says these bytes, as noise on the line does. */
  say(bytes: Uint8Array): void;
};

const models = ['rdm6300', 'id-12', 'rf125-ps', '7941e'] as const;
type Model = (typeof models)[number];

const everyMs = 100;

export function simulate125khz(model: Model): Simulated125khz {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let card: string | null = null;
  let saidMs = Number.NEGATIVE_INFINITY;
  const say = (bytes: Uint8Array): void => {
    for (const listener of listeners) listener(bytes);
  };
  return {
    attach(listener) {
      listeners.add(listener);
      return { write: () => {}, detach: () => void listeners.delete(listener) };
    },
    step(nowMs) {
      if (card === null || nowMs - saidMs < everyMs) return;
      saidMs = nowMs;
      say(frames[model](Buffer.from(card, 'hex')));
    },
    hold: (digits) => {
      card = digits;
    },
    take: () => {
      card = null;
    },
    say,
  };
}

const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);
const hexText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const asciiFrame = (number: Uint8Array, end: string): Uint8Array =>
  Buffer.from(`\x02${hexText(number)}${hexText(Uint8Array.of(xor(number)))}${end}`, 'latin1');

const frames: Readonly<Record<Model, (number: Uint8Array) => Uint8Array>> = {
  rdm6300: (number) => asciiFrame(number, '\x03'),
  'id-12': (number) => asciiFrame(number, '\r\n\x03'),
  'rf125-ps': (number) => Uint8Array.of(2, ...Buffer.from(hexText(number), 'latin1'), xor(number), 3),
  '7941e': (number) => {
    const counted = [number.length + 5, 2, ...number];
    return Uint8Array.of(2, ...counted, xor(Uint8Array.from(counted)), 3);
  },
};
