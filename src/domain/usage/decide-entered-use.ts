// Whether a use that nobody metered may be written down: over, not too long or too old, and while nobody else had the
// machine. A refusal says which rule; a missing certificate is only said, because the person already used the machine.

import type { State } from '../journal/state.ts';
import type { UsageEntered, UsageReason } from '../journal/usage-entries.ts';
import { machineById } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import { localDate } from '../time.ts';

/** Longer is two uses, or a mistake. */
const longestEnteredMs = 24 * 3_600_000;
/** What is older was billed and paid long ago. */
const oldestEnteredMs = 92 * 24 * 3_600_000;

export type EnteredRequest = {
  /** Id for the use, should it be one. */
  readonly session: string;
  readonly machine: string;
  /** Null when nobody was found under what was given. */
  readonly member: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly by: string;
  readonly why: UsageReason;
  readonly noteDigest: string | null;
};

/** A stretch in which the machine is known to have been in use. */
export type UsedStretch = {
  readonly session: string;
  readonly member: string;
  readonly machine: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Written down by hand, not metered. */
  readonly entered: boolean;
};

export type EnteredRefusal =
  | {
      readonly code:
        | 'workshop-missing'
        | 'machine-unknown'
        | 'member-unknown'
        | 'clock-unset'
        | 'usage-backwards'
        | 'usage-in-future'
        | 'usage-too-long'
        | 'usage-too-old';
    }
  | { readonly code: 'usage-overlap' | 'usage-entered-already'; readonly stretch: UsedStretch };

/** Said and written down all the same. */
export type EnteredWarning = {
  readonly code: 'member-suspended' | 'certificate-missing' | 'certificate-expired';
  readonly certificate: string | null;
};

export type EnteredDecision =
  | { readonly ok: true; readonly data: UsageEntered; readonly warnings: readonly EnteredWarning[] }
  | { readonly ok: false; readonly refusal: EnteredRefusal };

export function decideEnteredUse(
  state: State,
  request: EnteredRequest,
  known: { readonly nowMs: number; readonly used: readonly UsedStretch[] },
): EnteredDecision {
  if (!state.workshop) return no('workshop-missing');
  const machine = machineById(state, request.machine);
  if (!machine) return no('machine-unknown');
  const member = request.member === null ? undefined : state.members.get(request.member);
  if (!member) return no('member-unknown');
  if (!state.synchronised) return no('clock-unset');
  const { fromMs, toMs } = request;
  if (toMs <= fromMs) return no('usage-backwards');
  if (toMs > known.nowMs) return no('usage-in-future');
  if (toMs - fromMs > longestEnteredMs) return no('usage-too-long');
  if (fromMs < known.nowMs - oldestEnteredMs) return no('usage-too-old');
  const stretch = known.used.find((one) => one.machine === request.machine && overlap(one, request));
  if (stretch) return { ok: false, refusal: { code: clashCode(stretch, request), stretch } };
  const data: UsageEntered = {
    ...request,
    member: member.member,
    pool: machine.pool,
    team: member.team,
    ...(member.plan === undefined ? {} : { plan: member.plan }),
    costCode: null,
  };
  return { ok: true, data, warnings: warningsFor(state, { member: member.member, machine, onMs: fromMs }) };
}

const no = (code: Exclude<EnteredRefusal, { stretch: UsedStretch }>['code']): EnteredDecision => ({
  ok: false,
  refusal: { code },
});

type Span = { readonly fromMs: number; readonly toMs: number };

/** A segment without a length, as a restart may close one, used no time. */
const overlap = (one: Span, other: Span): boolean =>
  one.fromMs < one.toMs && one.fromMs < other.toMs && one.toMs > other.fromMs;

/** The same words again change nothing, and say so. */
function clashCode(stretch: UsedStretch, request: EnteredRequest): 'usage-overlap' | 'usage-entered-already' {
  const same =
    stretch.entered &&
    stretch.member === request.member &&
    stretch.fromMs === request.fromMs &&
    stretch.toMs === request.toMs;
  return same ? 'usage-entered-already' : 'usage-overlap';
}

type Using = { readonly member: string; readonly machine: Machine; readonly onMs: number };

/** By what is known of the member now; an end date is judged on the day of the use. */
function warningsFor(state: State, { member, machine, onMs }: Using): readonly EnteredWarning[] {
  const recorded = state.members.get(member);
  const day = localDate(onMs, state.workshop?.space.timezone ?? 'UTC');
  const warnings: EnteredWarning[] = [];
  if (recorded?.status === 'suspended') warnings.push({ code: 'member-suspended', certificate: null });
  for (const certificate of machine.requires) {
    const held = recorded?.certificates.find((one) => one.certificate === certificate);
    if (!held) warnings.push({ code: 'certificate-missing', certificate });
    else if (held.until !== null && day > held.until)
      warnings.push({ code: 'certificate-expired', certificate });
  }
  return warnings;
}
