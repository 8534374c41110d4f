// Proposals to read and vote on, the open ones first.

import type { ProposalList } from '../../contract/proposals.ts';
import { pages } from '../paths.ts';
import { leftText } from '../proposals/proposal-texts.ts';
import { nowMs, words } from '../store.ts';
import { FirstFive } from './first-five.tsx';

export function VotesPart({ proposals }: { readonly proposals: ProposalList | null }) {
  const { me, proposals: say } = words.value;
  if (proposals === null) return null;
  return (
    <>
      {proposals.proposals.length === 0 && <p class="hint">{me.votes.none}</p>}
      <FirstFive items={proposals.proposals} keyOf={({ proposal }) => proposal}>
        {({ proposal, title, status, closes, iVoted }) => (
          <a href={pages.proposal(proposal)}>
            {title ?? say.untitled}{' '}
            <small>
              {status === 'open' ? leftText(Date.parse(closes) - nowMs.value, say) : say.status[status]}
              {iVoted && ` · ${say.youVoted}`}
            </small>
          </a>
        )}
      </FirstFive>
      <p>
        <a href={pages.proposals}>{me.votes.all}</a>
      </p>
    </>
  );
}
