// Spanish for what a steward should know of programs beside the gateway, by code.

import type { webhookNotices as webhookNoticesEn } from '../en/webhook-notices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const webhookNotices: typeof webhookNoticesEn = {
  'webhook-disabled': icu(
    'Un programa junto a la pasarela ({webhooks}) no aceptó nada durante días, o no quiso recibir más, así que ya no se le dice nada. Arréglalo y ejecuta «officina webhook replay».',
  ),
};
