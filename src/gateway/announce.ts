// Tells everyone what state a machine is in, by its retained topic; a member's name only if they chose to be shown.

import type { State } from '../domain/journal/state.ts';
import { interlockOf } from '../domain/machine/interlock.ts';
import { modeOf, powerAt } from '../domain/machine/lookup.ts';
import type { PeopleIndex } from './people-index.ts';
import type { MachineNotice } from './ports.ts';

export function machineNotice(state: State, people: PeopleIndex, machine: string): MachineNotice {
  const seen = state.machines.get(machine);
  const session = state.sessions.get(machine);
  const shown = session !== undefined && state.members.get(session.member)?.shown === true;
  return {
    link: seen?.link ?? 'never',
    activity: seen?.activity ?? 'unknown',
    mode: modeOf(state, machine),
    interlock: interlockOf({ held: session?.phase ?? 'none', power: powerAt(state, machine) }),
    since: new Date(seen?.sinceMs ?? state.lastAtMs).toISOString(),
    session: session
      ? {
          id: session.session,
          member: shown ? (people.byMember(session.member)?.name ?? null) : null,
          since: new Date(session.startedAtMs).toISOString(),
        }
      : null,
    queue: 0,
  };
}
