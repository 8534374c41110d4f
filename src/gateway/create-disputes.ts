// The use cases of disputes, together: what the gateway offers to a member who contests a charge, and to those who decide.

import { type ContestCharge, openDispute, withdrawDispute } from './contest-charge.ts';
import type {
  DisputeInput,
  DisputeOpening,
  DisputeTold,
  DisputeWithdrawal,
  DisputeWithdrawn,
  Settlement,
  SettlementInput,
} from './disputes-asked.ts';
import type { InTurn } from './in-turn.ts';
import { type ReadDisputes, readDisputes } from './read-disputes.ts';
import { settleDispute } from './settle-dispute.ts';

export type Disputes = {
  open(input: DisputeInput): Promise<DisputeOpening>;
  withdraw(input: DisputeWithdrawal): Promise<DisputeWithdrawn>;
  /** Who may decide is for the caller to judge; nobody decides about their own. */
  settle(input: SettlementInput): Promise<Settlement>;
  /** Of one member, or all with null; the open ones first. */
  list(member: string | null): Promise<readonly DisputeTold[]>;
};

/** In turn with each other and with erasures: no charge is contested twice at once, and no words are left behind. */
export const createDisputes = (
  box: ContestCharge & ReadDisputes & { readonly inTurn: InTurn },
): Disputes => ({
  open: (input) => box.inTurn(() => openDispute(box, input)),
  withdraw: (input) => box.inTurn(() => withdrawDispute(box, input)),
  settle: (input) => box.inTurn(() => settleDispute(box, input)),
  list: (member) => readDisputes(box, member),
});
