// What a device is, for which machine, and how it is called. What is wrong stands at the field that it is about; nothing is
// sent before all is said.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, live, words } from '../store.ts';
import {
  type AssignDraft,
  asksSafety,
  idOf,
  type Lack,
  lacksOf,
  linesOf,
  mistakesOf,
  type Target,
} from './assign-draft.ts';
import { AddedLines } from './assign-steps.tsx';
import { type FieldProps, Mistake } from './mistake.tsx';
import { SafetyQuestions } from './safety-questions.tsx';
import type { Assigning } from './use-assigning.ts';
import { WhatItIs } from './what-it-is.tsx';

type Props = { readonly target: Target; readonly draft: AssignDraft; readonly assigning: Assigning };

export function AssignForm({ target, draft, assigning }: Props) {
  const { newcomers: say } = words.value;
  /** Told only once somebody tried to go on. */
  const tried = useSignal(false);
  const lacks = lacksOf(draft, target);
  const wrongAt = (field: Lack): string | null =>
    (tried.value && lacks.includes(field) ? say.lacks[field] : null) ?? mistakeAt(assigning.problem, field);
  const onDraft = (typed: AssignDraft) => assigning.change({ target, draft: typed });
  const byHand = linesOf(assigning.problem);
  return (
    <form
      class="assign-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tried.value = true;
        if (lacks.length === 0) void assigning.ask({ target, draft }, true);
        else focusFirstMistake(event.currentTarget);
      }}
    >
      <ProblemText problem={assigning.problem} />
      <Mistake text={mistakeAt(assigning.problem, null)} />
      {byHand.length > 0 && (
        <>
          <p>{say.byHand}</p>
          <AddedLines lines={byHand} />
        </>
      )}
      <WhatItIs
        target={target}
        draft={draft}
        wrong={wrongAt('what') ?? wrongAt('fields')}
        onDraft={onDraft}
      />
      <MachineField draft={draft} wrong={wrongAt('machine')} onDraft={onDraft} />
      <IdField target={target} draft={draft} wrong={wrongAt('id')} onDraft={onDraft} />
      {asksSafety(draft, target) && (
        <SafetyQuestions draft={draft} wrong={wrongAt('answers')} onDraft={onDraft} />
      )}
      <div class="row-form">
        <button type="button" disabled={assigning.working} onClick={assigning.leave}>
          {say.cancel}
        </button>
        <button type="submit" class="primary" disabled={assigning.working || !atWork.value}>
          {assigning.working ? say.checking : say.check}
        </button>
      </div>
    </form>
  );
}

/** After the next drawing, when the mistakes stand there. */
function focusFirstMistake(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[data-wrong="true"] :is(input, select)')?.focus();
  });
}

/** What the gateway found wrong there; null for what is about no field of the form. */
function mistakeAt(problem: Assigning['problem'], lack: Lack | null): string | null {
  const { newcomers: say } = words.value;
  const field = lack === 'what' ? 'entry' : (lack ?? undefined);
  const texts = mistakesOf(problem)
    .filter((one) => one.field === field)
    .map(({ line, text }) => (line === null ? text : say.atLine({ line, text })));
  return texts.length === 0 ? null : texts.join(' ');
}

function MachineField({ draft, wrong, onDraft }: FieldProps) {
  const { newcomers: say } = words.value;
  const machines = live.value.board?.machines ?? [];
  return (
    <Labelled label={say.machine} wrong={wrong}>
      {(given) => (
        <select
          {...given}
          value={draft.machine ?? '?'}
          aria-invalid={wrong !== null}
          onChange={({ currentTarget: { value } }) =>
            onDraft(withMachine(draft, value === '?' ? null : value))
          }
        >
          <option value="?">{say.chooseMachine}</option>
          {machines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{say.noMachine}</option>
        </select>
      )}
    </Labelled>
  );
}

/** What was answered for one machine is no answer for another. */
const withMachine = (draft: AssignDraft, machine: string | null): AssignDraft => ({
  ...draft,
  ...{ machine, noVoltRelease: null },
});

function IdField({ target, draft, wrong, onDraft }: FieldProps & { readonly target: Target }) {
  const { newcomers: say } = words.value;
  return (
    <Labelled label={say.id} wrong={wrong} hint={say.idHint}>
      {(given) => (
        <input
          {...given}
          value={idOf(draft, target)}
          maxLength={64}
          aria-invalid={wrong !== null}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => onDraft({ ...draft, id: value })}
        />
      )}
    </Labelled>
  );
}

type LabelledProps = {
  readonly label: string;
  readonly wrong: string | null;
  readonly hint?: string;
  readonly children: (given: {
    readonly id: string;
    readonly 'aria-describedby': string;
  }) => ComponentChildren;
};

function Labelled({ label, wrong, hint, children }: LabelledProps) {
  const id = useId();
  const below = `${id}-below`;
  return (
    <div class="field" data-wrong={wrong !== null}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': below })}
      <div id={below}>
        {hint !== undefined && <small>{hint} </small>}
        <Mistake text={wrong} />
      </div>
    </div>
  );
}
