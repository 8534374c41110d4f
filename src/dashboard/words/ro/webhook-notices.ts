// Romanian for what a steward should know of programs beside the gateway, by code.

import { icuIn, type Sentence } from '../icu.ts';

const icu = icuIn('ro');

export const webhookNotices: Readonly<Record<string, Sentence>> = {
  'webhook-disabled': icu(
    'Un program de lângă gateway ({webhooks}) nu a luat nimic de zile întregi, sau nu mai vrea nimic, deci nu i se mai spune nimic. Repară-l, apoi rulează „officina webhook replay”.',
  ),
};
