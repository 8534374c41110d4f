// Ids. Outer ids (machines, readers, switches, pools, certificates) are chosen by people and match `idPattern`;
// inner ids (sessions, badges, entries' boots) come from `newId`: 26 characters, sortable by time, unique anywhere,
// so that journals of several gateways can be merged without renaming.

/** Ids that people choose: in file, topic and URL alike. */
const idPattern = /^[a-z0-9-]{1,64}$/;

export const isId = (text: string): boolean => idPattern.test(text);

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new inner id: 48 bits of time and 80 bits of chance in lower-case Crockford base 32 (the layout of a ULID).
 * @param nowMs wall clock, milliseconds since 1970
 * @param chance exactly 10 random bytes
 */
export function newId(nowMs: number, chance: Uint8Array): string {
  if (chance.length !== 10) throw new RangeError('newId needs exactly 10 random bytes');
  return timeDigits(Math.trunc(nowMs)) + chanceDigits(chance);
}

/** 48 bits in ten digits of five bits. */
function timeDigits(nowMs: number): string {
  let digits = '';
  let rest = nowMs;
  for (let i = 0; i < 10; i++) {
    digits = alphabet.charAt(rest % 32) + digits;
    rest = Math.floor(rest / 32);
  }
  return digits;
}

/** 80 bits in sixteen digits of five bits. */
function chanceDigits(chance: Uint8Array): string {
  let digits = '';
  let held = 0;
  let bits = 0;
  for (const byte of chance) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) digits += alphabet.charAt((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return digits;
}
