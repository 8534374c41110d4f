// The guesses as choices, and beside them what officina.yaml would say, for a device that is none of them.

import { words } from '../store.ts';
import { entryText, fieldsOf, kindFields, type Role, type Target, withRole } from './assign-draft.ts';
import { type FieldProps, Mistake } from './mistake.tsx';

type Props = FieldProps & { readonly target: Target };

export function WhatItIs({ target, draft, wrong, onDraft }: Props) {
  const { newcomers: say } = words.value;
  return (
    <fieldset class="choices" data-wrong={wrong !== null}>
      <legend>{say.what}</legend>
      {target.guesses.map((guess, index) => (
        <label key={`${guess.role} ${entryText(guess.entry)}`} class="option">
          <input
            type="radio"
            name="what"
            checked={draft.what === index}
            onChange={() => onDraft({ ...draft, what: index })}
          />
          <span>
            <b>{say.roles[guess.role]}</b> <code>{entryText(guess.entry)}</code>
            <small lang="en">{guess.because}</small>
          </span>
        </label>
      ))}
      <label class="option">
        <input
          type="radio"
          name="what"
          checked={draft.what === 'other'}
          onChange={() => onDraft({ ...draft, what: 'other' })}
        />
        <span>
          <b>{say.other}</b>
          <small>{say.otherHint}</small>
        </span>
      </label>
      {draft.what === 'other' && <TypedEntry draft={draft} onDraft={onDraft} />}
      <Mistake text={wrong} />
    </fieldset>
  );
}

function TypedEntry({ draft, onDraft }: Omit<FieldProps, 'wrong'>) {
  const { newcomers: say } = words.value;
  return (
    <div class="typed-entry">
      <label class="field">
        <span>{say.role}</span>
        <select
          value={draft.role}
          onChange={({ currentTarget: { value } }) => onDraft(withRole(draft, value as Role))}
        >
          <option value="switch">{say.roles.switch}</option>
          <option value="reader">{say.roles.reader}</option>
        </select>
      </label>
      <label class="field">
        <span>{say.kind}</span>
        <select
          value={draft.kind}
          onChange={({ currentTarget: { value } }) => onDraft({ ...draft, kind: value, fields: {} })}
        >
          {Object.keys(kindFields[draft.role]).map((kind) => (
            <option key={kind} value={kind}>
              {kind}
            </option>
          ))}
        </select>
      </label>
      {fieldsOf(draft).map(({ name, isOptional }) => (
        <label key={name} class="field">
          <span>{isOptional ? say.optional({ label: labelOf(name) }) : labelOf(name)}</span>
          <input
            value={draft.fields[name] ?? ''}
            maxLength={128}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={({ currentTarget: { value } }) =>
              onDraft({ ...draft, fields: { ...draft.fields, [name]: value } })
            }
          />
        </label>
      ))}
    </div>
  );
}

const labelOf = (name: string): string => words.value.newcomers.fields[name] ?? name;
