// The rows of the table of refusals that the desk needs: code → status and words.

import { deskRefusals } from '../contract/desk-words.ts';

export const deskProblems = {
  'material-unknown': [422, ...deskRefusals['material-unknown']],
  'material-amount-wrong': [400, ...deskRefusals['material-amount-wrong']],
  'material-in-future': [422, ...deskRefusals['material-in-future']],
  'material-too-old': [422, ...deskRefusals['material-too-old']],
  'material-session-unknown': [422, ...deskRefusals['material-session-unknown']],
  'material-entered-already': [409, ...deskRefusals['material-entered-already']],
  'material-not-entered': [404, ...deskRefusals['material-not-entered']],
  'material-withdrawn-already': [409, ...deskRefusals['material-withdrawn-already']],
  'charge-unknown': [404, ...deskRefusals['charge-unknown']],
  'charge-withdrawn': [409, ...deskRefusals['charge-withdrawn']],
  'charge-unchanged': [409, ...deskRefusals['charge-unchanged']],
  'correction-empty': [400, ...deskRefusals['correction-empty']],
} as const satisfies Readonly<
  Record<keyof typeof deskRefusals, readonly [status: number, title: string, detail: string]>
>;
