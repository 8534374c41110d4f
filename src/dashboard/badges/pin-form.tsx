// The fields of a new PIN, typed twice; what is wrong with them stands beside the field, which takes the keys.

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';
import { emptyPin, type PinDraft, pinMistake } from './pin-draft.ts';
import type { PinPanelProps } from './pin-panel.tsx';

export type PinFormProps = Pick<PinPanelProps, 'own' | 'save'> & {
  readonly onSaved: () => void;
  readonly onCancel: () => void;
};

export function PinForm({ own, save, onSaved, onCancel }: PinFormProps) {
  const { pin: say } = words.value.desk;
  const draft = useSignal(emptyPin);
  const password = useSignal('');
  const mistake = useSignal<ReturnType<typeof pinMistake>>(null);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);

  async function submit(): Promise<void> {
    mistake.value = pinMistake(draft.value);
    if (mistake.value !== null) return;
    working.value = true;
    const answer = await save({ pin: draft.value.first, password: password.value });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) onSaved();
  }

  const type = (field: keyof PinDraft) => (text: string) => {
    draft.value = { ...draft.value, [field]: text };
    mistake.value = null;
  };
  return (
    <form
      class="pin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ProblemText problem={problem.value} />
      {(['first', 'again'] as const).map((field) => (
        <PinField
          key={field}
          label={say[field]}
          hint={field === 'first' ? say.hint : null}
          value={draft.value[field]}
          mistake={mistake.value?.field === field ? say[mistake.value.why] : null}
          takesKeys={field === 'first'}
          onType={type(field)}
        />
      ))}
      {own && <PasswordField value={password.value} onType={(text) => (password.value = text)} />}
      <div class="row-form">
        <button type="button" onClick={onCancel}>
          {say.cancel}
        </button>
        <button
          type="submit"
          class="primary"
          disabled={working.value || !atWork.value || (own && password.value === '')}
        >
          {working.value ? say.saving : say.save}
        </button>
      </div>
    </form>
  );
}

type PinFieldProps = {
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly mistake: string | null;
  /** Whether it is where typing begins. */
  readonly takesKeys: boolean;
  readonly onType: (text: string) => void;
};

function PinField({ label, hint, value, mistake, takesKeys, onType }: PinFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const below = useId();
  const wrong = mistake !== null;
  useEffect(() => {
    if (takesKeys || wrong) field.current?.focus();
  }, [takesKeys, wrong]);
  return (
    <div class="field">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={8}
          value={value}
          aria-invalid={wrong}
          aria-describedby={below}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <small id={below} class={wrong ? 'mistake' : ''} role={wrong ? 'alert' : undefined}>
        {mistake ?? hint}
      </small>
    </div>
  );
}

type PasswordFieldProps = { readonly value: string; readonly onType: (text: string) => void };

export function PasswordField({ value, onType }: PasswordFieldProps) {
  const { pin: say } = words.value.desk;
  const below = useId();
  return (
    <div class="field">
      <label>
        <span>{say.password}</span>
        <input
          type="password"
          autocomplete="current-password"
          maxLength={200}
          value={value}
          aria-describedby={below}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <small id={below}>{say.passwordHint}</small>
    </div>
  );
}
