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
    ...addressOf(config),
    ceremonies() {
      ceremonies ??= import('../adapters/passkeys/create-ceremonies.ts').then(({ createCeremonies }) =>
        createCeremonies(parts),
      );
      return ceremonies;
    },
    provider: config.signIn ? lateProvider(config.signIn, parts) : null,
  };
}

type Http = Pick<Config, 'http'>;

/** What the file says, or the first name in the certificate; null where neither names a host. */
export function addressOf({ http }: Http): Pick<SignInOptions, 'address' | 'addressFrom' | 'selfSigned'> {
  const certificate = http.tls === null ? null : new X509Certificate(readFileSync(http.tls.cert));
  const name = namesIn(certificate)[0];
  const usable = name !== undefined && http.port !== 0;
  const ofCertificate = usable ? new URL(`https://${name}:${http.port}`).origin : null;
  return {
    address: http.address ?? ofCertificate,
    addressFrom: http.address === undefined ? 'certificate' : 'file',
    selfSigned: certificate !== null && certificate.issuer === certificate.subject,
  };
}

/** Hosts that a certificate names in full. */
const namesIn = (certificate: X509Certificate | null): readonly string[] =>
  (certificate?.subjectAltName ?? '')
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
