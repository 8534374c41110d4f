// The rows of the table of problems that are about the policy and its replay.

export const policyProblems = {
  'policy-unknown': [404, 'No policy has this number.', 'GET /api/policy lists those that were adopted.'],
  'replay-busy': [
    503,
    'Another replay runs already.',
    'GET /api/policy/replay tells how far it is; try again when it is done.',
  ],
  'replay-span': [
    400,
    'This time cannot be run again.',
    'Give days yyyy-mm-dd, the first in the past and not after the last, at most two years apart.',
  ],
  'replay-document': [
    422,
    'This policy cannot be run on this workshop.',
    'Correct what the listed fields name, then try again.',
  ],
} as const;
