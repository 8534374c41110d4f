// What a start writes: the boot itself, then the open segments closed at the last sign of life of the boot before.
// Sessions go on; the time between is a recorded, unbilled gap (invariant 4).

import type { EntryBody, GatewayBooted } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { closeSegment } from '../usage/close-segment.ts';

export function decideBoot(state: State, boot: GatewayBooted): readonly EntryBody[] {
  // A sign of life of an older boot says nothing here; the last entry does as well.
  const last = boot.last?.boot === state.boot ? boot.last : null;
  const until = {
    atMs: Math.max(state.lastAtMs, last?.atMs ?? 0),
    monoMs: Math.max(state.lastMonoMs, last?.monoMs ?? 0),
  };
  const bodies: EntryBody[] = [{ type: 'gateway-booted', data: boot }];
  for (const session of state.sessions.values()) {
    const data = closeSegment(state, session, { why: 'restart', until });
    if (data) bodies.push({ type: 'segment-closed', data });
  }
  return bodies;
}
