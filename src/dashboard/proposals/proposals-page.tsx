// Votes: the list of proposals, and one of them in full. The list says what is open and how long, the page of one what it
// would change.

import { useSignal } from '@preact/signals';
import type { ProposalLine } from '../../contract/proposals.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatSince } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { nowMs, person, place, words } from '../store.ts';
import { ProposalForm } from './proposal-form.tsx';
import { ProposalRoom } from './proposal-room.tsx';
import { leftText } from './proposal-texts.ts';
import { useProposals } from './use-proposals.ts';

/** @param proposal the one that is open; null for the list */
export function ProposalsPage({ proposal }: { readonly proposal: string | null }) {
  const { proposals: say } = words.value;
  if (!can('see-proposals', { self: person.value, live: true }))
    return <main class="page">{say.notElector}</main>;
  return proposal === null ? <ProposalList /> : <ProposalRoom key={proposal} proposal={proposal} />;
}

function ProposalList() {
  const { proposals: say } = words.value;
  const { value, problem, refresh } = useProposals('list', client.proposals);
  const isProposing = useSignal(false);
  const lines = value?.proposals ?? [];
  const open = lines.filter(({ status }) => status === 'open');
  const past = lines.filter(({ status }) => status !== 'open');
  const document = value?.document ?? null;
  const mayPropose = can('vote', { self: person.value, live: true }) && (value?.votes ?? null) !== null;
  return (
    <main class="page page-narrow proposals">
      <header>
        <h1>{say.title}</h1>
        <p class="hint">{say.intro}</p>
      </header>
      <ProblemText problem={problem} />
      {value !== null && value.votes === null && <p class="empty">{say.noVotes}</p>}
      {mayPropose && document !== null && !isProposing.value && (
        <p>
          <button type="button" class="primary" onClick={() => (isProposing.value = true)}>
            {say.propose}
          </button>
        </p>
      )}
      {isProposing.value && document !== null && (
        <ProposalForm
          document={document}
          onDone={() => {
            isProposing.value = false;
            refresh();
          }}
          onCancel={() => (isProposing.value = false)}
        />
      )}
      {value !== null && value.votes !== null && lines.length === 0 && <p class="empty">{say.none}</p>}
      {open.length > 0 && <Lines title={say.open} lines={open} />}
      {past.length > 0 && <Lines title={say.past} lines={past} />}
    </main>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly ProposalLine[] }) {
  return (
    <section class="panel" aria-label={title}>
      <h2>{title}</h2>
      <ul class="proposal-lines">
        {lines.map((line) => (
          <li key={line.proposal} data-status={line.status}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { readonly line: ProposalLine }) {
  const { proposals: say } = words.value;
  const when =
    line.ended === null
      ? leftText(Date.parse(line.closes) - nowMs.value, say)
      : `${say.status[line.status]}, ${formatSince(Date.parse(line.ended), { nowMs: nowMs.value, place: place.value })}`;
  return (
    <a href={pages.proposal(line.proposal)}>
      <b>{line.title ?? say.untitled}</b>
      <span>
        {when} · {say.turnout({ voted: line.voted, electors: line.electors })}
        {line.iVoted && ` · ${say.youVoted}`}
      </span>
    </a>
  );
}
