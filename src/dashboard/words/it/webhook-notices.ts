// Italian for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': icu(
    'Un programma accanto al gateway ({webhooks}) non ha preso niente per giorni, o non vuole più niente: non gli si dice più niente. Sistemalo, poi lancia "officina webhook replay".',
  ),
};
