// One entry of the journal as text, with its hash and those of its neighbours, so that anybody can compute it again.

import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatSince } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { nowMs, place, words } from '../store.ts';
import { named } from './journal-list.tsx';

export function EntryPage({ seq }: { readonly seq: number }) {
  const { journal: say } = words.value;
  const { value: entry, problem } = useAsked(`entry ${seq}`, () => deskClient.journalEntry(seq));
  const count = (one: number): string => new Intl.NumberFormat(place.value.locale).format(one);
  return (
    <main class="page journal">
      <p class="back">
        <a href={pages.journal()}>
          <Icon name="arrow-left" />
          {say.back}
        </a>
      </p>
      <h1>{say.entry({ seq: count(seq) })}</h1>
      <ProblemText problem={problem} />
      {entry !== null && (
        <>
          {entry.recorded && <p class="news">{say.recorded}</p>}
          <p>
            <code>{entry.type}</code>{' '}
            {formatSince(Date.parse(entry.at), { nowMs: nowMs.value, place: place.value })}{' '}
            {[named(entry.machine), named(entry.member), named(entry.by)].filter(Boolean).join(' · ')}{' '}
            <span class="hint">{say.ofLast({ last: count(entry.last) })}</span>
          </p>
          <Panel title={say.text}>
            {entry.text === null ? (
              <p>{say.forgotten}</p>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keys.
              <pre class="entry-text" tabIndex={0}>
                {entry.text}
              </pre>
            )}
          </Panel>
          <dl class="hashes">
            <Hash label={say.hash} hash={entry.hash} />
            <Hash label={say.hashBefore} hash={entry.hashBefore} />
            <Hash label={say.hashAfter} hash={entry.hashAfter} />
          </dl>
          <p class="choices" data-rows>
            {entry.hashBefore !== null && <a href={pages.journalEntry(seq - 1)}>{say.before}</a>}
            {entry.hashAfter !== null && <a href={pages.journalEntry(seq + 1)}>{say.after}</a>}
          </p>
        </>
      )}
    </main>
  );
}

function Hash({ label, hash }: { readonly label: string; readonly hash: string | null }) {
  return hash === null ? null : (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{hash}</code>
      </dd>
    </div>
  );
}
