// WebAuthn: what browsers are asked for and what their answers prove. User verification is always required, no attestation
// is asked for, and whatever the library finds wrong is one no. Imported when the first passkey is asked for.

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import type { Log, PasskeyCeremonies } from '../../gateway/ports.ts';
import { keyOf, keyText } from './key-text.ts';
import { readNewAnswer, readSignInAnswer } from './read-answer.ts';

/** How long a browser waits for a finger or a face. */
const patienceMs = 120_000;

/** Ed25519, ES256 and RS256 (COSE), which every authenticator has one of; others are still experiments in Node. */
const algorithms = [-8, -7, -257];

export function createCeremonies({ log }: { readonly log: Log }): PasskeyCeremonies {
  /** Hostile until proven: a fault of the library about an answer is a no, and its reason is for the log alone. */
  const judged = async <T>(what: string, judge: () => Promise<T | null>): Promise<T | null> => {
    try {
      return await judge();
    } catch (cause) {
      log.info({ err: cause }, `${what} was refused`);
      return null;
    }
  };

  return {
    async beginNew({ site, person, known }) {
      const options = await generateRegistrationOptions({
        rpName: site.name,
        rpID: site.host,
        userID: new TextEncoder().encode(person.member),
        userName: person.handle,
        userDisplayName: person.name,
        timeout: patienceMs,
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: known.map((id) => ({ id })),
        // Discoverable, so that nobody types a handle.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },
    checkNew: ({ site, challenge, answer }) =>
      judged('a new passkey', async () => {
        const response = readNewAnswer(answer);
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.host,
          requireUserVerification: true,
          supportedAlgorithmIDs: algorithms,
        });
        if (!verified) return null;
        const { id, publicKey, counter } = registrationInfo.credential;
        return { credential: id, publicKey: keyText(publicKey), counter };
      }),
    async beginSignIn(site) {
      const options = await generateAuthenticationOptions({
        rpID: site.host,
        timeout: patienceMs,
        userVerification: 'required',
      });
      return { challenge: options.challenge, options };
    },
    checkSignIn: ({ site, challenge, answer, credential, publicKey, member }) =>
      judged('a passkey', async () => {
        const response = readSignInAnswer(answer);
        const holder = response.response.userHandle;
        if (holder !== undefined && keyOf(holder).toString('utf8') !== member) return null;
        // With a counter of 0 the library judges none: whether it grew is a rule of ours.
        const known: WebAuthnCredential = { id: credential, publicKey: keyOf(publicKey), counter: 0 };
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.host,
          credential: known,
          requireUserVerification: true,
        });
        return verified ? { counter: authenticationInfo.newCounter } : null;
      }),
  };
}
