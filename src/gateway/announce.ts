// Tells everyone what state a machine is in, by its retained topic; a member's name only if they chose to be shown.

import { shownAt } from '../domain/access/shown-at.ts';
import type { State } from '../domain/journal/state.ts';
import { interlockOf } from '../domain/machine/interlock.ts';
import { machineById, modeOf, powerAt } from '../domain/machine/lookup.ts';
import type { Announcer, MachineNotice } from './announcer.ts';
import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';
import { waitingIn } from './queues.ts';

export type Announce = {
  readonly committer: Pick<Committer, 'durable' | 'stamp'>;
  readonly people: Pick<PeopleIndex, 'byMember'>;
  readonly announcer: Announcer;
};

/** As it now is; what is said already is not said again. */
export function announce({ committer, people, announcer }: Announce, machine: string): void {
  const { atMs } = committer.stamp();
  announcer.announce(machine, machineNotice({ state: committer.durable(), people, atMs }, machine));
}

type Known = Pick<Announce, 'people'> & { readonly state: State; readonly atMs: number };

export function machineNotice({ state, people, atMs }: Known, machine: string): MachineNotice {
  const seen = state.machines.get(machine);
  const session = state.sessions.get(machine);
  const shown = session !== undefined && state.members.get(session.member)?.shown === true;
  return {
    link: seen?.link ?? 'never',
    activity: seen?.activity ?? 'unknown',
    mode: modeOf(state, machine),
    interlock: interlockOf({ held: session?.phase ?? 'none', power: powerAt(state, machine) }),
    ...shownAt(state, machine, { atMs }),
    since: new Date(seen?.sinceMs ?? state.lastAtMs).toISOString(),
    session: session
      ? {
          id: session.session,
          member: shown ? (people.byMember(session.member)?.name ?? null) : null,
          since: new Date(session.startedAtMs).toISOString(),
        }
      : null,
    queue: waitingIn(state, machineById(state, machine)?.pool ?? ''),
  };
}
