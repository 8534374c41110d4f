// French for what went wrong with a request, where the gateway could not say it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';
import { bankRefusals } from './bank-refusals.ts';
import { neighbourRefusals } from './neighbour-refusals.ts';
import { refusals } from './refusals.ts';

const icu = icuIn('fr');

export const problems: Words['problems'] = {
  away: 'La passerelle ne répond pas. Rien n’a changé ; réessayez quand elle sera revenue.',
  unreadable: 'La réponse de la passerelle est illisible. Rechargez cette page.',
  code: icu('Code {code}'),
  refusals: { ...refusals, ...bankRefusals, ...neighbourRefusals },
};
