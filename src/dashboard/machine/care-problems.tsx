// The problems of a machine that stand open, the most pressing first; a steward says what became of each.

import { useSignal } from '@preact/signals';
import type { CareView, ProblemAnswer } from '../../contract/care.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatSince } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { whoText } from './care-log.tsx';

type Props = { readonly care: CareView; readonly onChange: () => void };
type Open = CareView['problems'][number];

export function CareProblems({ care, onChange }: Props) {
  const { care: say } = words.value;
  if (care.problems.length === 0) return null;
  return (
    <div class="care-problems">
      <h3>{say.problems}</h3>
      <ul>
        {care.problems.map((one) => (
          <li key={one.problem} data-severity={one.severity}>
            <OpenProblem machine={care.machine} one={one} onChange={onChange} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export const severityIcons: Readonly<Record<Open['severity'], IconName>> = {
  note: 'circle-question-mark',
  flag: 'triangle-alert',
  lock: 'octagon-alert',
};

const closings: readonly ProblemAnswer['what'][] = ['mended', 'no-fault', 'duplicate'];

type One = { readonly machine: string; readonly one: Open; readonly onChange: () => void };

function OpenProblem({ machine, one, onChange }: One) {
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const minutes = useSignal('0');
  const { care: say } = words.value;
  const { title } = say.severities[one.severity];
  const time = formatSince(Date.parse(one.at), { nowMs: nowMs.value, place: place.value });

  async function close(what: ProblemAnswer['what']): Promise<void> {
    working.value = true;
    const worked = Math.min(1_440, Math.max(0, Math.trunc(Number(minutes.value)) || 0));
    const answer = await client.closeProblem({ machine, problem: one.problem }, { what, minutes: worked });
    problem.value = answer.ok ? null : answer.problem;
    working.value = false;
    if (answer.ok) onChange();
  }

  return (
    <>
      <p class="problem-head">
        <Icon name={severityIcons[one.severity]} />
        <b>{title}</b> <span>{say.reported({ who: whoText(one.by), time })}</span>
      </p>
      <p class={one.text === null ? 'hint' : ''}>{one.text ?? say.wordsGone}</p>
      {can('give-care', { self: person.value, live: true }) && (
        <fieldset class="care-acts" aria-label={say.close({ title })}>
          <label class="care-minutes">
            <span>{say.minutes}</span>
            <input
              type="number"
              min={0}
              max={1440}
              value={minutes.value}
              onInput={(event) => (minutes.value = event.currentTarget.value)}
            />
          </label>
          {closings.map((what) => (
            <button
              key={what}
              type="button"
              disabled={working.value || !atWork.value}
              onClick={() => void close(what)}
            >
              {say.closings[what]}
            </button>
          ))}
        </fieldset>
      )}
      <ProblemText problem={problem.value} />
    </>
  );
}
