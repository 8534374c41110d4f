// Why a proposal, a ballot or a comment is refused, in the words of a person: the same at the page and on the command line.

export const proposalRefusals = {
  'votes-none': [
    'The policy of this space is not changed by a vote.',
    'Whoever keeps its file can allow it under `votes`.',
  ],
  'proposals-full': ['Eight proposals are open already.', 'Wait until one of them is over.'],
  'proposals-own-full': ['Two of your proposals are open already.', 'Wait for one of them, or withdraw it.'],
  'document-same': ['This is the policy in force already.', 'Change at least one of its values.'],
  'document-wrong': [
    'The document names something that is not there, or contradicts itself; nothing was opened.',
    'Correct what `about` names: pools and machines as in officina.yaml, teams as members have them.',
  ],
  'effect-early': [
    'This would take effect before the notice after the vote is over.',
    'Give a later time, or leave it out.',
  ],
  'effect-late': ['This would take effect too late for anybody to remember.', 'Give a time within 400 days.'],
  'proposal-unknown': ['No proposal has this id.', 'GET /api/proposals lists them.'],
  'proposal-over': ['This proposal is not open any more.', 'Its page says how it ended.'],
  'proposal-not-yours': ['Somebody else opened this proposal.', 'Only they can withdraw it.'],
  'elector-none': ['Only members whose membership is running can vote.', 'Ask a steward about yours.'],
  'comments-full': [
    'Enough has been said here: 200 comments, or 20 of yours.',
    'Talk to each other in person.',
  ],
  'receipt-needed': [
    'You have voted already, and the vote is secret.',
    'Give the receipt of your ballot to change it; without it the ballot stands.',
  ],
  'receipt-unknown': ['No ballot in the box has this receipt.', 'Look for the last one that you were given.'],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
