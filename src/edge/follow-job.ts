// Edges of jobs out of what a controller says of them, each once. End states linger: FINISH, FAILED and their like are
// an end only when the job was under way before, or when we come to know the machine and the journal has one open.

import type { MachineReport } from '../gateway/gateway.ts';
import type { JobSeen } from './talk.ts';

type Edge = NonNullable<MachineReport['job']>;

export type JobKnown = {
  /** Unknown until the first word of a job in this connection. */
  readonly state: JobSeen['state'];
  readonly id: string | null;
};

export const jobUnknown: JobKnown = { state: 'unknown', id: null };

const started: Edge = { event: 'started' };
const ended = (result: Extract<JobSeen, { state: 'over' }>['result']): Edge => ({ event: 'ended', result });

/**
 * What happened between the two, in order: at most an end and a start. After a silence a job that is under way is taken
 * over (`started`, which the journal knows already if it is the same), and one that is not any more has ended with a
 * result that nobody saw.
 */
export function followJob(before: JobKnown, now: JobSeen): { known: JobKnown; edges: readonly Edge[] } {
  if (now.state === 'unknown') return { known: before, edges: [] };
  const id = 'id' in now ? now.id : null;
  const known = { state: now.state, id };
  const another = id !== null && before.id !== null && id !== before.id;
  if (now.state === 'under-way') {
    if (before.state !== 'under-way') return { known, edges: [started] };
    // One whose id we did not know yet is the same one.
    if (!another) return { known: { state: now.state, id: id ?? before.id }, edges: [] };
    return { known, edges: [ended('unknown'), started] };
  }
  if (before.state === 'unknown') return { known, edges: [ended('unknown')] };
  if (before.state !== 'under-way') return { known, edges: [] };
  return { known, edges: [ended(now.state === 'over' && !another ? now.result : 'unknown')] };
}
