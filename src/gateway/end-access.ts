// Carries out the end of access: when the table says that a finishing session is due, the controller is told; what
// came back is the next entry, and only then power goes (invariant 9: controller first, power last).

import { isEndDue } from '../domain/access/end-of-access.ts';
import type { Session } from '../domain/journal/state.ts';
import type { Committer } from './commit.ts';
import type { Controllers, Log } from './ports.ts';

export type EndAccess = {
  readonly committer: Committer;
  readonly controllers: Controllers;
  readonly log: Log;
};

/** @returns looks for sessions that are due and ends their access; safe to call at any time */
export function createEndAccess(box: EndAccess): () => void {
  // Sessions whose controller is being asked; at most one per machine.
  const underway = new Set<string>();

  const end = async (session: Session): Promise<void> => {
    const { machine } = session;
    if (!session.accessEnding) {
      const begun = { session: session.session, machine };
      await box.committer.commit([{ type: 'access-ending', data: begun }]);
    }
    const outcome = await box.controllers.endAccess(machine);
    if (outcome !== 'confirmed' && outcome !== 'not-needed') {
      box.log.warn(
        { machine, outcome },
        'the controller did not confirm the end of access; power goes off all the same',
      );
    }
    const now = box.committer.tentative().sessions.get(machine);
    if (now?.session !== session.session || now.phase !== 'finishing') return;
    const data = { session: session.session, machine, outcome };
    await box.committer.commit([{ type: 'access-ended', data }]);
  };

  return () => {
    const state = box.committer.durable();
    const stamp = box.committer.stamp();
    for (const session of state.sessions.values()) {
      if (underway.has(session.session) || !isEndDue(state, session, stamp)) continue;
      underway.add(session.session);
      end(session)
        .catch((fault: unknown) =>
          box.log.error({ machine: session.machine, fault }, 'access could not be ended; trying again'),
        )
        .finally(() => underway.delete(session.session));
    }
  };
}
