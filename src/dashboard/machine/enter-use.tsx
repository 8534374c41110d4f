// Enters a use of this machine that no reader saw: what was typed, then what it would cost, and only then it is written.
// A quiet link for those who may; everybody else sees nothing.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { Member, Problem } from '../../contract/people.ts';
import type { UsageReport } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { formatMonth } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { UseLine } from '../statement/use-line.tsx';
import { atWork, place, words } from '../store.ts';
import { emptyDraft, requestOf, type UseDraft } from './use-draft.ts';
import { UseForm } from './use-form.tsx';

type Step =
  | { readonly step: 'offer' }
  | { readonly step: 'fill'; readonly members: readonly Member[] | null }
  | { readonly step: 'check' | 'done'; readonly report: UsageReport };

export function EnterUse({ card }: { readonly card: MachineCard }) {
  const step = useSignal<Step>({ step: 'offer' });
  const draft = useSignal(emptyDraft);
  const members = useSignal<readonly Member[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const { usage: say } = words.value;

  const fill = () => {
    step.value = { step: 'fill', members: members.value };
  };
  async function open(): Promise<void> {
    const answer = await client.members();
    members.value = answer.ok ? answer.value.toSorted(byName) : null;
    fill();
  }
  async function ask(wanted: UseDraft, dryRun: boolean): Promise<void> {
    draft.value = wanted;
    working.value = true;
    const answer = await client.enterUsage(card.id, requestOf(wanted, dryRun));
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) step.value = { step: dryRun ? 'check' : 'done', report: answer.value };
    else fill();
  }
  function startAgain(next: 'offer' | 'fill'): void {
    draft.value = emptyDraft;
    problem.value = null;
    if (next === 'fill') fill();
    else step.value = { step: 'offer' };
  }

  const now = step.value;
  if (now.step === 'offer') {
    return (
      <p class="use-offer">
        <button type="button" class="link" disabled={!atWork.value} onClick={() => void open()}>
          {say.open}
        </button>
      </p>
    );
  }
  return (
    <section class="use" aria-labelledby="use-title">
      <h2 id="use-title">{say.title(card.name)}</h2>
      {now.step === 'fill' && (
        <>
          <p class="hint">{say.intro}</p>
          <UseForm
            draft={draft.value}
            members={now.members}
            problem={problem.value}
            working={working.value}
            onDraft={(typed) => (draft.value = typed)}
            onCheck={(wanted) => void ask(wanted, true)}
            onCancel={() => startAgain('offer')}
          />
        </>
      )}
      {now.step === 'check' && (
        <Check
          report={now.report}
          working={working.value}
          onChange={fill}
          onSave={() => void ask(draft.value, false)}
        />
      )}
      {now.step === 'done' && <Done report={now.report} onAnother={() => startAgain('fill')} />}
    </section>
  );
}

const byName = (one: Member, other: Member): number => one.name.localeCompare(other.name, place.value.locale);

type CheckProps = {
  readonly report: UsageReport;
  readonly working: boolean;
  readonly onChange: () => void;
  readonly onSave: () => void;
};

/** What would be written, with its price; the keys begin at the harmless button. */
function Check({ report, working, onChange, onSave }: CheckProps) {
  const { usage: say } = words.value;
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => change.current?.focus(), []);
  return (
    <>
      <p class="hint" role="status">
        {say.preview}
      </p>
      <UseLine report={report} />
      <div class="use-buttons">
        <button ref={change} type="button" disabled={working} onClick={onChange}>
          {say.change}
        </button>
        <button type="button" class="primary" disabled={working || !atWork.value} onClick={onSave}>
          {working ? say.saving : say.save}
        </button>
      </div>
    </>
  );
}

/** Whoever has just made a mistake can mend it at once, also without seeing everybody's statement. */
function Done({ report, onAnother }: { readonly report: UsageReport; readonly onAnother: () => void }) {
  const { usage: say } = words.value;
  const takenBack = useSignal(false);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const another = useRef<HTMLButtonElement>(null);
  useEffect(() => another.current?.focus(), []);

  async function takeBack(session: string): Promise<void> {
    working.value = true;
    const answer = await client.withdrawUsage(session, { why: 'mistake' });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    takenBack.value = answer.ok;
  }

  const { session } = report;
  return (
    <>
      <p role="status">
        {takenBack.value ? say.takenBack : say.done(formatMonth(report.month, place.value.locale))}
      </p>
      <UseLine report={report} />
      <ProblemText problem={problem.value} />
      <div class="use-buttons">
        {session !== null && !takenBack.value && (
          <button
            type="button"
            class="link"
            disabled={working.value || !atWork.value}
            onClick={() => void takeBack(session)}
          >
            {working.value ? say.withdrawing : say.withdraw}
          </button>
        )}
        <a class="use-statement" href={pages.statement}>
          {say.statement}
        </a>
        <button ref={another} type="button" onClick={onAnother}>
          {say.another}
        </button>
      </div>
    </>
  );
}
