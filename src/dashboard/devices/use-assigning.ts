// The steps from a device that waits to one that is assigned: what it is, the lines that officina.yaml gains, and then what
// is typed at it. A refusal leads back to the form, with all that was typed.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { AssignmentDone } from '../../contract/unassigned.ts';
import { client } from '../client.ts';
import { type AssignDraft, assignmentOf, newDraft, type Target } from './assign-draft.ts';

type At = { readonly target: Target; readonly draft: AssignDraft };
export type Step =
  | { readonly step: 'list' }
  | (At & { readonly step: 'fill' })
  | (At & { readonly step: 'check' | 'done'; readonly answer: AssignmentDone });

export type Assigning = ReturnType<typeof useAssigning>;

export function useAssigning() {
  const step = useSignal<Step>({ step: 'list' });
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);

  async function ask({ target, draft }: At, dryRun: boolean): Promise<void> {
    working.value = true;
    const body = assignmentOf(draft, target, dryRun);
    const answer = await (target.isPart
      ? client.addPart({ ...body, client: target.client })
      : client.assign(target.client, body));
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    step.value = answer.ok
      ? { step: dryRun ? 'check' : 'done', target, draft, answer: answer.value }
      : { step: 'fill', target, draft };
  }

  return {
    ...{ step: step.value, problem: problem.value, working: working.value, ask },
    open(target: Target): void {
      problem.value = null;
      step.value = { step: 'fill', target, draft: newDraft(target) };
    },
    change(at: At): void {
      step.value = { step: 'fill', ...at };
    },
    leave(): void {
      problem.value = null;
      step.value = { step: 'list' };
    },
  };
}
