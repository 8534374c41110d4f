// The use cases of the desk about money, together: materials that were handed out, and charges corrected by hand.

import { type CorrectCharge, correctCharge } from './correct-charge.ts';
import type {
  CorrectionInput,
  CorrectionOutcome,
  MaterialInput,
  MaterialOutcome,
  MaterialWithdrawal,
} from './desk-asked.ts';
import { type EnterMaterial, enterMaterial, withdrawMaterial } from './enter-material.ts';
import type { InTurn } from './in-turn.ts';

export type Desk = {
  /** Writes down a material that was handed out, or says what would be written. */
  enterMaterial(input: MaterialInput, options: { dryRun: boolean }): Promise<MaterialOutcome>;
  withdrawMaterial(input: MaterialWithdrawal, options: { dryRun: boolean }): Promise<MaterialOutcome>;
  /** To another amount or cost code, by a further entry. Who may is for the caller to judge. */
  correctCharge(input: CorrectionInput, options: { dryRun: boolean }): Promise<CorrectionOutcome>;
};

export const createDesk = (box: EnterMaterial & CorrectCharge & { readonly inTurn: InTurn }): Desk => ({
  enterMaterial: (input, how) => box.inTurn(() => enterMaterial(box, input, how)),
  withdrawMaterial: (input, how) => box.inTurn(() => withdrawMaterial(box, input, how)),
  correctCharge: (input, how) => correctCharge(box, input, how),
});
