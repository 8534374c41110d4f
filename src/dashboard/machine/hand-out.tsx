// Hands out a material for this machine: who gets what and how much, then what it costs, and only then it is written. A
// quiet link for those who may; everybody else sees nothing.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { Member, Problem } from '../../contract/people.ts';
import type { PriceView } from '../../contract/price.ts';
import type { UsageReport } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { atWork, place, words } from '../store.ts';
import { emptyHandOut, type HandOutDraft, HandOutForm } from './hand-out-form.tsx';
import { HandedOut } from './handed-out.tsx';
import { CheckUse } from './use-steps.tsx';

export function HandOut({ card }: { readonly card: MachineCard }) {
  const desk = useHandingOut(card.id);
  const { step, draft, working } = desk;
  const { materials: say } = words.value;
  if (step.value.step === 'offer') {
    return (
      <p class="use-offer">
        <button type="button" class="link" disabled={!atWork.value} onClick={() => void desk.open()}>
          {say.open}
        </button>
      </p>
    );
  }
  return (
    <section class="use" aria-labelledby="hand-out-title">
      <h2 id="hand-out-title">{say.title({ machine: card.name })}</h2>
      {step.value.step === 'fill' && (
        <HandOutForm
          draft={draft.value}
          members={desk.members.value}
          price={desk.price.value}
          problem={desk.problem.value}
          working={working.value}
          onDraft={(typed) => desk.type(typed)}
          onCheck={() => void desk.ask(true)}
          onCancel={desk.cancel}
        />
      )}
      {step.value.step === 'check' && (
        <CheckUse
          report={step.value.report}
          working={working.value}
          onChange={desk.change}
          onSave={() => void desk.ask(false)}
        />
      )}
      {step.value.step === 'done' && <HandedOut report={step.value.report} onAnother={desk.again} />}
    </section>
  );
}

type Step =
  | { readonly step: 'offer' | 'fill' }
  | { readonly step: 'check' | 'done'; readonly report: UsageReport };

/** The steps from the link to what was written; a refusal leads back to the fields, with all that was typed. */
function useHandingOut(machine: string) {
  const step = useSignal<Step>({ step: 'offer' });
  const draft = useSignal<HandOutDraft>(emptyHandOut);
  /** Null when they may not be listed. */
  const members = useSignal<readonly Member[] | null>(null);
  /** That of the member who was chosen; null before, or where it may not be seen. */
  const price = useSignal<PriceView | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const startAgain = (next: 'offer' | 'fill') => {
    draft.value = emptyHandOut;
    price.value = null;
    problem.value = null;
    step.value = { step: next };
  };
  const look = async (member: string): Promise<void> => {
    price.value = null;
    const answer = members.value !== null && member !== '' ? await client.price(machine, member) : null;
    if (answer?.ok && draft.value.member === member) price.value = answer.value;
  };
  return {
    ...{ step, draft, members, price, problem, working },
    async open(): Promise<void> {
      const answer = await client.members();
      members.value = answer.ok ? answer.value.toSorted(byName) : null;
      startAgain('fill');
    },
    type(typed: HandOutDraft): void {
      const isAnother = typed.member !== draft.value.member;
      draft.value = typed;
      if (isAnother) void look(typed.member);
    },
    async ask(dryRun: boolean): Promise<void> {
      working.value = true;
      const answer = await client.handOut(machine, { ...draft.value, dryRun });
      working.value = false;
      problem.value = answer.ok ? null : answer.problem;
      step.value = answer.ok ? { step: dryRun ? 'check' : 'done', report: answer.value } : { step: 'fill' };
    },
    change: () => {
      step.value = { step: 'fill' };
    },
    cancel: () => startAgain('offer'),
    again: () => startAgain('fill'),
  };
}

const byName = (one: Member, other: Member): number => one.name.localeCompare(other.name, place.value.locale);
