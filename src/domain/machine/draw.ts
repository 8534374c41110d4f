// Whether a machine without a controller works, by the watts that its switch measures: `low` is as good as idle. Between
// the two limits the last word holds, so that a draw at the edge does not flap; unmeasured is unknown (invariant 7).

export type Draw = 'low' | 'some' | 'unknown';

/** It counts as working again only this much above the limit. */
const marginPart = 0.2;
const marginLeastW = 2;

export function drawOf({
  powerW,
  belowW,
  before,
}: {
  readonly powerW: number;
  readonly belowW: number;
  readonly before: Draw;
}): Draw {
  if (powerW < belowW) return 'low';
  const isClearly = powerW >= belowW + Math.max(marginLeastW, belowW * marginPart);
  return before === 'low' && !isClearly ? 'low' : 'some';
}
