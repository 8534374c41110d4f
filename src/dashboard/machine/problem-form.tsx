// A member reports what is wrong with a machine: in their own words, and how bad it is as three choices, each with what it
// does. Nothing is chosen beforehand: whoever locks a machine means it.

import { useSignal } from '@preact/signals';
import type { ProblemReport } from '../../contract/care.ts';
import { client } from '../client.ts';
import { Icon } from '../look/icon.tsx';
import { words } from '../store.ts';
import { severityIcons } from './care-problems.tsx';
import { CareSheet } from './care-sheet.tsx';

type Severity = ProblemReport['severity'];

type Props = { readonly machine: string; readonly onDone: () => void; readonly onCancel: () => void };

export function ProblemForm({ machine, onDone, onCancel }: Props) {
  const text = useSignal('');
  const severity = useSignal<Severity | null>(null);
  const { care: say } = words.value;
  const chosen = severity.value;
  const send = (how: Severity) => client.reportProblem(machine, { severity: how, text: text.value });

  return (
    <CareSheet
      title={say.reportTitle}
      submit={say.send}
      sending={say.sending}
      isReady={chosen !== null && text.value.trim() !== ''}
      send={() => send(chosen ?? 'note')}
      {...{ onDone, onCancel }}
    >
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
    </CareSheet>
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
