// A sign-in service by OpenID Connect: authorization code with PKCE (S256), state and nonce. The service is looked up when
// it is first needed and again when it was away, so that a service that is down stops nobody who has a password.

import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Log, ProviderSaid, SignInProvider } from '../../gateway/ports.ts';
import { type ClaimNames, readClaims } from './read-claims.ts';
import { whyOf } from './why-of.ts';

export type ProviderOptions = ClaimNames & {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly label: string;
  readonly log: Log;
};

/** Clocks of two computers in one house; more is mended by setting one of them. */
const clockToleranceS = 60;
const timeoutS = 10;
/** Settings and keys of the service are looked up again after so long. */
const freshMs = 3_600_000;

export function openProvider(options: ProviderOptions): SignInProvider {
  const { label, log, issuer } = options;
  let known: { readonly settings: Configuration; readonly untilMs: number } | null = null;

  async function settings(): Promise<Configuration> {
    if (known && performance.now() < known.untilMs) return known.settings;
    const found = await discover(options);
    known = { settings: found, untilMs: performance.now() + freshMs };
    return found;
  }
  const failed = (cause: unknown): Extract<ProviderSaid, { ok: false }> => {
    const code = whyOf(cause);
    if (code === 'provider-away') known = null;
    log.warn({ err: cause, issuer, code }, 'signing in through the sign-in service failed');
    return { ok: false, code };
  };

  return {
    label,
    async begin(returnTo) {
      const kept = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      try {
        const url = buildAuthorizationUrl(await settings(), {
          redirect_uri: returnTo,
          scope: 'openid profile email',
          code_challenge: await calculatePKCECodeChallenge(kept.verifier),
          code_challenge_method: 'S256',
          state: kept.state,
          nonce: kept.nonce,
        });
        return { ok: true, url: url.href, kept };
      } catch (cause) {
        failed(cause);
        return { ok: false, code: 'provider-away' };
      }
    },
    async finish({ url, kept }) {
      try {
        const found = await settings();
        const tokens = await authorizationCodeGrant(found, new URL(url), {
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          pkceCodeVerifier: kept.verifier,
          idTokenExpected: true,
        });
        return { ok: true, vouched: await readClaims({ settings: found, tokens, names: options }) };
      } catch (cause) {
        return failed(cause);
      }
    },
    async signOutUrl(returnTo) {
      try {
        const found = await settings();
        if (found.serverMetadata().end_session_endpoint === undefined) return null;
        return buildEndSessionUrl(found, { post_logout_redirect_uri: returnTo }).href;
      } catch (cause) {
        failed(cause);
        return null;
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<Configuration> {
  const server = new URL(issuer);
  const metadata = { [clockTolerance]: clockToleranceS };
  const proof = clientSecret === null ? None() : ClientSecretBasic(clientSecret);
  // The file allows that on this computer alone.
  const plain = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  // The signature of the ID token is checked too, not only who sent it.
  const execute = [...plain, enableNonRepudiationChecks];
  return discovery(server, clientId, metadata, proof, { execute, timeout: timeoutS });
}
