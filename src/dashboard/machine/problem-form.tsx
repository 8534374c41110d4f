// A member reports what is wrong with a machine: in their own words, and how bad it is as three choices, each with what it
// does. Nothing is chosen beforehand: whoever locks a machine means it.

import { useSignal } from '@preact/signals';
import type { ProblemReport } from '../../contract/care.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, words } from '../store.ts';
import { severityIcons } from './care-problems.tsx';

type Severity = ProblemReport['severity'];

type Props = { readonly machine: string; readonly onDone: () => void; readonly onCancel: () => void };

export function ProblemForm({ machine, onDone, onCancel }: Props) {
  const text = useSignal('');
  const severity = useSignal<Severity | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const { care: say } = words.value;
  const chosen = severity.value;
  const isReady = chosen !== null && text.value.trim() !== '' && atWork.value && !working.value;

  async function send(): Promise<void> {
    if (chosen === null) return;
    working.value = true;
    const answer = await client.reportProblem(machine, { severity: chosen, text: text.value });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) onDone();
  }

  return (
    <form
      class="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send();
      }}
    >
      <h3>{say.reportTitle}</h3>
      <ProblemText problem={problem.value} />
      <label class="field">
        <span>{say.what}</span>
        <textarea
          rows={3}
          maxLength={500}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <small>{say.whatHint}</small>
      </label>
      <Severities chosen={chosen} onChoose={(one) => (severity.value = one)} />
      <p class="care-acts">
        <button type="submit" class="primary" disabled={!isReady}>
          {working.value ? say.sending : say.send}
        </button>
        <button type="button" class="link" onClick={onCancel}>
          {say.cancel}
        </button>
      </p>
    </form>
  );
}

const severities: readonly Severity[] = ['note', 'flag', 'lock'];

type Choice = { readonly chosen: Severity | null; readonly onChoose: (one: Severity) => void };

function Severities({ chosen, onChoose }: Choice) {
  const { care: say } = words.value;
  return (
    <fieldset class="severities">
      <legend>{say.howBad}</legend>
      {severities.map((one) => (
        <label key={one} data-severity={one}>
          <input type="radio" name="severity" checked={chosen === one} onChange={() => onChoose(one)} />
          <span>
            <b>
              <Icon name={severityIcons[one]} />
              {say.severities[one].title}
            </b>
            <small>{say.severities[one].does}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
