// Opening hours of the space and of a machine, and the quiet hours in which noisy machines rest: the same question for a
// tap, for a session that is running, and for a list of badges that holds without us.

import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import type { Machine } from '../machine/workshop.ts';
import type { No } from './refusal.ts';
import type { Rule } from './rule.ts';
import { isWithin, type Stretch, stretchAfter, stretchAt, type Where } from './week.ts';

export type AtSpace = Pick<State, 'workshop' | 'synchronised'>;
type HoursCode = 'space-closed' | 'machine-closed' | 'quiet-hours';

/** Refuses while the space or the machine is closed, and a noisy one in quiet hours. */
export const openNow: Rule = ({ state, machine, stamp }) => {
  const wheres = wheresOf(state, machine);
  // A clock that was never set knows no hour (invariant 4).
  if (wheres.length > 0 && !state.synchronised)
    return { code: 'clock-unset', values: { machine: machine.name } };
  const shut = wheres.find((one) => isShut(one, stamp.atMs));
  return shut ? refusalOf(state, { shut, machine: machine.name, atMs: stamp.atMs }) : null;
};

/** The same for the space alone, at its entrance. */
export function spaceOpen(state: AtSpace, atMs: number): No | null {
  const [where] = wheresOf(state, null);
  if (!where) return null;
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  return isShut(where, atMs) ? refusalOf(state, { shut: where, machine: '', atMs }) : null;
}

/** Whether whoever is at the machine must finish now; what the clock cannot tell ends nothing. */
export function isOver(state: AtSpace, machine: Machine | null, atMs: number): boolean {
  return state.synchronised && wheresOf(state, machine).some((one) => isShut(one, atMs));
}

/** Whether it is closing time for whoever came then: the space is closed now, and was open since. */
export function hasClosedOn(state: AtSpace, { sinceMs, atMs }: { sinceMs: number; atMs: number }): boolean {
  const [space] = wheresOf(state, null);
  if (!space || !isOver(state, null, atMs)) return false;
  if (!isShut(space, sinceMs)) return true;
  return (stretchAfter(space.where, sinceMs)?.fromMs ?? Number.POSITIVE_INFINITY) <= atMs;
}

/** Until when it may be used without being asked again; null when it may not now, infinite without an end. */
export function openUntilMs(state: AtSpace, machine: Machine, atMs: number): number | null {
  let untilMs = Number.POSITIVE_INFINITY;
  for (const one of wheresOf(state, machine)) {
    if (isShut(one, atMs)) return null;
    const edge = one.code === 'quiet-hours' ? stretchAfter(one.where, atMs)?.fromMs : openAt(one, atMs)?.toMs;
    untilMs = Math.min(untilMs, edge ?? Number.POSITIVE_INFINITY);
  }
  return untilMs;
}

export type Named = { readonly code: HoursCode; readonly where: Where };

/** The hours that concern a machine, or the space alone; the first that is shut is told. */
export function wheresOf({ workshop }: AtSpace, machine: Machine | null): readonly Named[] {
  if (workshop === null) return [];
  const { timezone, hours, quiet } = workshop.space;
  const wheres: Named[] = [];
  if (hours) wheres.push({ code: 'space-closed', where: { hours, timezone } });
  if (machine?.hours) wheres.push({ code: 'machine-closed', where: { hours: machine.hours, timezone } });
  if (machine?.noisy && quiet)
    wheres.push({ code: 'quiet-hours', where: { hours: { open: quiet, closed: [] }, timezone } });
  return wheres;
}

/** Quiet hours are written as the time in which machines rest, opening hours as that in which they do not. */
const isShut = ({ code, where }: Named, atMs: number): boolean =>
  isWithin(where, atMs) === (code === 'quiet-hours');

const openAt = ({ where }: Named, atMs: number): Stretch | null => stretchAt(where, atMs);

function refusalOf(
  state: AtSpace,
  { shut, machine, atMs }: { shut: Named; machine: string; atMs: number },
): No {
  const space = state.workshop?.space.name ?? '';
  const { code, where } = shut;
  const nextMs =
    (code === 'quiet-hours' ? stretchAt(where, atMs)?.toMs : stretchAfter(where, atMs)?.fromMs) ??
    Number.POSITIVE_INFINITY;
  if (!Number.isFinite(nextMs)) return { code: 'closed-for-long', values: { space } };
  return { code, values: { machine, space, until: formatLocal(nextMs, where.timezone) } };
}
