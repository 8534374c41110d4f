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
  let bits = BigInt(Math.trunc(nowMs));
  for (const byte of chance) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let i = 0; i < 26; i++) {
    id = alphabet.charAt(Number(bits & 31n)) + id;
    bits >>= 5n;
  }
  return id;
}
