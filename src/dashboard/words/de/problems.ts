// German for what went wrong with a request, where the gateway could not say it.

import type { problems as problemsEn } from '../en/problems.ts';
import { icuIn } from '../icu.ts';
import { refusals } from './refusals.ts';

const icu = icuIn('de');

export const problems: typeof problemsEn = {
  away: 'Das Gateway antwortet nicht. Nichts wurde geändert; versuch es noch einmal, wenn es wieder da ist.',
  unreadable: 'Die Antwort des Gateways ließ sich nicht lesen. Lade diese Seite neu.',
  code: icu('Code {code}'),
  refusals,
};
