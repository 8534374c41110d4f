// The use cases of care, together: what the gateway offers about hour meters, parts, problems and the log of a machine.

import type {
  CareAsk,
  CareInput,
  CareOutcome,
  CareTold,
  ClosingInput,
  ClosingOutcome,
  ProblemInput,
  ProblemOutcome,
} from './care-asked.ts';
import type { InTurn } from './in-turn.ts';
import { noteCare } from './note-care.ts';
import { type ReadCare, readCare } from './read-care.ts';
import { closeProblem, type ReportProblem, reportProblem } from './report-problem.ts';

export type Care = {
  /** `lock` refuses new sessions until it is closed; nothing that runs is cut. */
  reportProblem(input: ProblemInput): Promise<ProblemOutcome>;
  closeProblem(input: ClosingInput): Promise<ClosingOutcome>;
  /** Who may do what is for the caller to judge. */
  noteCare(input: CareInput): Promise<CareOutcome>;
  /** Null where no machine has this id. */
  careOf(ask: CareAsk): Promise<CareTold | null>;
};

/** Texts are written in turn with erasures: none is left behind by somebody who is gone. */
export const createCare = (box: ReportProblem & ReadCare & { readonly inTurn: InTurn }): Care => ({
  reportProblem: (input) => box.inTurn(() => reportProblem(box, input)),
  closeProblem: (input) => closeProblem(box.committer, input),
  noteCare: (input) => box.inTurn(() => noteCare(box, input)),
  careOf: (ask) => readCare(box, ask),
});
