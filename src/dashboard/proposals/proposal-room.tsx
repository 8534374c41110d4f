// One proposal: what it would change, how it is voted on, my vote or the result, and what was said.

import type { ProposalView } from '../../contract/proposals.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatDateTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { nowMs, person, place, words } from '../store.ts';
import { CommentsPanel } from './comments-panel.tsx';
import { leftText, nameOf, valueText } from './proposal-texts.ts';
import { ResultPanel } from './result-panel.tsx';
import { useProposals } from './use-proposals.ts';
import { VotePanel } from './vote-panel.tsx';

export function ProposalRoom({ proposal }: { readonly proposal: string }) {
  const { proposals: say } = words.value;
  const { value: view, problem, refresh } = useProposals(proposal, client.proposal);
  const mayVote = can('vote', { self: person.value, live: true });
  return (
    <main class="page page-narrow proposals">
      <p class="back">
        <a href={pages.proposals}>
          <Icon name="arrow-left" />
          {say.back}
        </a>
      </p>
      {problem?.code === 'proposal-unknown' ? (
        <p class="empty">{say.unknown}</p>
      ) : (
        <ProblemText problem={problem} />
      )}
      {view !== null && (
        <>
          <Head view={view} />
          <Changes view={view} />
          {view.status === 'open' && mayVote && <VotePanel view={view} onVoted={refresh} />}
          {view.tally !== null && <ResultPanel view={view} />}
          <CommentsPanel view={view} mayComment={view.status === 'open' && mayVote} onSaid={refresh} />
          {view.status === 'open' && view.mine && (
            <AskTwice
              say={say.withdraw}
              look="danger"
              act={() => client.withdrawProposal(view.proposal)}
              onDone={refresh}
            >
              <p>{say.withdrawAsk}</p>
            </AskTwice>
          )}
        </>
      )}
    </main>
  );
}

function Head({ view }: { readonly view: ProposalView }) {
  const { proposals: say } = words.value;
  const at = (time: string): string => formatDateTime(Date.parse(time), place.value);
  const { votes, reason, status } = view;
  const isOpen = status === 'open';
  return (
    <header class="proposal-head">
      <h1>{view.title ?? say.untitled}</h1>
      <p class="hint">{say.opened({ who: view.by ?? say.gone, time: at(view.opens) })}</p>
      <p class="proposal-state" data-status={status}>
        <b>{say.status[status]}</b>{' '}
        <span>
          {isOpen ? `${leftText(Date.parse(view.closes) - nowMs.value, say)} · ` : ''}
          {say.turnout({ voted: view.voted, electors: view.electors })}
        </span>
      </p>
      {reason !== null && reason !== '' && <p class="proposal-reason">{reason}</p>}
      {isOpen && (
        <p class="hint">
          {say.closes({ time: at(view.closes) })} {say.effect({ time: at(view.takesEffect) })}{' '}
          {say.rules({ quorum: votes.quorumPercent, majority: votes.majorityPercent })}{' '}
          {votes.secret ? say.secret : say.notSecret}
        </p>
      )}
      {status === 'accepted' && <p>{say.took({ time: at(view.takesEffect) })}</p>}
      {isOpen && view.outdated && <p role="note">{say.outdated}</p>}
    </header>
  );
}

function Changes({ view }: { readonly view: ProposalView }) {
  const { proposals: say } = words.value;
  if (view.changes.length === 0)
    return (
      <Panel title={say.changes}>
        <p class="empty">{say.noChange}</p>
      </Panel>
    );
  return (
    <Panel title={say.changes}>
      <table class="proposal-changes">
        <thead>
          <tr>
            <th scope="col">{say.value}</th>
            <th scope="col">{say.before}</th>
            <th scope="col">{say.after}</th>
          </tr>
        </thead>
        <tbody>
          {view.changes.map(({ path, before, after }) => (
            <tr key={path.join('/')}>
              <th scope="row">{nameOf(path, say)}</th>
              <td>{valueText(before, say)}</td>
              <td>
                <b>{valueText(after, say)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
