// A countdown in whole seconds: the one that has begun still shows, and it ends at nought.

export function secondsLeft(untilMonoMs: number, nowMonoMs: number): number {
  return Math.max(0, Math.ceil((untilMonoMs - nowMonoMs) / 1000));
}
