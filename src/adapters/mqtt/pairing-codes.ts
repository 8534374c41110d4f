// One-time codes with which a device that nobody has described comes in to be looked at. A code opens once, for ten
// minutes; it is compared in constant time, and whoever guesses is soon not listened to any more.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Chance, Clock, Meters } from '../../gateway/ports.ts';

export type PairingCode = {
  /** Two groups of five, as `7K3QX-0M9RZ`. */
  readonly code: string;
  /** Wall clock, milliseconds since 1970. */
  readonly expiresAtMs: number;
};

export type PairingCodes = {
  /** Null while as many are open as may be. */
  open(): PairingCode | null;
  /** Whether that is an open code; from then on it is none. */
  redeem(attempt: { readonly said: Uint8Array | undefined; readonly address: string }): boolean;
};

export type PairingOptions = { readonly chance: Chance; readonly clock: Clock; readonly meters: Meters };

const validMs = 10 * 60_000;
const mostOpen = 16;

/** Wrong ones of one address within a minute; after that not even the right one is looked at until the minute is over. */
const mostWrong = 5;
const wrongWindowMs = 60_000;
/** So many addresses are remembered; the one that was wrong first is forgotten first. */
const mostAddresses = 256;

export function createPairingCodes({ chance, clock, meters }: PairingOptions): PairingCodes {
  /** Code without its hyphen → until when, monotonic. */
  const codes = new Map<string, number>();
  const wrong = new Map<string, { sinceMs: number; count: number }>();

  const forgetOld = (nowMs: number): void => {
    for (const [code, untilMs] of codes) if (untilMs <= nowMs) codes.delete(code);
    for (const [address, { sinceMs }] of wrong) if (nowMs - sinceMs >= wrongWindowMs) wrong.delete(address);
  };

  const noteWrong = (address: string, nowMs: number): void => {
    const before = wrong.get(address);
    if (before) before.count += 1;
    else wrong.set(address, { sinceMs: nowMs, count: 1 });
    if (wrong.size <= mostAddresses) return;
    const [first] = wrong.keys();
    if (first !== undefined) wrong.delete(first);
    meters.count('mqtt_pairing_addresses_dropped_total');
  };

  return {
    open() {
      const nowMs = clock.monoMs();
      forgetOld(nowMs);
      if (codes.size >= mostOpen) return null;
      const letters = newCode(chance);
      codes.set(letters, nowMs + validMs);
      const code = `${letters.slice(0, groupLength)}-${letters.slice(groupLength)}`;
      return { code, expiresAtMs: clock.wallMs() + validMs };
    },
    redeem({ said, address }) {
      const nowMs = clock.monoMs();
      forgetOld(nowMs);
      if ((wrong.get(address)?.count ?? 0) >= mostWrong) return false;
      const typed = digest(asTyped(said));
      // All are compared, whichever it is.
      const found = [...codes.keys()].filter((code) => timingSafeEqual(digest(code), typed));
      for (const code of found) codes.delete(code);
      if (found.length === 0) noteWrong(address, nowMs);
      return found.length > 0;
    },
  };
}

/** Crockford's base 32: without I, L, O and U, which people misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/** Fifty bits; 256 is a multiple of 32, so each letter is as likely as any other. */
const newCode = (chance: Chance): string =>
  Array.from(chance.bytes(2 * groupLength), (byte) => alphabet[byte % alphabet.length]).join('');

/** Longer texts are no code, however they are read. */
const mostTypedBytes = 40;

/** As people type: small letters, blanks, and the letters that are none of the alphabet. */
function asTyped(said: Uint8Array | undefined): string {
  const text = Buffer.from(said?.subarray(0, mostTypedBytes) ?? []).toString('latin1');
  return text.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
