// Ways to sign in beside the password: the address to which passkeys are bound, and the sign-in service of the file. Their
// libraries are loaded when they are first used.

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SignInOptions } from '../api/options.ts';
import type { Config } from '../config/config.ts';
import type { Log, PasskeyCeremonies, SignInProvider } from '../gateway/ports.ts';

export function signInWays(config: Config, parts: { readonly log: Log }): SignInOptions {
  let ceremonies: Promise<PasskeyCeremonies> | null = null;
  return {
    address: addressOf(config),
    ceremonies() {
      ceremonies ??= import('../adapters/passkeys/create-ceremonies.ts').then(({ createCeremonies }) =>
        createCeremonies(parts),
      );
      return ceremonies;
    },
    provider: config.signIn ? lateProvider(config.signIn, parts) : null,
  };
}

/** What the file says, or the first name in the certificate; null where neither names a host. */
export function addressOf({ http }: Pick<Config, 'http'>): string | null {
  if (http.address !== undefined) return http.address;
  const name = http.tls === null ? undefined : namesIn(readFileSync(http.tls.cert, 'utf8'))[0];
  if (name === undefined || http.port === 0) return null;
  return new URL(`https://${name}:${http.port}`).origin;
}

/** Hosts that a certificate names in full. */
const namesIn = (certificate: string): readonly string[] =>
  (new X509Certificate(certificate).subjectAltName ?? '')
    .split(', ')
    .flatMap((one) => /^DNS:([a-z0-9.-]+)$/i.exec(one)?.[1] ?? []);

/** A label needs no library. */
function lateProvider(oidc: NonNullable<Config['signIn']>, { log }: { readonly log: Log }): SignInProvider {
  let opened: Promise<SignInProvider> | null = null;
  const open = (): Promise<SignInProvider> => {
    opened ??= import('../adapters/oidc/open-provider.ts').then(({ openProvider }) =>
      openProvider({ ...oidc, log }),
    );
    return opened;
  };
  return {
    label: oidc.label,
    begin: async (returnTo) => (await open()).begin(returnTo),
    finish: async (back) => (await open()).finish(back),
    signOutUrl: async (returnTo) => (await open()).signOutUrl(returnTo),
  };
}
