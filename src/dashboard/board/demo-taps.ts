// Taps with the demo's badges, and which machine each reader was last asked for from this screen.

import type { Problem } from '../../contract/people.ts';
import { client, type DemoTap } from '../client.ts';
import { hear } from '../live/live-state.ts';
import { live } from '../store.ts';

/** Reader id → machine id; as many as the demo has readers. */
export const lastTapped = new Map<string, string>();

/** Taps a badge. The answer also comes as a live event; both say the same. */
export async function tapDemoBadge(tap: DemoTap): Promise<Problem | null> {
  if (tap.machine !== null) lastTapped.set(tap.reader, tap.machine);
  const answer = await client.demoTap(tap);
  if (!answer.ok) return answer.problem;
  live.value = hear(live.value, { event: 'answer', data: answer.value }, performance.now());
  return null;
}
