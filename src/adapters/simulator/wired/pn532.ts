// A PN532 on its serial line, as NXP's manual UM0701-02 has it: it sleeps until it is waken, acknowledges each command and
// answers it, and tells of a card only when it is asked for one.

export type SimulatedPn532 = {
  attach(listener: (bytes: Uint8Array) => void): { write(bytes: Uint8Array): void; detach(): void };
  step(nowMs: number): void;
  /** Lays a card on it: 4, 7 or 10 bytes as hexadecimal digits. */
  hold(uid: string): void;
  take(): void;
  /** It takes commands and says nothing. */
  mute(isMute: boolean): void;
  /** How often it was asked for a card. */
  polls(): number;
};

const ack = Uint8Array.of(0, 0, 0xff, 0, 0xff, 0);
const keptBytes = 512;

export function simulatePn532(): SimulatedPn532 {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let uid: Uint8Array | null = null;
  let isMute = false;
  let isAwake = false;
  let polls = 0;
  let kept = Buffer.alloc(0);

  const say = (bytes: Uint8Array): void => {
    for (const listener of listeners) listener(bytes);
  };
  const answer = (code: number): readonly number[] | null => {
    switch (code) {
      case 0x02:
        return [0x32, 1, 6, 7];
      case 0x14:
      case 0x32:
        return [];
      case 0x4a: {
        polls += 1;
        // One target, SENS_RES, SEL_RES, the length of its number, its number.
        return uid ? [1, 1, 0, uid.length === 4 ? 4 : 0x44, 0x08, uid.length, ...uid] : [0];
      }
      case 0x52:
        return [0];
      default:
        return null;
    }
  };
  const take = (body: Uint8Array): void => {
    const [side, code = 0] = body;
    if (side !== 0xd4 || isMute || !isAwake) return;
    const data = answer(code);
    say(ack);
    say(data ? frame([0xd5, code + 1, ...data]) : Uint8Array.of(0, 0, 0xff, 1, 0xff, 0x7f, 0x81, 0));
  };

  return {
    attach(listener) {
      listeners.add(listener);
      return {
        write: (bytes) => {
          kept = Buffer.concat([kept, bytes]).subarray(-keptBytes);
          if (kept.includes(0x55)) isAwake = true;
          for (let body = nextBody(kept); body; body = nextBody(kept)) {
            kept = kept.subarray(body.end);
            if (body.bytes) take(body.bytes);
          }
        },
        detach: () => void listeners.delete(listener),
      };
    },
    step: () => {},
    hold: (digits) => {
      uid = Buffer.from(digits, 'hex');
    },
    take: () => {
      uid = null;
    },
    mute: (now) => {
      isMute = now;
    },
    polls: () => polls,
  };
}

/** The next whole command; without `bytes` when its sums are wrong. */
function nextBody(stream: Buffer): { readonly end: number; readonly bytes: Uint8Array | null } | null {
  const start = stream.indexOf(Uint8Array.of(0, 0, 0xff));
  const [length, check] = start === -1 ? [] : stream.subarray(start + 3);
  if (length === undefined || check === undefined) return null;
  if (((length + check) & 0xff) !== 0) return { end: start + 3, bytes: null };
  const end = start + 5 + length + 2;
  if (stream.length < end) return null;
  const bytes = stream.subarray(start + 5, end - 2);
  const isRight = (bytes.reduce((sum, byte) => sum + byte, stream[end - 2] ?? 0) & 0xff) === 0;
  return { end, bytes: isRight ? Uint8Array.from(bytes) : null };
}

function frame(body: readonly number[]): Uint8Array {
  const sum = body.reduce((total, byte) => total + byte, 0);
  return Uint8Array.of(0, 0, 0xff, body.length, -body.length & 0xff, ...body, -sum & 0xff, 0);
}
