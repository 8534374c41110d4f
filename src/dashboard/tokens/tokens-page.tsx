// One's own bearer tokens: the list, a new one whose secret is shown this once, and the way to drop one.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { TokenMade } from '../../contract/requests.ts';
import { can } from '../can.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatDate } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, place, words } from '../store.ts';

export function TokensPage() {
  const { tokens: say } = words.value.people;
  const may = can('see-tokens', { self: person.value, live: true });
  const { value, problem, again } = useAsked(may ? 'tokens' : null, deskClient.tokens);
  if (!may) return <main class="page">{say.notYours}</main>;
  const day = (at: string): string => formatDate(at.slice(0, 10), place.value.locale);
  return (
    <main class="page page-narrow tokens">
      <h1>{say.title}</h1>
      <p class="hint">{say.what}</p>
      <ProblemText problem={problem} />
      {value?.length === 0 && <p class="empty">{say.none}</p>}
      {value !== null && value.length > 0 && (
        <ul class="token-list">
          {value.map(({ id, label, scopes, created, expires }) => (
            <li key={id}>
              <p>
                <b>{label}</b>
                <small>{scopes.join(', ')}</small>
                <small>
                  {say.created({ day: day(created) })} ·{' '}
                  {expires === null ? say.noEnd : say.ends({ day: day(expires) })}
                </small>
              </p>
              <AskTwice
                say={{ ...say.drop, offerOf: say.dropOf({ label }) }}
                look="danger"
                act={() => deskClient.dropToken(id)}
                onDone={again}
              >
                <p>{say.dropWhat}</p>
              </AskTwice>
            </li>
          ))}
        </ul>
      )}
      <NewToken onMade={again} />
    </main>
  );
}

function NewToken({ onMade }: { readonly onMade: () => void }) {
  const { tokens: say } = words.value.people;
  const draft = useSignal({ label: '', days: '90' });
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const made = useSignal<TokenMade | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const own = person.value?.scopes ?? [];
  const { label, days } = draft.value;
  const isReady = label.trim() !== '' && chosen.value.size > 0 && /^(|[1-9]\d{0,3})$/.test(days);

  async function make(): Promise<void> {
    working.value = true;
    const scopes = own.filter((scope) => chosen.value.has(scope));
    const asked = { label: label.trim(), scopes, days: days === '' ? null : Number(days) };
    const answer = await deskClient.makeToken(asked);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    made.value = answer.value;
    onMade();
  }

  if (made.value !== null)
    return (
      <Panel title={made.value.token.label}>
        <p class="problem" role="status">
          {say.once}
        </p>
        <CopyCommand command={made.value.secret} label={say.secret} />
        <p>
          <button type="button" class="primary" onClick={() => (made.value = null)}>
            {say.close}
          </button>
        </p>
      </Panel>
    );
  return (
    <Panel title={say.fresh}>
      <form
        class="certify"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void make();
        }}
      >
        <label class="field">
          <span>{say.label}</span>
          <input
            data-key="new"
            value={label}
            maxLength={80}
            autocomplete="off"
            onInput={({ currentTarget: { value } }) => (draft.value = { ...draft.value, label: value })}
          />
        </label>
        <label class="field">
          <span>{say.days}</span>
          <input
            type="number"
            min={1}
            max={3650}
            value={days}
            onInput={({ currentTarget: { value } }) => (draft.value = { ...draft.value, days: value })}
          />
          <small>{say.daysHint}</small>
        </label>
        <fieldset class="pick">
          <legend>{say.scopes}</legend>
          {own.map((scope) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={chosen.value.has(scope)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(chosen.value);
                  if (checked) next.add(scope);
                  else next.delete(scope);
                  chosen.value = next;
                }}
              />
              <code>{scope}</code>
            </label>
          ))}
        </fieldset>
        <ProblemText problem={problem.value} />
        <button type="submit" class="primary" disabled={!isReady || working.value || !atWork.value}>
          {working.value ? say.making : say.make}
        </button>
      </form>
    </Panel>
  );
}
