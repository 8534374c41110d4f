// How sure a machine wants to be of who taps: a card's number can be copied, a PIN can be looked over, a tag that proves
// itself (SUN) can be lost. The tries of a PIN are counted per member, whatever the reader, and outlive restarts.

import type { PinTries, State } from '../journal/state.ts';
import { hourMs, type Stamp } from '../time.ts';

/** From the least to the most. */
export const levels = ['uid', 'pin', 'sun', 'sun+pin'] as const;
export type Level = (typeof levels)[number];

/** What a tap must bring; `isProven`: its badge has proved that it is no copy, which is worth more than a PIN. */
export function neededFor(
  level: Level,
  isProven: boolean,
): { readonly proof: boolean; readonly pin: boolean } {
  return {
    proof: level === 'sun' || level === 'sun+pin',
    pin: level === 'sun+pin' || (level === 'pin' && !isProven),
  };
}

/**
 * What came of the PIN of a tap, found out before the tap is decided. `unset`: the member has none; `unchecked`: too many
 * are being checked at once.
 */
export type PinCheck = 'none' | 'right' | 'wrong' | 'unset' | 'unchecked';

/** So many wrong ones after each other lock a PIN. */
const pinTryLimit = 5;
const lockMs = 24 * hourMs;

/** Whether no PIN of this member is believed now. Without a clock that was set, a lock does not end by itself (invariant 4). */
export function isPinLocked(
  state: Pick<State, 'pinTries' | 'synchronised'>,
  member: string,
  stamp: Pick<Stamp, 'atMs'>,
): boolean {
  const tries = state.pinTries.get(member);
  if (tries === undefined || tries.wrong < pinTryLimit) return false;
  return !state.synchronised || stamp.atMs - tries.lastAtMs < lockMs;
}

/** The count after one more wrong PIN; a lock that was over begins anew. */
export const oneMoreWrong = (tries: PinTries | undefined, atMs: number): PinTries => ({
  wrong: tries === undefined || tries.wrong >= pinTryLimit ? 1 : tries.wrong + 1,
  lastAtMs: atMs,
});

/** Four to eight digits; what a keypad sends. */
export const isPin = (text: string): boolean => /^[0-9]{4,8}$/.test(text);
