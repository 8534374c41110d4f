// The last ten minutes of each card's reading, oldest first. Bounded per machine: the oldest is dropped for the newest.

/** One value, or mean, least and greatest of the values of a short time. */
export type Sample = {
  readonly atMs: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
};

export type Samples = {
  /** Adds one sample of now. Times that go back are dropped: a chart reads from left to right. */
  add(machine: string, sample: Sample): void;
  /** Takes what the diary knows; of what was heard live, only the newer samples stay. */
  fill(machine: string, history: readonly Sample[]): void;
  of(machine: string): readonly Sample[];
  /** How many samples were dropped for want of room or order. */
  dropped(): number;
};

export const keepMs = 10 * 60_000;
/** Four a second for ten minutes. */
const limit = 2_400;

export function createSamples(): Samples {
  const byMachine = new Map<string, Sample[]>();
  let dropped = 0;

  function trim(samples: Sample[]): Sample[] {
    const newest = samples.at(-1)?.atMs ?? 0;
    const old = Math.max(
      0,
      samples.findIndex((sample) => sample.atMs >= newest - keepMs),
    );
    const excess = Math.max(0, samples.length - limit);
    if (excess > old) dropped += excess - old;
    const cut = Math.max(old, excess);
    if (cut > 0) samples.splice(0, cut);
    return samples;
  }

  return {
    add(machine, sample) {
      const samples = byMachine.get(machine) ?? [];
      const last = samples.at(-1);
      if (!Number.isFinite(sample.mean) || !(last === undefined || sample.atMs > last.atMs)) {
        dropped += 1;
        return;
      }
      samples.push(sample);
      byMachine.set(machine, trim(samples));
    },
    fill(machine, history) {
      const lastMs = history.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
      const newer = (byMachine.get(machine) ?? []).filter((sample) => sample.atMs > lastMs);
      byMachine.set(machine, trim([...history, ...newer]));
    },
    of: (machine) => byMachine.get(machine) ?? [],
    dropped: () => dropped,
  };
}

/** A live value as a sample. */
export function sampleOf(at: string, value: number): Sample {
  return { atMs: Date.parse(at), mean: value, min: value, max: value };
}
