// Where one member stands, from the state: what their certificates open, their part of the turns, and who pays.

import type { StandingView } from '../contract/standing.ts';
import { certificateName, withNeeds } from '../domain/access/certificate.ts';
import { endOf, lackOf, lacksOf } from '../domain/access/training.ts';
import { inTurnAt, pathOf } from '../domain/access/turn-at.ts';
import { payersOf } from '../domain/allowance/paying.ts';
import { allowedCostCodes } from '../domain/billing/cost-codes.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { modeOf } from '../domain/machine/lookup.ts';
import { usedPart } from '../domain/schedule/used-part.ts';

type Asked = { readonly state: State; readonly member: MemberRecorded; readonly nowMs: number };

export function standingView(asked: Asked, handle: string): StandingView {
  const machines = machinesOf(asked);
  const open = machines.filter(({ missing }) => missing.length === 0);
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    handle,
    team: asked.member.team,
    certificates: certificatesOf(asked, open),
    open: open.map(named),
    shut: machines
      .filter(({ missing }) => missing.length > 0)
      .map((machine) => ({ ...named(machine), missing: [...machine.missing] })),
    turns: turnsOf(asked),
    pays: paysOf(asked),
  };
}

type Known = {
  readonly id: string;
  readonly name: string;
  /** All that it asks for, with what that builds on. */
  readonly asks: readonly string[];
  readonly missing: readonly { readonly id: string; readonly name: string }[];
};

function machinesOf({ state, member, nowMs }: Asked): readonly Known[] {
  const { workshop } = state;
  return (workshop?.order ?? []).flatMap((id): Known[] => {
    const machine = workshop?.machines[id];
    if (!machine || modeOf(state, id) === 'retired') return [];
    // As in production: a machine that is being mended opens again.
    const lacks = lacksOf({ state, member, machine, stamp: { atMs: nowMs } });
    const missing = lacks.map(({ certificate }) => ({
      id: certificate,
      name: certificateName(workshop, certificate),
    }));
    return [{ id, name: machine.name, asks: withNeeds(workshop, machine.requires), missing }];
  });
}

function certificatesOf({ state, member, nowMs }: Asked, open: readonly Known[]) {
  const stamp = { atMs: nowMs };
  return member.certificates.map((held) => {
    const { certificate } = held;
    return {
      certificate,
      name: certificateName(state.workshop, certificate),
      until: endOf(state, member.member, held)?.day ?? null,
      inForce: lackOf(state, { member, certificate, needed: held.level ?? 'operate', stamp }) === null,
      opens: open.filter(({ asks }) => asks.includes(certificate)).map(({ id, name }) => ({ id, name })),
    };
  });
}

function turnsOf({ state, member, nowMs }: Asked): StandingView['turns'] {
  const others = [...state.members.values()]
    .filter((one) => one.member !== member.member)
    .map((one) => pathOf(state, one));
  return Object.keys(state.policy?.document.pools ?? {}).flatMap((pool) => {
    const queue = inTurnAt(state, pool)?.queue;
    const found = queue && usedPart(queue, { mine: pathOf(state, member), others, nowMs });
    if (!found) return [];
    return [{ pool, usedS: Math.floor(found.usedMs / 1000), partS: Math.floor(found.partMs / 1000) }];
  });
}

function paysOf({ state: { workshop }, member: { member, team } }: Asked): StandingView['pays'] {
  return {
    sources: workshop?.paying ? [...workshop.paying.consume] : [],
    costCodes: allowedCostCodes(workshop, team).map(({ code, name }) => ({
      code,
      name,
      payers: payersOf(workshop, { member, team, trainer: null, costCode: code }).map(({ payer, parts }) => ({
        payer: payerWord(payer),
        parts,
      })),
    })),
  };
}

/** Without a key: it is about whoever asks. */
function payerWord(payer: string): string {
  if (payer.startsWith('member:')) return 'me';
  return payer.startsWith('team:') ? 'team' : payer.slice(payer.indexOf(':') + 1);
}
