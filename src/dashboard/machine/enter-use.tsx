// Enters a use of this machine that no reader saw: what was typed, then what it would cost, and only then it is written.
// A quiet link for those who may; everybody else sees nothing.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { Member, Problem } from '../../contract/people.ts';
import type { UsageReport } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { atWork, place, words } from '../store.ts';
import { emptyDraft, requestOf, type UseDraft } from './use-draft.ts';
import { UseForm } from './use-form.tsx';
import { CheckUse, UseDone } from './use-steps.tsx';

export function EnterUse({ card }: { readonly card: MachineCard }) {
  const entering = useEntering(card.id);
  const { step, draft, problem, working } = entering;
  const { usage: say } = words.value;
  if (step.value.step === 'offer') {
    return (
      <p class="use-offer">
        <button type="button" class="link" disabled={!atWork.value} onClick={() => void entering.open()}>
          {say.open}
        </button>
      </p>
    );
  }
  return (
    <section class="use" aria-labelledby="use-title">
      <h2 id="use-title">{say.title({ machine: card.name })}</h2>
      {step.value.step === 'fill' && (
        <UseForm
          draft={draft.value}
          members={entering.members.value}
          problem={problem.value}
          working={working.value}
          onDraft={(typed) => (draft.value = typed)}
          onCheck={(wanted) => void entering.ask(wanted, true)}
          onCancel={entering.cancel}
        />
      )}
      {step.value.step === 'check' && (
        <CheckUse
          report={step.value.report}
          working={working.value}
          onChange={entering.change}
          onSave={() => void entering.ask(draft.value, false)}
        />
      )}
      {step.value.step === 'done' && <UseDone report={step.value.report} onAnother={entering.again} />}
    </section>
  );
}

type Step =
  | { readonly step: 'offer' | 'fill' }
  | { readonly step: 'check' | 'done'; readonly report: UsageReport };

/** The steps from the link to what was written; a refusal leads back to the fields, with all that was typed. */
function useEntering(machine: string) {
  const step = useSignal<Step>({ step: 'offer' });
  const draft = useSignal(emptyDraft);
  /** Null when they may not be listed. */
  const members = useSignal<readonly Member[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const go = (next: 'offer' | 'fill') => {
    step.value = { step: next };
  };
  const startAgain = (next: 'offer' | 'fill') => {
    draft.value = emptyDraft;
    problem.value = null;
    go(next);
  };
  return {
    ...{ step, draft, members, problem, working },
    async open(): Promise<void> {
      const answer = await client.members();
      members.value = answer.ok ? answer.value.toSorted(byName) : null;
      go('fill');
    },
    async ask(wanted: UseDraft, dryRun: boolean): Promise<void> {
      draft.value = wanted;
      working.value = true;
      const answer = await client.enterUsage(machine, requestOf(wanted, dryRun));
      working.value = false;
      problem.value = answer.ok ? null : answer.problem;
      if (answer.ok) step.value = { step: dryRun ? 'check' : 'done', report: answer.value };
      else go('fill');
    },
    change: () => go('fill'),
    cancel: () => startAgain('offer'),
    again: () => startAgain('fill'),
  };
}

const byName = (one: Member, other: Member): number => one.name.localeCompare(other.name, place.value.locale);
