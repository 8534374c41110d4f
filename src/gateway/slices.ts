// Long work in slices: whoever computes for long asks after each small piece whether its slice is over, and then lets all else
// that waits go first. A tap never waits for more than a slice and the piece that is under way.

import type { Clock } from './ports.ts';

export type Slicing = {
  readonly clock: Pick<Clock, 'monoMs'>;
  /** Lets all else go on that waits; left out, the work is done in one piece. */
  readonly pause?: () => Promise<void>;
};

/** So long at a time, then all else comes first. */
const sliceMs = 8;

/** To be asked after each small piece of work; null while its slice is not over. */
export function createSlices({ clock, pause }: Slicing): () => Promise<void> | null {
  if (!pause) return () => null;
  let beganMs = clock.monoMs();
  return () => {
    if (clock.monoMs() - beganMs < sliceMs) return null;
    return pause().then(() => {
      beganMs = clock.monoMs();
    });
  };
}

/** Goes through steps to their end, and tells what each of them says. */
export async function inSlices<Step, Result>(
  box: Slicing,
  steps: Generator<Step, Result>,
  tell: (step: Step) => void = () => undefined,
): Promise<Result> {
  const slice = createSlices(box);
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    tell(next.value);
    const paused = slice();
    if (paused) await paused;
  }
}
