// What is asked of a Modbus board and what it answers, apart from how it is carried. Source: MODBUS Application Protocol
// Specification V1.1b3, 6.1 (read coils), 6.5 (write single coil), 7 (exceptions).

/** `write`: function 05. `read`: function 01, one coil. */
export type CoilAsk =
  | { readonly kind: 'write'; readonly coil: number; readonly on: boolean }
  | { readonly kind: 'read'; readonly coil: number };

export type CoilAnswer =
  | { readonly kind: 'written' }
  | { readonly kind: 'read'; readonly on: boolean }
  | { readonly kind: 'exception'; readonly exception: number }
  /** It answers, but not what was asked. */
  | { readonly kind: 'nonsense' };

const readCoils = 0x01;
const writeCoil = 0x05;
/** Set in the function of an answer that is an exception. */
const exceptionBit = 0x80;

export function askPdu(ask: CoilAsk): Uint8Array {
  const [high, low] = [ask.coil >> 8, ask.coil & 0xff];
  if (ask.kind === 'read') return Uint8Array.of(readCoils, high, low, 0, 1);
  // 0xFF00 is on and 0x0000 is off; everything else is illegal.
  return Uint8Array.of(writeCoil, high, low, ask.on ? 0xff : 0, 0);
}

/** The bytes of an answer that begins with this function; null when no answer to us does. */
export function answerLength(first: number): number | null {
  if (first === readCoils) return 3;
  if (first === writeCoil) return 5;
  return first === (readCoils | exceptionBit) || first === (writeCoil | exceptionBit) ? 2 : null;
}

export function readAnswer(ask: CoilAsk, pdu: Uint8Array): CoilAnswer {
  const asked = askPdu(ask);
  const [first = 0, second = 0, third = 0] = pdu;
  if (pdu.length !== answerLength(first)) return { kind: 'nonsense' };
  if (first === ((asked[0] ?? 0) | exceptionBit)) return { kind: 'exception', exception: second };
  if (first !== asked[0]) return { kind: 'nonsense' };
  if (ask.kind === 'write')
    return asked.every((byte, at) => byte === pdu[at]) ? { kind: 'written' } : { kind: 'nonsense' };
  // One byte of coils, in which only the lowest bit is ours.
  return second === 1 ? { kind: 'read', on: (third & 1) === 1 } : { kind: 'nonsense' };
}

/** What an exception means, and what helps. */
export function exceptionText(exception: number): string {
  return exceptions.get(exception) ?? `exception ${exception}; see the manual of the board`;
}

const exceptions: ReadonlyMap<number, string> = new Map([
  [1, 'it does not know this function (exception 1); the board must have coils, function 05 and 01'],
  [2, 'it has no such coil (exception 2); correct "coil", which counts from 0'],
  [3, 'it does not accept this value (exception 3); see the manual of the board'],
  [4, 'it has failed (exception 4); switch the board off and on, or replace it'],
  [5, 'it needs longer (exception 5); see the manual of the board'],
  [6, 'it is busy (exception 6); another program may be talking to it'],
  [8, 'its memory is damaged (exception 8); replace the board'],
  [10, 'the way to the board is not set up (exception 10); see the settings of the Modbus gateway'],
  [11, 'the board behind the Modbus gateway does not answer (exception 11); check its power and "unit"'],
]);
