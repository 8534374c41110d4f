// A rule of access: one question that a tap must stand. Pure; it says nothing, or a no with a code and what the sentence
// needs. The lists in `rules.ts` say in which order they are asked.

import type { MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import type { Stamp } from '../time.ts';
import type { RefusalCode } from './refusal.ts';

/** What the sentence needs: names and times, ready to be put in. */
export type No = { readonly code: RefusalCode; readonly values: Readonly<Record<string, string>> };

/** A member who would hold a machine now. */
export type Asked = {
  readonly state: State;
  readonly member: MemberRecorded;
  /** Id of the machine. */
  readonly id: string;
  readonly machine: Machine;
  /** That which holds the machine now. */
  readonly session: Session | undefined;
  /** Whether power flows at the machine though its switch says off. */
  readonly flows: boolean;
  readonly stamp: Stamp;
};

export type Rule = (asked: Asked) => No | null;
