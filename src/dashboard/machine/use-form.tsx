// The fields of a use that no reader saw. Who may not list the members types a handle instead.

import { useEffect, useRef } from 'preact/hooks';
import type { Member, Problem } from '../../contract/people.ts';
import type { UsageRequest } from '../../contract/usage.ts';
import { formatTime } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, place, words } from '../store.ts';
import { latestTime, type UseDraft, withTime } from './use-draft.ts';

type Props = {
  readonly draft: UseDraft;
  /** Null when they may not be listed. */
  readonly members: readonly Member[] | null;
  readonly problem: Problem | null;
  readonly working: boolean;
  readonly onDraft: (draft: UseDraft) => void;
  readonly onCheck: (draft: UseDraft) => void;
  readonly onCancel: () => void;
};

export function UseForm({ draft, members, problem, working, onDraft, onCheck, onCancel }: Props) {
  const { usage: say } = words.value;
  return (
    <form
      class="use-form"
      onSubmit={(event) => {
        event.preventDefault();
        onCheck(draft);
      }}
    >
      <p class="hint use-wide">{say.intro}</p>
      <ProblemText problem={problem} />
      <Meant problem={problem} draft={draft} onChoose={onCheck} />
      <MemberField draft={draft} members={members} onDraft={onDraft} />
      <TimeField field="from" draft={draft} onDraft={onDraft} />
      <TimeField field="to" draft={draft} onDraft={onDraft} />
      <p class="hint use-zone">{say.zone({ zone: place.value.timezone })}</p>
      <label class="field use-wide">
        <span>{say.why}</span>
        <select
          value={draft.why}
          onChange={(event) => onDraft({ ...draft, why: event.currentTarget.value as UsageRequest['why'] })}
        >
          {Object.entries(say.reasons).map(([why, text]) => (
            <option key={why} value={why}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label class="field use-wide">
        <span>{say.note}</span>
        <input
          value={draft.note}
          maxLength={280}
          autocomplete="off"
          onInput={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
        />
        <small>{say.noteHint}</small>
      </label>
      <div class="use-buttons">
        <button type="button" onClick={onCancel}>
          {say.cancel}
        </button>
        <button type="submit" class="primary" disabled={working || !atWork.value}>
          {working ? say.checking : say.check}
        </button>
      </div>
    </form>
  );
}

type FieldProps = Pick<Props, 'draft' | 'onDraft'>;

function MemberField({ draft, members, onDraft }: FieldProps & Pick<Props, 'members'>) {
  const { usage: say } = words.value;
  const first = useRef<HTMLSelectElement & HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const type = (member: string) => onDraft({ ...draft, member });
  if (members === null) {
    return (
      <label class="field use-wide">
        <span>{say.handle}</span>
        <input
          ref={first}
          value={draft.member}
          required
          pattern="[a-z0-9\-]{1,64}"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
    );
  }
  return (
    <label class="field use-wide">
      <span>{say.member}</span>
      <select ref={first} value={draft.member} required onChange={(event) => type(event.currentTarget.value)}>
        <option value="">{say.choose}</option>
        {members.map(({ handle, name }) => (
          <option key={handle} value={handle}>
            {name} ({handle})
          </option>
        ))}
      </select>
    </label>
  );
}

function TimeField({ field, draft, onDraft }: FieldProps & { readonly field: 'from' | 'to' }) {
  const { usage: say } = words.value;
  return (
    <label class="field">
      <span>{say[field]}</span>
      <input
        type="datetime-local"
        value={draft[field]}
        max={latestTime(nowMs.value, place.value)}
        required
        onInput={(event) => onDraft(withTime(draft, field, event.currentTarget.value))}
      />
    </label>
  );
}

type MeantProps = Pick<Props, 'problem' | 'draft'> & { readonly onChoose: (draft: UseDraft) => void };

/** On the nights when clocks are changed: the instants that may have been meant, to press. */
function Meant({ problem, draft, onChoose }: MeantProps) {
  const field = problem?.field;
  if (problem?.readings === undefined || (field !== 'from' && field !== 'to')) return null;
  return (
    <div class="use-meant">
      <p>{words.value.usage.meant}</p>
      {problem.readings.map((reading) => (
        <button
          key={reading}
          type="button"
          onClick={() => onChoose({ ...draft, exact: { ...draft.exact, [field]: reading } })}
        >
          {formatTime(Date.parse(reading), place.value)} (UTC{reading.slice(-6)})
        </button>
      ))}
    </div>
  );
}
