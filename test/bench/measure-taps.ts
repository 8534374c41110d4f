// Taps at a steady beat, and how long each grant took from the tap to the order at the switch.

import { type Beat, pace, wait } from './pace.ts';
import type { Stations } from './stations.ts';

/** For what is still on its way at the end of a turn: at least, and at most while some answers are missing. */
const settleMs = 200;
const mostSettleMs = 3_000;

/** Taps that come to nothing are lost samples; more than this share means that something else was measured. */
const lostShare = 0.02;

/** Milliseconds of each grant; every second tap ends a session. */
export async function measureTaps(stations: Stations, beat: Beat): Promise<readonly number[]> {
  stations.take();
  await pace(beat, stations.tapNext);
  await wait(settleMs);
  for (let waitedMs = settleMs; waitedMs < mostSettleMs && stations.unanswered() > 0; waitedMs += settleMs)
    await wait(settleMs);
  const { grantsMs, taps, refused, unanswered } = stations.take();
  if (refused + unanswered > Math.max(1, taps * lostShare)) {
    throw new Error(
      `of ${taps} taps ${refused} were refused and ${unanswered} not answered; too many to measure`,
    );
  }
  return grantsMs;
}
