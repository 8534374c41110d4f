// What the gateway offers to kiosks: to tell who stands before one, to begin at its machine, to finish there.

import { codeOf } from '../domain/allowance/last-code.ts';
import { allowedCostCodes } from '../domain/billing/cost-codes.ts';
import { type FinishAtKiosk, finishAtKiosk } from './finish-at-kiosk.ts';
import { type IdentifyAtKiosk, identifyAtKiosk } from './identify-at-kiosk.ts';
import type {
  AtKioskNow,
  Identified,
  IdentifyAsk,
  KioskChoices,
  KioskFinished,
  KioskStart,
  KioskStarted,
} from './kiosk-asked.ts';
import { createStartAtKiosk, type StartAtKiosk } from './start-at-kiosk.ts';

export type Kiosks = {
  /** Who has typed this PIN or held this badge; a wrong PIN counts as at a keypad. */
  identifyAtKiosk(ask: IdentifyAsk): Promise<Identified>;
  /** Decided like a tap at the machine, and durable before anything happens. Ends nothing. */
  startAtKiosk(start: KioskStart): Promise<KioskStarted>;
  finishAtKiosk(request: { machine: string; who: AtKioskNow }): Promise<KioskFinished>;
  /** Null for somebody who is no member any more. */
  kioskChoices(member: string): KioskChoices | null;
};

export const createKiosks = (box: IdentifyAtKiosk & StartAtKiosk & FinishAtKiosk): Kiosks => ({
  identifyAtKiosk: (ask) => identifyAtKiosk(box, ask),
  startAtKiosk: createStartAtKiosk(box),
  finishAtKiosk: (request) => finishAtKiosk(box, request),
  kioskChoices: (member) => choicesOf(box, member),
});

function choicesOf({ committer }: Pick<StartAtKiosk, 'committer'>, member: string): KioskChoices | null {
  const state = committer.durable();
  const recorded = state.members.get(member);
  if (!recorded) return null;
  return {
    costCodes: allowedCostCodes(state.workshop, recorded.team),
    costCode: codeOf(state, recorded, null),
  };
}
