// What went wrong with a sign-in service, by the class and code of the fault, never by its text.

import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ProviderSaid } from '../../gateway/ports.ts';

type Why = Extract<ProviderSaid, { ok: false }>['code'];

/** Codes of openid-client where the service did not answer as one. */
const awayCodes = new Set<unknown>([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

export function whyOf(cause: unknown): Why {
  if (cause instanceof AuthorizationResponseError) return 'provider-refused';
  // It answered, and did not want our code.
  if (cause instanceof ResponseBodyError) return 'provider-answer';
  if (cause instanceof ClientError) return awayCodes.has(cause.code) ? 'provider-away' : 'provider-answer';
  // `fetch` throws a TypeError when the network does not get there.
  return 'provider-away';
}
