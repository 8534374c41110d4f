// English for what a steward should know of programs beside the gateway, by code.

import { icuIn, type Sentence } from '../icu.ts';

const icu = icuIn('en');

export const webhookNotices: Readonly<Record<string, Sentence>> = {
  'webhook-disabled': icu(
    'A program beside the gateway ({webhooks}) took nothing for days, or asked for no more, so it is told nothing. Mend it, then run "officina webhook replay".',
  ),
};
