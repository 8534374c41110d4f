// Proposals as lines to read: the list, and one in full. What people wrote paints no terminal.

import { clip } from '../config/read-yaml.ts';
import type { ProposalLine, ProposalView } from '../contract/proposals.ts';
import { formatLocal } from '../domain/local-time.ts';

export function listLines(proposals: readonly ProposalLine[], timezone: string): readonly string[] {
  if (proposals.length === 0) return ['There are no proposals.'];
  return proposals.map((one) => `${one.proposal}  ${stateText(one, timezone)}  ${titleOf(one)}`);
}

export function proposalLines(view: ProposalView, timezone: string): readonly string[] {
  const { reason, changes, comments, votes, receipts, tally } = view;
  const rules = `${votes.quorumPercent} % must vote, more than ${votes.majorityPercent} % of yes and no must be a yes`;
  return [
    titleOf(view),
    `State     ${stateText(view, timezone)}`,
    `Opened    ${local(view.opens, timezone)} by ${clip(view.by ?? 'somebody who is gone', 80)}`,
    `Vote      ${votes.secret ? 'secret' : 'open'}, ${rules}`,
    `Effect    ${local(view.takesEffect, timezone)}, if it is accepted`,
    ...(tally
      ? [`Result    ${tally.yes} yes, ${tally.no} no, ${tally.blank} blank; ${tally.electors} could vote`]
      : []),
    ...(view.outdated ? ['Note      Another policy has begun since this was opened.'] : []),
    ...(reason === null || reason === ''
      ? []
      : reason.split('\n').map((line) => `Reason    ${clip(line, 2_000)}`)),
    ...changes.map(
      ({ path, before, after }) =>
        `Change    ${path.join('.')}: ${clip(before ?? '(left out)', 200)} → ${clip(after ?? '(left out)', 200)}`,
    ),
    ...comments.map(
      ({ by, at, text }) =>
        `Comment   ${local(at, timezone)}, ${clip(by ?? 'somebody who is gone', 80)}: ${clip(text ?? '(erased)', 500)}`,
    ),
    ...receipts.map(({ receipt, choice }) => `Receipt   ${receipt} ${choice}`),
  ];
}

function stateText({ status, closes, ended, voted, electors }: ProposalLine, timezone: string): string {
  const turnout = `${voted} of ${electors} voted`;
  if (status === 'open') return `open until ${local(closes, timezone)}, ${turnout}`;
  return `${status}${ended === null ? '' : ` ${local(ended, timezone)}`}, ${turnout}`;
}

const titleOf = ({ title }: ProposalLine): string => clip(title ?? '(erased)', 120);

const local = (at: string, timezone: string): string => formatLocal(Date.parse(at), timezone);
