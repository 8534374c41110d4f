// A page of the journal, newest first, with what it was asked for in the address: so a page can be sent to a colleague.

import type { JournalLine } from '../../contract/journal.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatSince } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { filters, live, nowMs, person, place, words } from '../store.ts';
import { ProofPanel } from './proof-panel.tsx';

const names = ['member', 'machine', 'type', 'from', 'to'] as const;
const dayMs = 86_400_000;

export function JournalList() {
  const { journal: say } = words.value;
  const asked = filters.value;
  const query = queryOf(asked);
  const page = useAsked(query, () => deskClient.journal(query));
  const before = page.value?.before ?? null;
  const kept = Object.fromEntries(
    names.flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? '']] : [])),
  );
  return (
    <main class="page journal">
      <h1>{say.title}</h1>
      <FilterForm key={asked.toString()} />
      <ProblemText problem={page.problem} />
      {page.value?.recorded === true && <p class="news">{say.recorded}</p>}
      {page.value !== null && page.value.entries.length === 0 && <p class="empty">{say.none}</p>}
      {page.value !== null && page.value.entries.length > 0 && <Entries entries={page.value.entries} />}
      <p class="choices">
        {asked.has('before') && <a href={pages.journal(kept)}>{say.newest}</a>}
        {before !== null && <a href={pages.journal({ ...kept, before: String(before) })}>{say.older}</a>}
      </p>
      <ProofPanel />
    </main>
  );
}

/** Days in the address become times in the question: from the first moment of one to the last of the other, UTC. */
function queryOf(asked: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of [...names, 'before'] as const) {
    const value = asked.get(name);
    if (value === null || value === '') continue;
    const dayAtMs = Date.parse(`${value}T00:00:00Z`);
    if (name === 'from' && !Number.isNaN(dayAtMs)) query.set(name, new Date(dayAtMs).toISOString());
    else if (name === 'to' && !Number.isNaN(dayAtMs))
      query.set(name, new Date(dayAtMs + dayMs).toISOString());
    else query.set(name, value);
  }
  return query.toString();
}

function FilterForm() {
  const { journal: say } = words.value;
  const asked = filters.value;
  const mayMembers = can('see-members', { self: person.value, live: true });
  const members = useAsked(mayMembers ? 'members' : null, client.members).value ?? [];
  const machines = live.value.board?.machines ?? [];
  return (
    <form
      class="filters"
      aria-label={say.filter}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const position = String(typed.get('position') ?? '').trim();
        if (/^[1-9]\d{0,14}$/.test(position)) {
          window.location.hash = pages.journalEntry(Number(position));
          return;
        }
        const chosen = names.map((name) => [name, String(typed.get(name) ?? '').trim()] as const);
        window.location.hash = pages.journal(Object.fromEntries(chosen.filter(([, value]) => value !== '')));
      }}
    >
      {mayMembers && (
        <Choice
          name="member"
          label={say.member}
          options={members.map(({ member, name }) => ({ id: member, name }))}
        />
      )}
      <Choice name="machine" label={say.machine} options={machines} />
      <label class="field">
        <span>{say.type}</span>
        <input
          name="type"
          defaultValue={asked.get('type') ?? ''}
          maxLength={64}
          autocapitalize="none"
          spellcheck={false}
        />
      </label>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} class="field">
          <span>{say[name]}</span>
          <input type="date" name={name} defaultValue={asked.get(name) ?? ''} />
        </label>
      ))}
      <label class="field">
        <span>{say.position}</span>
        <input name="position" inputMode="numeric" maxLength={15} />
      </label>
      <p class="filter-acts">
        <button type="submit" class="primary">
          {say.find}
        </button>
        <a href={pages.journal()}>{say.clear}</a>
      </p>
    </form>
  );
}

type ChoiceProps = {
  readonly name: 'member' | 'machine';
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
};

function Choice({ name, label, options }: ChoiceProps) {
  const chosen = filters.value.get(name) ?? '';
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name} value={chosen}>
        <option value="">{words.value.journal.any}</option>
        {chosen !== '' && !options.some(({ id }) => id === chosen) && (
          <option value={chosen}>{chosen}</option>
        )}
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Entries({ entries }: { readonly entries: readonly JournalLine[] }) {
  const { journal: say } = words.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keys.
    <section class="panel scroll" aria-label={say.caption} tabIndex={0}>
      <table data-rows class="entries">
        <thead>
          <tr>
            <th scope="col">{say.position}</th>
            <th scope="col">{say.when}</th>
            <th scope="col">{say.type}</th>
            <th scope="col">{say.about}</th>
            <th scope="col">{say.doer}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <th scope="row">
                <a href={pages.journalEntry(entry.seq)}>{entry.seq}</a>
              </th>
              <td>{formatSince(Date.parse(entry.at), { nowMs: nowMs.value, place: place.value })}</td>
              <td>
                <code>{entry.type}</code>
              </td>
              <td>{[named(entry.machine), named(entry.member)].filter(Boolean).join(' · ')}</td>
              <td>{named(entry.by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Somebody whose name may not be seen, or is erased, is somebody. */
export function named(one: JournalLine['member']): string {
  if (one === null) return '';
  return one.name ?? words.value.usage.doers[one.id] ?? words.value.journal.nameless;
}
