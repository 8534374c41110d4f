// What a stretch of use drew, and how well that is known: never below zero, never a guess that looks like a figure, and
// unknown is not zero (invariant 7). Stretches that follow each other add up to what the meter told (invariant 5).

import type { SegmentEnergy } from '../journal/entry.ts';
import { type EnergyMeter, passTo, settle } from './energy-meter.ts';

/** How far a meter was at one moment. */
export type EnergyMark = {
  readonly monoMs: number;
  readonly mwh: number;
  readonly meteredMs: number;
  readonly reckonedMs: number;
  /** Time before the mark that only the next total will tell of. */
  readonly pendingMs: number;
};

/** A stretch is metered when no more than this of it is not, or no more than a twentieth. */
const slackMs = 15_000;

/** @param goesOn the same use goes on: what is not yet told by a total then belongs to its next stretch */
export function markEnergy(
  meter: EnergyMeter,
  { monoMs, goesOn }: { monoMs: number; goesOn: boolean },
): EnergyMark {
  passTo(meter, monoMs);
  if (!goesOn) settle(meter);
  const { sums, pending } = meter;
  return { ...sums, monoMs, pendingMs: pending.reckonedMs + pending.blindMs };
}

/** What was drawn between two marks of one meter. */
export function energyBetween(from: EnergyMark, to: EnergyMark): SegmentEnergy {
  const lengthMs = to.monoMs + from.pendingMs - from.monoMs - to.pendingMs;
  const meteredMs = to.meteredMs - from.meteredMs;
  const reckonedMs = to.reckonedMs - from.reckonedMs;
  // Whole units on both sides, so that the rest of one stretch is in the next.
  const mwh = Math.floor(to.mwh) - Math.floor(from.mwh);
  const unmeasuredMs = Math.max(0, Math.round(lengthMs - meteredMs - reckonedMs));
  return { mwh, how: howOf({ lengthMs, meteredMs, reckonedMs, mwh }), unmeasuredMs };
}

type Known = {
  readonly lengthMs: number;
  readonly meteredMs: number;
  readonly reckonedMs: number;
  readonly mwh: number;
};

function howOf({ lengthMs, meteredMs, reckonedMs, mwh }: Known): SegmentEnergy['how'] {
  const isSlack = (ms: number): boolean => ms <= Math.max(slackMs, lengthMs / 20);
  if (lengthMs <= 0 || (meteredMs > 0 && isSlack(lengthMs - meteredMs))) return 'metered';
  if (meteredMs <= 0 && reckonedMs <= 0 && mwh === 0) return 'unmeasured';
  return meteredMs <= 0 && isSlack(lengthMs - reckonedMs) ? 'estimated' : 'partly';
}

/** Of a stretch that a meter should have told of and did not. */
export const unmeasured = (lengthMs: number): SegmentEnergy => ({
  mwh: 0,
  how: 'unmeasured',
  unmeasuredMs: Math.max(0, Math.round(lengthMs)),
});

/** A part of a use; a segment without energy had no meter, or was written before energy was. */
export type EnergyPart = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly energy?: SegmentEnergy | undefined;
};

/** The energy of a whole use; null where none of its parts has any. */
export function addEnergy(parts: readonly EnergyPart[]): SegmentEnergy | null {
  if (parts.every(({ energy }) => energy === undefined)) return null;
  const known = parts.map(({ fromMs, toMs, energy }) => ({
    lengthMs: Math.max(0, toMs - fromMs),
    ...(energy ?? unmeasured(toMs - fromMs)),
  }));
  const lengthMs = sum(known.map((part) => part.lengthMs));
  const lackingMs = sum(known.map((part) => (part.how === 'metered' ? 0 : part.lengthMs)));
  const hows = new Set(known.map(({ how }) => how));
  const isMetered = hows.has('metered') && lackingMs <= Math.max(slackMs, lengthMs / 20);
  const [only = 'partly'] = hows;
  return {
    mwh: sum(known.map(({ mwh }) => mwh)),
    how: isMetered ? 'metered' : hows.size === 1 ? only : 'partly',
    unmeasuredMs: sum(known.map(({ unmeasuredMs }) => unmeasuredMs)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
