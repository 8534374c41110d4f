// Asks the diary for a stretch of readings, as samples.

import { type Answer, client } from '../client.ts';
import { keepMs, type Sample } from '../live/samples.ts';
import { nowMs, samples } from '../store.ts';

export type Stretch = { readonly machine: string; readonly name: string; readonly spanMs: number };

/** What the diary knows of the last `spanMs`. */
export async function loadReadings({ machine, name, spanMs }: Stretch): Promise<Answer<readonly Sample[]>> {
  const toMs = nowMs.value;
  const answer = await client.readings({ machine, name, fromMs: toMs - spanMs, toMs });
  if (!answer.ok) return answer;
  const value = answer.value.samples.map(({ at, mean, min, max }) => ({
    atMs: Date.parse(at),
    mean,
    min,
    max,
  }));
  return { ok: true, value };
}

/** Fills the live chart of a machine; when that fails, the chart begins with what is heard from now on. */
export async function loadRecent(machine: string, name: string): Promise<void> {
  const answer = await loadReadings({ machine, name, spanMs: keepMs });
  if (answer.ok) samples.fill(machine, answer.value);
}
