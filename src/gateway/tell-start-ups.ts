// Tells screens and topics when a controller should have answered by now: a machine that was shown as starting with its
// session is then shown as what it is, also if nothing else happens.

import { startUpMs } from '../domain/machine/shown.ts';
import { type Announce, announce } from './announce.ts';
import type { Change } from './gateway.ts';

export type TellStartUps = Announce & {
  readonly emit: (change: Change) => void;
};

/** @returns looks at the sessions; to be called at each tick */
export function createTellStartUps(box: TellStartUps): () => void {
  const { committer, emit } = box;
  // Sessions younger than that when last seen; at most one per machine.
  let young = new Set<string>();
  return () => {
    const { atMs } = committer.stamp();
    const now = new Set<string>();
    for (const { session, machine, startedAtMs } of committer.durable().sessions.values()) {
      if (atMs - startedAtMs < startUpMs) now.add(session);
      else if (young.has(session)) {
        announce(box, machine);
        emit({ kind: 'machine', machine });
      }
    }
    young = now;
  };
}
