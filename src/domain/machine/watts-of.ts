// What flows, from a meter that tells watts only when they change: some say nothing but their total from minute to
// minute while the draw is steady, for instance through a contact that is welded.

/** What a meter told last; monotonic. */
export type Metered = {
  readonly monoMs: number;
  /** Since when the watts hold: now, or over the time in which the total grew. */
  readonly fromMonoMs: number;
  /** Null while it only told its total once. */
  readonly powerW: number | null;
  readonly energyWh: { readonly total: number; readonly monoMs: number } | null;
};

export type MeterWords = {
  readonly powerW: number | null;
  readonly energyWh: number | null;
  readonly monoMs: number;
};

/** Totals are rounded: over less than this their difference says little. */
const leastMs = 20_000;
const msPerHour = 3_600_000;

/** Null when the meter said nothing. */
export function wattsOf(before: Metered | null, said: MeterWords): Metered | null {
  const { powerW, energyWh: total, monoMs } = said;
  if (powerW === null && total === null) return null;
  const first = before?.energyWh ?? null;
  const energyWh = total === null ? first : { total, monoMs };
  if (powerW !== null) return { monoMs, fromMonoMs: monoMs, powerW, energyWh };
  const kept = { monoMs, fromMonoMs: before?.fromMonoMs ?? monoMs, powerW: before?.powerW ?? null };
  // A total that went back began anew.
  if (total === null || first === null || total < first.total) return { ...kept, energyWh };
  const lastedMs = monoMs - first.monoMs;
  if (lastedMs < leastMs) return { ...kept, energyWh: first };
  // Watts that were told within this time are nearer to the truth than a mean over before and after.
  if (kept.powerW !== null && first.monoMs < kept.fromMonoMs) return { ...kept, energyWh };
  return {
    monoMs,
    fromMonoMs: first.monoMs,
    powerW: ((total - first.total) * msPerHour) / lastedMs,
    energyWh,
  };
}
