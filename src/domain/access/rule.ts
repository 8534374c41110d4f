// A rule of access: one question that a tap must stand. Pure; it says nothing, or a no with a code and what the sentence
// needs. The lists in `rules.ts` say in which order they are asked.

import type { MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Mode } from '../machine/activity.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import type { No } from './refusal.ts';

/** A member at a machine, whatever is the case there. */
export type AskedOfMember = {
  readonly state: State;
  readonly member: MemberRecorded;
  readonly machine: Machine;
  readonly stamp: Pick<Stamp, 'atMs'>;
  /** What the machine is set to; left out: production. */
  readonly mode?: Mode;
};

/** A member who would hold a machine now. */
export type Asked = AskedOfMember & {
  /** Id of the machine. */
  readonly id: string;
  /** That which holds the machine now. */
  readonly session: Session | undefined;
  /** Whether power flows at the machine though its switch says off. */
  readonly flows: boolean;
  readonly stamp: Stamp;
  /** The session is to go over to this member, with all that the machine is doing. */
  readonly takesOver: boolean;
};

export type MemberRule = (asked: AskedOfMember) => No | null;
export type Rule = (asked: Asked) => No | null;

/** A rule in the chain. */
export type RuleRow<A> = {
  /** Under which it is listed; `rule.<name>` among the texts says what it asks. */
  readonly name: string;
  readonly asks: (asked: A) => No | null;
  /** Whether a steward may go past it for themselves, on record; what is about danger or training never is. */
  readonly bypass: 'steward' | 'never';
};
