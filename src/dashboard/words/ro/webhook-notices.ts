// Romanian for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': (of) =>
    `Un program de lângă gateway (${of('webhooks')}) nu a luat nimic de zile întregi, sau nu mai vrea nimic, deci nu i se mai spune nimic. Repară-l, apoi rulează „officina webhook replay”.`,
};
