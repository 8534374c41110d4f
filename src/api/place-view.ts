// What a viewer may see of people in the space and of decisions about a machine: numbers for everybody, who locked a
// machine for stewards alone.

import type { Board, MachineCard } from '../contract/board.ts';
import { hasEntrance } from '../domain/access/people-rule.ts';
import type { BoardSource } from './board-view.ts';
import { rfc3339 } from './instant.ts';
import type { Viewer } from './viewers.ts';

/** Who found the space full is told of a place for this long. */
const waitsMs = 2 * 3_600_000;

export function peopleView({ gateway, nowMs }: BoardSource, viewer: Viewer): Pick<Board, 'people'> {
  const state = gateway.state();
  if (!hasEntrance(state)) return {};
  const { member } = viewer;
  const foundFullAtMs = state.waiting.get(member ?? '')?.atMs ?? Number.NEGATIVE_INFINITY;
  const waits = nowMs - foundFullAtMs < waitsMs ? 'waiting' : 'outside';
  return {
    people: {
      inside: state.inside.size,
      capacity: state.workshop?.space.capacity ?? null,
      mine: state.inside.has(member ?? '') ? 'inside' : waits,
    },
  };
}

export function decisionsView(
  { gateway }: BoardSource,
  viewer: Viewer,
  id: string,
): Pick<MachineCard, 'decided' | 'lock' | 'peopleShort'> {
  const { modes, locks, short } = gateway.state();
  const decided = modes.get(id);
  const lock = locks.get(id);
  const lacks = short.get(id);
  const photo = decided?.photo ? `/api/machines/${id}/photo?${decided.photo.slice(0, 16)}` : null;
  return {
    ...(decided && {
      decided: { since: rfc3339(decided.sinceMs), note: gateway.machineNote(id), photo },
    }),
    ...(lock && {
      lock: {
        since: rfc3339(lock.sinceMs),
        lock: lock.lock,
        by: viewer.scopes.has('machines:write') ? (gateway.person(lock.by)?.name ?? lock.by) : null,
      },
    }),
    ...(lacks && { peopleShort: { present: lacks.present, needed: lacks.needed } }),
  };
}
