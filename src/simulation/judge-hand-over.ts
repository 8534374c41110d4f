// The judge of hand-overs (invariant 4): the last part of the one session ends at the instant at which the other begins, on
// the same machine, so that no millisecond is billed to both, or to nobody.

import type { Entry, SegmentClosed } from '../domain/journal/entry.ts';
import { must } from './broken.ts';
import type { Invariant } from './watch.ts';

export const handOversMeet: Invariant['judge'] = ({ shadow }) => {
  let before: (Entry & { readonly type: 'segment-closed' }) | null = null;
  /** Session → when it took over, until its first part is closed. */
  const tookOverAtMs = new Map<string, number>();

  const first = ({ session, index, sessionFromMs, fromMs }: SegmentClosed): void => {
    const atMs = tookOverAtMs.get(session);
    if (atMs === undefined) return;
    tookOverAtMs.delete(session);
    const meets = index === 0 && fromMs === atMs && sessionFromMs === atMs;
    must(
      meets,
      '4 hand-over',
      () => `${session} took over at ${atMs} and its first part begins at ${fromMs}`,
    );
  };
  return {
    entry(entry) {
      if (entry.type === 'segment-closed') first(entry.data);
      if (entry.type === 'session-handed-over') {
        const { from, to, machine } = entry.data;
        tookOverAtMs.set(to, entry.atMs);
        const part = before?.data;
        const meets = part?.session === from && before?.atMs === entry.atMs && before.monoMs === entry.monoMs;
        must(meets, '4 hand-over', () => `entry ${entry.seq}: the last part of ${from} does not end there`);
        const isHeld = shadow.sessions.get(machine)?.session === from;
        must(isHeld, '4 hand-over', () => `entry ${entry.seq}: ${from} did not hold ${machine}`);
      }
      before = entry.type === 'segment-closed' ? entry : null;
    },
  };
};
