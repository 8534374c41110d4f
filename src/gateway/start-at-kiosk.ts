// START at a kiosk: the same decision as at a tap of the member's badge at the machine, durable before power follows
// (invariants 1 and 8). It ends nothing: whoever holds the machine already is told so.

import { decideTap } from '../domain/access/decide-tap.ts';
import { pinBadge } from '../domain/access/pin-badge.ts';
import type { TapDecision, TapRequest } from '../domain/access/tap-decision.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';
import { flowingAt } from './flowing-at.ts';
import type { Change } from './gateway.ts';
import type { KioskStart, KioskStarted } from './kiosk-asked.ts';
import type { MachineNotes } from './machine-notes.ts';
import type { Meters, Texts } from './ports.ts';
import type { SwitchTruthsKeeper } from './switch-truths.ts';
import { answerTo, tellTakenFrom } from './tap-badge.ts';
import { type TellTurns, tellTurns } from './tell-turns.ts';

export type StartAtKiosk = TellTurns & {
  readonly committer: Committer;
  readonly newId: () => string;
  readonly truths: Pick<SwitchTruthsKeeper, 'facts'>;
  readonly texts: Texts;
  readonly machineNotes: Pick<MachineNotes, 'of'>;
  readonly meters: Meters;
  readonly emit: (change: Change) => void;
};

/** @returns the use case; rejects with a JournalFault when the start could not be made durable */
export function createStartAtKiosk(box: StartAtKiosk): (start: KioskStart) => Promise<KioskStarted> {
  // Like a reader that counts its taps since it was switched on.
  const boot = box.newId();
  let count = 0;
  return async (start) => {
    const { committer } = box;
    const state = committer.tentative();
    const { machine, who } = start;
    if (!machineById(state, machine)) return { ok: false, code: 'machine-unknown' };
    const held = state.sessions.get(machine);
    const isOwn = held?.member === who.member || held?.trainer === who.member;
    // A second tap would end it; a press of START must not.
    if (isOwn && held?.phase === 'active') return { ok: false, code: 'session-held' };
    count += 1;
    const request = requestOf(box, start, `${boot}:${count}`);
    const decision = decideTap(state, request, committer.stamp());
    box.meters.count('taps_total', { outcome: decision.outcome, code: decision.code });
    const answer = answerTo(box, request, decision);
    await committer.commit(decision.bodies);
    tellOthers(box, { before: held?.member ?? null, decision });
    return { ok: true, answer };
  };
}

/** No reader has such an id, so that its taps are counted apart. */
const placeOf = (machine: string): string => `kiosk:${machine}`;

function requestOf(
  box: StartAtKiosk,
  { machine, who, costCode, ceilingMinor }: KioskStart,
  tap: string,
): TapRequest {
  return {
    reader: placeOf(machine),
    tap,
    machine,
    // What the badge proved was counted when it unlocked the kiosk.
    badge: { badge: who.badge ?? pinBadge, member: who.member, counter: null },
    replayed: false,
    pin: who.pinRight ? 'right' : 'none',
    flowing: flowingAt(box, [machine]),
    newSession: box.newId(),
    wishes: { handOver: false, costCode, ceilingMinor },
    kiosk: { proven: who.proven },
  };
}

function tellOthers(box: StartAtKiosk, what: { before: string | null; decision: TapDecision }): void {
  tellTakenFrom(box, what);
  tellTurns(box, what.decision.bodies);
}
