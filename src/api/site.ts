// Under which address browsers find this gateway, for what is bound to it: passkeys, and the way back from a sign-in service.

import type { Site } from '../gateway/ports.ts';
import { isLoopbackName } from './guard.ts';
import type { ApiOptions } from './options.ts';

/**
 * What the file says; without that, only this computer itself has a name that browsers trust without a certificate. Null
 * where neither holds.
 */
export function siteOf(
  { signInWays, gateway }: Pick<ApiOptions, 'signInWays' | 'gateway'>,
  host: string | undefined,
): Site | null {
  if (signInWays === undefined) return null;
  const origin = signInWays.address ?? (isLoopbackName(host) ? localOrigin(host ?? '') : null);
  if (origin === null) return null;
  const name = gateway.state().workshop?.space.name ?? 'Officina';
  return { origin, host: new URL(origin).hostname, name };
}

/** Passkeys want a name, so 127.0.0.1 is told as localhost. */
function localOrigin(host: string): string {
  const port = /:(\d+)$/.exec(host)?.[1];
  return `http://localhost${port === undefined ? '' : `:${port}`}`;
}
