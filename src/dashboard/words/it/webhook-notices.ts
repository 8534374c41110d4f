// Italian for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': (of) =>
    `Un programma accanto al gateway (${of('webhooks')}) non ha preso niente per giorni, o non vuole più niente: non gli si dice più niente. Sistemalo, poi lancia "officina webhook replay".`,
};
