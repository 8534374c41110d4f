// Whether what a gateway said is how its webhooks stand, or what a test came to.

import { Check } from 'typebox/schema';
import { WebhookList, WebhookTested } from './webhook-events.ts';

export const isWebhookList = (said: unknown): said is WebhookList => Check(WebhookList, said);

export const isWebhookTested = (said: unknown): said is WebhookTested => Check(WebhookTested, said);
