// What the journal knew at each moment about machines, members and the policy, as far as a replay asks for it: who was in
// which team, who might use what, which rules were in force, and when nobody could begin at a machine.

import { openUntilMs } from '../access/hours-rule.ts';
import { notLatched } from '../access/interlock-rules.ts';
import { inMode, noProblemLocks, notLocked } from '../access/machine-rules.ts';
import type { Stretch } from '../access/week.ts';
import { apply } from '../journal/apply.ts';
import type { Entry, EntryType, MemberRecorded } from '../journal/entry.ts';
import { emptyState, type State } from '../journal/state.ts';
import { modeOf } from '../machine/lookup.ts';
import type { Machine } from '../machine/workshop.ts';
import type { PoolPolicy } from '../policy/policy-document.ts';
import { minuteMs } from '../time.ts';
import type { Rules, TraceMachine } from './trace.ts';

/** Entries that say how things stand; all of them count, however old they are. */
export const levelTypes = [
  ...(['workshop-described', 'member-recorded', 'member-erased', 'policy-adopted', 'policy-began'] as const),
  ...(['machine-locked', 'machine-unlocked', 'machine-mode-set', 'problem-reported'] as const),
  ...(['problem-closed', 'interlock-latched', 'interlock-released'] as const),
] as const satisfies readonly EntryType[];

export type Places = {
  /** True for entries of `levelTypes`, which it has then taken. */
  take(entry: Entry): boolean;
  poolOf(machine: string): string | null;
  /** Null where the pool has no queue now. */
  policyOf(pool: string): PoolPolicy | null;
  /** The team, and how many are in it; a member who is gone counts alone. */
  teamOf(member: string): { readonly team: string | null; readonly teamSize: number };
  /** Machines of the pool that a member may use, and the one that they did; null for all. */
  mayUse(by: { member: string; pool: string; used: string }): readonly string[] | null;
  machines(beginsMs: number, endsMs: number): readonly TraceMachine[];
  rules(): Rules;
  timezone(): string;
};

type Described = { readonly fromMs: number; readonly state: Pick<State, 'workshop' | 'synchronised'> };

export function createPlaces(): Places {
  // Entries of other types are not here, so places in the journal are given anew.
  const state = emptyState('replay');
  state.synchronised = true;
  const levels = new Set<string>(levelTypes);
  const descriptions: Described[] = [];
  const rules: Rules[number][] = [];
  /** Machine → since when it is broken, then what is over. */
  const since = new Map<string, number>();
  const broken = new Map<string, Stretch[]>();

  const noteBroken = (atMs: number): void => {
    const known = new Set([...since.keys(), ...Object.keys(state.workshop?.machines ?? {})]);
    for (const id of known) {
      const fromMs = since.get(id);
      const isOut = isBroken(state, id);
      if (isOut && fromMs === undefined) since.set(id, atMs);
      if (isOut || fromMs === undefined) continue;
      since.delete(id);
      broken.set(id, [...(broken.get(id) ?? []), { fromMs, toMs: atMs }]);
    }
  };

  return {
    take(entry) {
      if (!levels.has(entry.type)) return false;
      apply(state, { ...entry, seq: state.seq + 1 });
      const { atMs, type } = entry;
      if (type === 'workshop-described')
        descriptions.push({ fromMs: atMs, state: { workshop: state.workshop, synchronised: true } });
      if (type === 'workshop-described' || type === 'policy-began')
        rules.push({ fromMs: atMs, ...rulesOf(state) });
      if (type !== 'member-recorded') noteBroken(atMs);
      return true;
    },
    poolOf: (machine) => state.workshop?.machines[machine]?.pool ?? null,
    policyOf: (pool) => rulesOf(state).pools.get(pool) ?? null,
    teamOf(member) {
      const team = state.members.get(member)?.team ?? null;
      if (team === null) return { team, teamSize: 1 };
      let teamSize = 0;
      for (const one of state.members.values()) if (one.team === team) teamSize += 1;
      return { team, teamSize };
    },
    mayUse({ member, pool, used }) {
      const held = new Set(state.members.get(member)?.certificates.map(({ certificate }) => certificate));
      const all = Object.entries(state.workshop?.machines ?? {}).filter(([, one]) => one.pool === pool);
      const may = all.filter(([id, { requires }]) => id === used || requires.every((one) => held.has(one)));
      return may.length === all.length ? null : may.map(([id]) => id).sort();
    },
    machines: (beginsMs, endsMs) =>
      machinesOf(state).map(([machine, { pool }]) => {
        const open = since.get(machine);
        const over = broken.get(machine) ?? [];
        return {
          machine,
          pool,
          closed: closedOf(machine, descriptions, { fromMs: beginsMs, toMs: endsMs }),
          broken: open === undefined ? over : [...over, { fromMs: open, toMs: Number.MAX_SAFE_INTEGER }],
        };
      }),
    rules: () => rules,
    timezone: () => state.workshop?.space.timezone ?? 'UTC',
  };
}

const machinesOf = ({ workshop }: State): readonly (readonly [string, Machine])[] =>
  Object.entries(workshop?.machines ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));

function rulesOf({ policy }: State): Pick<Rules[number], 'pools' | 'weights'> {
  const pools = policy?.document.pools ?? {};
  return {
    pools: new Map<string, PoolPolicy>(Object.entries(pools)),
    weights: new Map(Object.entries(policy?.document.weights ?? {})),
  };
}

const lastingRules = [notLocked, noProblemLocks, inMode, notLatched];

function isBroken(state: State, id: string): boolean {
  const machine = machinesOf(state).find(([one]) => one === id)?.[1];
  if (!machine || machine.reader === null) return true;
  const at = { state, id, machine, member: anybody, session: undefined, mode: modeOf(state, id) };
  const asked = { ...at, stamp: { atMs: 0, monoMs: 0 }, flows: false, takesOver: false };
  return lastingRules.some((rule) => rule(asked) !== null);
}

const anybody: MemberRecorded = {
  ...{ member: '', team: null, badges: [], certificates: [], roles: ['member'], status: 'active' },
  ...{ shown: false, digest: '' },
};

/** Beside a closed door it is asked again after so long, and then minute by minute where it has opened. */
const askAgainMs = 15 * minuteMs;

function closedOf(id: string, descriptions: readonly Described[], { fromMs, toMs }: Stretch): Stretch[] {
  const closed: Stretch[] = [];
  for (const [index, { state, ...one }] of descriptions.entries()) {
    const machine = state.workshop?.machines[id];
    const endMs = Math.min(toMs, descriptions[index + 1]?.fromMs ?? toMs);
    let atMs = Math.max(fromMs, one.fromMs);
    while (machine && atMs < endMs) {
      const untilMs = openUntilMs(state, machine, atMs);
      const nextMs = untilMs === null ? opensAt(state, { machine, atMs, endMs }) : untilMs;
      if (untilMs === null) closed.push({ fromMs: atMs, toMs: Math.min(nextMs, endMs) });
      atMs = nextMs;
    }
  }
  return closed;
}

function opensAt(
  state: Described['state'],
  { machine, atMs, endMs }: { machine: Machine; atMs: number; endMs: number },
): number {
  const isShut = (ms: number): boolean => openUntilMs(state, machine, ms) === null;
  // Hours are written in minutes.
  let shutMs = atMs - (atMs % minuteMs);
  while (shutMs < endMs && isShut(shutMs + askAgainMs)) shutMs += askAgainMs;
  while (shutMs < endMs && isShut(shutMs)) shutMs += minuteMs;
  return Math.max(shutMs, atMs + 1);
}
