// Gives members a certificate: one or several at once, first as a dry run that says who gains what, then in earnest, with an undo
// that is a further entry. What was chosen stays when something is wrong.

import { useSignal } from '@preact/signals';
import type { CertifyReport } from '../../contract/certifications.ts';
import type { Member, Problem } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';
import { formatDate } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, place, words } from '../store.ts';
import { type CertifyDraft, CertifyFields as Fields } from './certify-fields.tsx';
import { undoCertify } from './undo-certify.ts';

type Props = {
  readonly title: string;
  /** Who may be chosen; one alone is chosen already. */
  readonly members: readonly Member[];
  readonly onChanged: () => void;
};
type Step = 'form' | 'checked' | 'done' | 'undone';

export function CertifyForm({ title, members, onChanged }: Props) {
  const { certify: say } = words.value.people;
  const draft = useSignal<CertifyDraft>({ certificate: '', level: 'operate', until: '' });
  const others = members.filter(({ member }) => member !== person.value?.member);
  const chosen = useSignal<readonly string[]>(members.length === 1 ? others.map(({ member }) => member) : []);
  const step = useSignal<Step>('form');
  const report = useSignal<CertifyReport | null>(null);
  const problem = useSignal<Problem | null>(null);
  const lack = useSignal<string | null>(null);
  const working = useSignal(false);

  async function send(dryRun: boolean): Promise<void> {
    const { certificate, level, until } = draft.value;
    lack.value =
      certificate === '' ? say.lackCertificate : chosen.value.length === 0 ? say.lackMembers : null;
    if (lack.value !== null) return;
    working.value = true;
    const asked = {
      members: [...chosen.value],
      certificate,
      level,
      until: until === '' ? null : until,
      dryRun,
    };
    const answer = await deskClient.certify(asked);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    report.value = answer.value;
    step.value = dryRun ? 'checked' : 'done';
    if (!dryRun) onChanged();
  }

  async function undo(): Promise<void> {
    working.value = true;
    problem.value = await undoCertify(draft.value.certificate, report.value?.changes ?? []);
    working.value = false;
    if (problem.value === null) step.value = 'undone';
    onChanged();
  }

  const changes = report.value?.changes ?? [];
  return (
    <Panel title={title}>
      <p class="news" role="status">
        {step.value === 'done' && say.done({ count: changes.length })}
        {step.value === 'undone' && say.undone}
      </p>
      <ProblemText problem={problem.value} />
      {step.value === 'form' && (
        <Fields
          {...{ draft, chosen, others, lack: lack.value, working: working.value }}
          isOne={members.length === 1}
          onCheck={() => void send(true)}
        />
      )}
      {step.value === 'checked' && (
        <Checked
          changes={changes}
          working={working.value}
          onBack={() => (step.value = 'form')}
          onGive={() => void send(false)}
        />
      )}
      {(step.value === 'done' || step.value === 'undone') && (
        <div class="row-form">
          {step.value === 'done' && (
            <button type="button" disabled={working.value || !atWork.value} onClick={() => void undo()}>
              {say.undo}
            </button>
          )}
          <button type="button" class="link" onClick={() => (step.value = 'form')}>
            {say.close}
          </button>
        </div>
      )}
    </Panel>
  );
}

type CheckedProps = {
  readonly changes: CertifyReport['changes'];
  readonly working: boolean;
  readonly onBack: () => void;
  readonly onGive: () => void;
};

function Checked({ changes, working, onBack, onGive }: CheckedProps) {
  const { certify: say } = words.value.people;
  return (
    <>
      {changes.length === 0 && <p>{say.same}</p>}
      <ul class="changes">
        {changes.map((change) => (
          <li key={change.member}>{sentenceOf(change)}</li>
        ))}
      </ul>
      <div class="row-form">
        <button type="button" disabled={working} onClick={onBack}>
          {say.change}
        </button>
        {changes.length > 0 && (
          <button type="button" class="primary" disabled={working || !atWork.value} onClick={onGive}>
            {working ? say.giving : say.give}
          </button>
        )}
      </div>
    </>
  );
}

function sentenceOf({ name, member, before, after }: CertifyReport['changes'][number]): string {
  const { certify: say } = words.value.people;
  const who = { name: name ?? member, until: endOf(after) };
  return before === null ? say.gains(who) : say.renews({ ...who, before: endOf(before) });
}

function endOf(held: CertifyReport['changes'][number]['after']): string {
  const { members: say } = words.value.desk;
  const until = held?.until ?? null;
  return until === null ? say.noEnd : say.until({ day: formatDate(until, place.value.locale) });
}
