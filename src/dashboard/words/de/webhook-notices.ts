// German for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': icu(
    'Ein Programm neben dem Gateway ({webhooks}) nahm tagelang nichts an oder wollte nichts mehr, also wird ihm nichts mehr gesagt. Behebe es, dann führ „officina webhook replay“ aus.',
  ),
};
