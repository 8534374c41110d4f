// Whether a material that was handed out may be written down: it stands in the tariff of its day, it was used already and not
// long ago, and it was not entered before. A refusal says which rule.

import type { MaterialEntered } from '../journal/material-entries.ts';
import type { State } from '../journal/state.ts';
import { machineById } from '../machine/lookup.ts';
import { localDate } from '../time.ts';
import { tariffOn } from './bands.ts';
import { mayCharge } from './cost-codes.ts';

/** What is older was billed and paid long ago. */
const oldestMs = 92 * 24 * 3_600_000;

export type MaterialRequest = {
  /** Id for the entry, should it be one. */
  readonly entry: string;
  readonly machine: string;
  /** Null when nobody was found under what was given. */
  readonly member: string | null;
  readonly material: string;
  /** Whole thousandths of the unit; null for what could not be read. */
  readonly amount: number | null;
  readonly usedAtMs: number;
  readonly session: string | null;
  /** Left out: that of the session that the member holds there. */
  readonly costCode?: string | null;
  readonly by: string;
};

export type MaterialNo =
  | ('workshop-missing' | 'machine-unknown' | 'member-unknown' | 'clock-unset' | 'cost-code-unknown')
  | ('material-unknown' | 'material-amount-wrong' | 'material-in-future' | 'material-too-old')
  | ('material-session-unknown' | 'material-entered-already');

export type MaterialDecision =
  | { readonly ok: true; readonly data: MaterialEntered }
  /** The entry that there is already, or the materials that there are. */
  | { readonly ok: false; readonly code: MaterialNo; readonly about: string | null };

/** @param known what was entered since and not withdrawn, and the session that was named */
export function decideMaterial(
  state: State,
  request: MaterialRequest,
  known: {
    readonly nowMs: number;
    readonly entered: readonly MaterialEntered[];
    readonly session: { readonly machine: string; readonly member: string } | null;
  },
): MaterialDecision {
  const { workshop } = state;
  if (!workshop) return no('workshop-missing');
  const machine = machineById(state, request.machine);
  if (!machine) return no('machine-unknown', request.machine);
  const member = request.member === null ? undefined : state.members.get(request.member);
  if (!member) return no('member-unknown');
  if (!state.synchronised) return no('clock-unset');
  const { amount, usedAtMs, material } = request;
  if (amount === null) return no('material-amount-wrong');
  if (usedAtMs > known.nowMs) return no('material-in-future');
  if (usedAtMs < known.nowMs - oldestMs) return no('material-too-old');
  const user = { pool: machine.pool, team: member.team, ...planOf(member) };
  const date = localDate(usedAtMs, workshop.space.timezone);
  const listed = tariffOn(workshop.tariffs, { ...user, date })?.materials ?? [];
  if (!listed.some(({ id }) => id === material))
    return no('material-unknown', listed.map(({ id }) => id).join(', ') || null);
  if (request.session !== null && !isOf(known.session, request))
    return no('material-session-unknown', request.session);
  const held = heldBy(state, request);
  const { costCode = held?.costCode ?? null } = request;
  if (costCode !== null && !mayCharge(workshop, { code: costCode, team: member.team }))
    return no('cost-code-unknown', costCode);
  const session = request.session ?? held?.session ?? null;
  const { entry, by } = request;
  const what = { entry, session, machine: request.machine, ...user, member: member.member, costCode, by };
  const data: MaterialEntered = { ...what, material, amount, usedAtMs };
  const twin = known.entered.find((one) => isSame(one, data));
  return twin ? no('material-entered-already', twin.entry) : { ok: true, data };
}

const no = (code: MaterialNo, about: string | null = null): MaterialDecision => ({ ok: false, code, about });

const planOf = ({ plan }: { readonly plan?: string }) => (plan === undefined ? {} : { plan });

const isOf = (
  session: { readonly machine: string; readonly member: string } | null,
  { machine, member }: MaterialRequest,
): boolean => session?.machine === machine && session.member === member;

/** The session that the member holds there, if it had begun by then. */
function heldBy(state: State, { machine, member, usedAtMs }: MaterialRequest) {
  const held = state.sessions.get(machine);
  return held && held.member === member && held.startedAtMs <= usedAtMs ? held : null;
}

/** The same words again. */
const isSame = (one: MaterialEntered, other: MaterialEntered): boolean =>
  one.member === other.member &&
  one.machine === other.machine &&
  one.material === other.material &&
  one.amount === other.amount &&
  one.usedAtMs === other.usedAtMs;
