// The rows of the table of problems that are about disputes: their status, beside the words of the contract.

import { disputeRefusals as words } from '../contract/dispute-words.ts';

export const disputeProblems = {
  'charge-unknown': [404, ...words['charge-unknown']],
  'charge-nothing': [409, ...words['charge-nothing']],
  'dispute-open-already': [409, ...words['dispute-open-already']],
  'dispute-too-late': [409, ...words['dispute-too-late']],
  'disputes-full': [409, ...words['disputes-full']],
  'disputes-of-charge-full': [409, ...words['disputes-of-charge-full']],
  'dispute-unknown': [404, ...words['dispute-unknown']],
  'dispute-over': [409, ...words['dispute-over']],
  'dispute-own': [403, ...words['dispute-own']],
  'credit-wrong': [422, ...words['credit-wrong']],
} as const;
