// Gives members a certificate: one or several at once, first as a dry run that says who gains what, then in earnest, with an undo
// that is a further entry. What was chosen stays when something is wrong.

import { useSignal } from '@preact/signals';
import type { CertifyReport, CertifyRequest } from '../../contract/certifications.ts';
import type { Member, Problem } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatDate } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, place, words } from '../store.ts';
import { undoCertify } from './undo-certify.ts';

type Props = {
  readonly title: string;
  /** Who may be chosen; one alone is chosen already. */
  readonly members: readonly Member[];
  readonly onChanged: () => void;
};
type Step = 'form' | 'checked' | 'done' | 'undone';
type Level = NonNullable<CertifyRequest['level']>;

const levels: readonly Level[] = ['assist', 'operate', 'maintain', 'teach'];

export function CertifyForm({ title, members, onChanged }: Props) {
  const { certify: say } = words.value.people;
  const draft = useSignal({ certificate: '', level: 'operate' as Level, until: '' });
  const others = members.filter(({ member }) => member !== person.value?.member);
  const chosen = useSignal<readonly string[]>(members.length === 1 ? others.map(({ member }) => member) : []);
  const step = useSignal<Step>('form');
  const report = useSignal<CertifyReport | null>(null);
  const problem = useSignal<Problem | null>(null);
  const lack = useSignal<string | null>(null);
  const working = useSignal(false);
  const known = useAsked('certificates', deskClient.certificates).value?.certificates ?? [];

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
        <form
          class="certify"
          onSubmit={(event) => {
            event.preventDefault();
            void send(true);
          }}
        >
          <label class="field">
            <span>{say.certificate}</span>
            <select
              value={draft.value.certificate}
              onChange={({ currentTarget: { value } }) =>
                (draft.value = { ...draft.value, certificate: value })
              }
            >
              <option value="">{say.choose}</option>
              {known.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{say.level}</span>
            <select
              value={draft.value.level}
              onChange={({ currentTarget: { value } }) =>
                (draft.value = { ...draft.value, level: levels.find((one) => one === value) ?? 'operate' })
              }
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {words.value.access.levels[level]}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{say.until}</span>
            <input
              type="date"
              value={draft.value.until}
              onInput={({ currentTarget: { value } }) => (draft.value = { ...draft.value, until: value })}
            />
            <small>{say.untilHint}</small>
          </label>
          {members.length > 1 && (
            <fieldset class="pick">
              <legend>{say.who}</legend>
              {others.map(({ member, name }) => (
                <label key={member}>
                  <input
                    type="checkbox"
                    checked={chosen.value.includes(member)}
                    onChange={({ currentTarget: { checked } }) =>
                      (chosen.value = checked
                        ? [...chosen.value, member]
                        : chosen.value.filter((one) => one !== member))
                    }
                  />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
          )}
          {lack.value !== null && (
            <p class="mistake" role="alert">
              {lack.value}
            </p>
          )}
          <button type="submit" class="primary" disabled={working.value || !atWork.value}>
            {working.value ? say.checking : say.check}
          </button>
        </form>
      )}
      {step.value === 'checked' && (
        <>
          {changes.length === 0 && <p>{say.same}</p>}
          <ul class="changes">
            {changes.map((change) => (
              <li key={change.member}>{sentenceOf(change)}</li>
            ))}
          </ul>
          <div class="row-form">
            <button type="button" disabled={working.value} onClick={() => (step.value = 'form')}>
              {say.change}
            </button>
            {changes.length > 0 && (
              <button
                type="button"
                class="primary"
                disabled={working.value || !atWork.value}
                onClick={() => void send(false)}
              >
                {working.value ? say.giving : say.give}
              </button>
            )}
          </div>
        </>
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
