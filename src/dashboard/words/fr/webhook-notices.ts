// French for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': icu(
    'Un programme à côté de la passerelle ({webhooks}) n’a rien pris pendant des jours, ou n’en voulait plus : on ne lui dit donc plus rien. Réparez-le, puis lancez « officina webhook replay ».',
  ),
};
