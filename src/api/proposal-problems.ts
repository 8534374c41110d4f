// The rows of the table of problems that are about proposals and votes: their status, beside the words of the contract.

import { proposalRefusals as words } from '../contract/proposal-words.ts';

export const proposalProblems = {
  'votes-none': [409, ...words['votes-none']],
  'proposals-full': [409, ...words['proposals-full']],
  'proposals-own-full': [409, ...words['proposals-own-full']],
  'document-same': [422, ...words['document-same']],
  'document-wrong': [422, ...words['document-wrong']],
  'effect-early': [422, ...words['effect-early']],
  'effect-late': [422, ...words['effect-late']],
  'proposal-unknown': [404, ...words['proposal-unknown']],
  'proposal-over': [409, ...words['proposal-over']],
  'proposal-not-yours': [403, ...words['proposal-not-yours']],
  'elector-none': [403, ...words['elector-none']],
  'comments-full': [409, ...words['comments-full']],
  'receipt-needed': [422, ...words['receipt-needed']],
  'receipt-unknown': [422, ...words['receipt-unknown']],
} as const;
