// What a tap asks and what is decided about it; a refusal changes nothing but the record that it happened (invariant 6).

import type { EntryBody, TapNoted } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import type { PinCheck } from './level.ts';
import type { No, RefusalCode } from './refusal.ts';

export type TapRequest = {
  readonly reader: string;
  readonly tap: string;
  /** Named by the reader, where it serves several machines. */
  readonly machine: string | null;
  readonly badge: HeldBadge | 'unknown' | 'unreadable' | 'ambiguous' | 'unproven';
  /** Whether it was made before a tap of this reader that came already; see `isReplayed`. */
  readonly replayed: boolean;
  /** What came of the PIN that was typed with it. */
  readonly pin: PinCheck;
  /** Machines at which power flows though their switch says off; left out, none is known. */
  readonly flowing?: readonly string[];
  /** Id for the session, should there be one. */
  readonly newSession: string;
  /** Left out: none. */
  readonly wishes?: TapWishes;
  /** Asked at a kiosk beside the machine; left out: at a reader. */
  readonly kiosk?: AtKiosk;
};

/** What a kiosk knows of whoever stands before it: they unlocked it with a badge or a PIN a moment ago. */
type AtKiosk = {
  /** Whether the badge that unlocked it proved that it is no copy. */
  readonly proven: boolean;
};

/** What a member asks for with the tap, where the reader lets them. */
export type TapWishes = {
  /** The holder offers the machine to the next tap. */
  readonly handOver: boolean;
  readonly costCode: string | null;
  /** Minor units in a decimal string. */
  readonly ceilingMinor: string | null;
};

export const noWishes: TapWishes = { handOver: false, costCode: null, ceilingMinor: null };

export type HeldBadge = {
  readonly badge: string;
  readonly member: string;
  /** Of a tag that has proved itself; null for one that only says its number. */
  readonly counter: number | null;
};

export type TapDecision = {
  readonly bodies: readonly EntryBody[];
  readonly outcome: 'granted' | 'ended' | 'queued' | 'refused' | 'notice';
  /** Refusal code, or the key of the sentence for a yes. */
  readonly code: RefusalCode | Yes | TapNoted['code'];
  /** The key of its sentence, where that says more than the code; left out: the code. */
  readonly sentence?:
    | 'lesson-offered'
    | 'machine-called-open'
    | 'queued-sooner-now'
    | 'queued-sooner-next'
    | 'presence-kept'
    | 'presence-back';
  /** What the sentence needs: names and dates, ready to be put in. */
  readonly values: Readonly<Record<string, string>>;
  readonly machine: string | null;
  readonly session: string | null;
  /** Wall clock, milliseconds since 1970, of what the sentence speaks about; left out: of no time. */
  readonly untilMs?: number;
};

type Yes =
  | 'granted'
  | 'granted-bypassed'
  | 'granted-lesson'
  | 'granted-witness'
  | 'people-asked'
  | 'ended'
  | 'ending-job'
  | 'certificate-earned'
  | 'presence-entered'
  | 'presence-bypassed'
  | 'presence-left'
  | 'handed-over'
  | 'handed-over-job'
  | 'hand-over-opened'
  | 'kept'
  | 'granted-turn'
  | 'queued'
  | 'queued-open'
  | 'queued-called';

export type Offered = No & Pick<TapDecision, 'sentence' | 'untilMs'>;

/** A tap that asks for no machine, or no longer. */
export const refuseTap = (state: State, request: TapRequest, no: No): TapDecision =>
  refuse(state, request, { ...no, machine: null });

/** A tap that served something else than a machine; it is remembered, so that its repetition starts nothing. */
export function noteTap(
  { reader, tap }: Pick<TapRequest, 'reader' | 'tap'>,
  noted: Omit<TapNoted, 'reader' | 'tap'>,
): TapDecision {
  const bodies = [{ type: 'tap-noted', data: { reader, tap, ...noted } }] as const;
  return { bodies, outcome: 'notice', code: noted.code, values: {}, machine: null, session: null };
}

export type Target = { readonly id: string; readonly machine: Machine };

export function refuse(
  state: State,
  request: TapRequest,
  no: Offered & { machine: string | null },
): TapDecision {
  const held = typeof request.badge === 'string' ? null : request.badge;
  const undisturbed = no.machine === null ? undefined : state.sessions.get(no.machine);
  const data = {
    reader: request.reader,
    tap: request.tap,
    machine: no.machine,
    badge: held?.badge ?? null,
    member: held?.member ?? null,
    code: no.code,
    session: undisturbed?.session ?? null,
  };
  return {
    bodies: [{ type: 'tap-refused', data }],
    outcome: 'refused',
    code: no.code,
    values: no.values,
    machine: no.machine,
    session: null,
    ...(no.sentence === undefined ? {} : { sentence: no.sentence }),
    ...(no.untilMs === undefined ? {} : { untilMs: no.untilMs }),
  };
}

export const stranger = ({ badge }: TapRequest): No => ({
  code: typeof badge === 'string' ? `badge-${badge}` : 'badge-unknown',
  values: {},
});
