// A member says what is wrong with a machine, and a steward what became of it. A report never cuts anything: one that
// locks lets nobody begin until it is closed, and whoever holds the machine goes on.

import { openProblemLimit } from '../domain/machine/care.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { ClosingInput, ClosingOutcome, ProblemInput, ProblemOutcome } from './care-asked.ts';
import { type CareTextBox, keepCareText, mayWrite, readCareText } from './care-text.ts';
import type { Committer } from './commit.ts';

export type ReportProblem = CareTextBox & { readonly committer: Committer; readonly newId: () => string };

export async function reportProblem(box: ReportProblem, input: ProblemInput): Promise<ProblemOutcome> {
  const { machine, by, severity } = input;
  const state = box.committer.tentative();
  if (!machineById(state, machine)) return { ok: false, code: 'machine-unknown' };
  if (!mayWrite(state, by)) return { ok: false, code: 'member-unknown' };
  const text = readCareText(input.text);
  if (text === null || text === '') return { ok: false, code: 'text-unreadable' };
  if ((state.care.get(machine)?.problems.size ?? 0) >= openProblemLimit)
    return { ok: false, code: 'problems-full' };
  const problem = box.newId();
  const { digest, change } = keepCareText(box, { session: problem, member: by, text });
  const data = { problem, machine, by, severity, noteDigest: digest };
  await box.committer.commit([{ type: 'problem-reported', data }], { people: [change] });
  return { ok: true, problem };
}

export async function closeProblem(committer: Committer, input: ClosingInput): Promise<ClosingOutcome> {
  const { machine, problem, by, what, minutes } = input;
  if (!committer.tentative().care.get(machine)?.problems.has(problem))
    return { ok: false, code: 'problem-unknown' };
  await committer.commit([{ type: 'problem-closed', data: { problem, machine, by, what, minutes } }]);
  return { ok: true };
}
