// Which causes may end a session, written from the README and records 0026 to 0029 alone: each cause has a fact without which
// nobody's session ends by it.

import type { EndCause } from '../../domain/journal/entry.ts';
import type { TapFacts } from './access-rules.ts';
import { isShut } from './opening.ts';
import { lacksOf, membershipNo, type Trained, teaches } from './training-rules.ts';

export type EndFacts = Pick<
  TapFacts,
  | 'machine'
  | 'kinds'
  | 'plan'
  | 'isClockSet'
  | 'today'
  | 'atMs'
  | 'space'
  | 'inside'
  | 'isLocked'
  | 'isLatched'
> & {
  readonly badMonitors: number;
  /** Whoever holds the machine, as recorded; null once they were erased. */
  readonly holder: Trained | null;
  readonly badge: string;
  /** Null in a session that is no lesson. */
  readonly trainer: Trained | null;
  readonly learning: readonly string[];
  /** They went past the hours. */
  readonly isBypassed: boolean;
  /** Infinite where it began before the start of the gateway. */
  readonly heldMs: number;
  readonly hasCeiling: boolean;
  readonly isByTap: boolean;
  /** Whether its power, and its permission, say on. */
  readonly isLit: boolean;
  /** Whether the turn of its machine has come to its end. */
  readonly isTurnOver: boolean;
  /** Whether a learner holds the machine now whom this member teaches. */
  readonly isTaught: boolean;
};

const isMonitored = ({ badMonitors, isLatched }: EndFacts): boolean => badMonitors > 0 || isLatched;
const never = (): boolean => false;

const mayEnd: Readonly<Record<EndCause, (facts: EndFacts) => boolean>> = {
  'second-tap': ({ isByTap }) => isByTap,
  page: ({ isByTap }) => !isByTap,
  steward: ({ isByTap }) => !isByTap,
  suspension: ({ holder }) => holder?.member.status === 'suspended',
  'badge-lost': ({ holder, badge }) => holder?.member.badges.includes(badge) !== true,
  certificate: mayNoMore,
  idle: ({ machine, heldMs }) =>
    machine?.idle !== undefined && heldMs >= (machine.idle.afterS + machine.idle.graceS) * 1_000,
  longest: ({ machine, heldMs }) => machine?.longestS !== undefined && heldMs >= machine.longestS * 1_000,
  hours: isClosed,
  ceiling: ({ hasCeiling }) => hasCeiling,
  people: ({ machine, inside }) => inside < (machine?.people ?? 1),
  locked: ({ isLocked }) => isLocked,
  'monitor-warning': isMonitored,
  'monitor-critical': isMonitored,
  'monitor-fatal': isMonitored,
  lesson: ({ isTaught }) => isTaught,
  outage: ({ isLit }) => !isLit,
  turn: ({ isTurnOver }) => isTurnOver,
  // Nobody books here, and nobody takes a machine out of this workshop.
  booking: never,
  detached: never,
};

export const mayEndBy = (cause: EndCause, facts: EndFacts): boolean => mayEnd[cause](facts);

function mayNoMore(facts: EndFacts): boolean {
  const { holder, trainer, learning } = facts;
  if (holder === null) return true;
  const asked = { ...facts, mode: 'production' } as const;
  const lacks = lacksOf(asked, holder).filter(({ code }) => code !== 'clock-unset');
  const isTaught = learning.length > 0 && trainer !== null && teaches(asked, trainer, learning);
  return membershipNo(asked, holder.member) === 'membership-ended' || (lacks.length > 0 && !isTaught);
}

function isClosed({ isClockSet, isBypassed, space, machine, plan, atMs }: EndFacts): boolean {
  if (!isClockSet || isBypassed) return false;
  const isQuiet = machine?.noisy === true && space.quiet !== undefined;
  const quiet = isQuiet ? isShut({ open: space.quiet ?? [], closed: [] }, atMs) : 'yes';
  const plans = isShut(plan?.hours && { open: plan.hours, closed: [] }, atMs);
  const shut = [isShut(space.hours, atMs), isShut(machine?.hours, atMs), plans];
  return quiet !== 'yes' || shut.some((one) => one !== 'no');
}
