// Whether a document speaks of what there is: its pools, machines and teams must exist, or nobody could tell what a vote on it
// decides.

import type { State } from '../journal/state.ts';
import type { PolicyDocument } from './policy-document.ts';

/** The first word that is not known, as in `pools.lasers`; null where all are. */
export function unknownIn(
  document: PolicyDocument,
  state: Pick<State, 'workshop' | 'members'>,
): string | null {
  const machines = Object.entries(state.workshop?.machines ?? {});
  const pools = new Set(machines.map(([, { pool }]) => pool));
  for (const [pool, { short }] of Object.entries(document.pools)) {
    if (!pools.has(pool)) return `pools.${pool}`;
    const inPool = new Set(machines.filter(([, one]) => one.pool === pool).map(([id]) => id));
    const stranger = short?.machines.find((id) => !inPool.has(id));
    if (stranger !== undefined) return `pools.${pool}.short.machines.${stranger}`;
  }
  const teams = teamsOf(state);
  const team = Object.keys(document.weights ?? {}).find((one) => !teams.has(one));
  return team === undefined ? null : `weights.${team}`;
}

/** Those of members, and those that a cost code names: there is no list of teams. */
function teamsOf({ workshop, members }: Pick<State, 'workshop' | 'members'>): ReadonlySet<string> {
  const named = Object.values(workshop?.costCodes ?? {}).flatMap(({ teams }) => teams ?? []);
  return new Set([...named, ...[...members.values()].flatMap(({ team }) => team ?? [])]);
}
