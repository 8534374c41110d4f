// The browser's side of a passkey: asks the gateway for a challenge, the person for a finger, a face or a key, and gives the
// answer back. What speaks WebAuthn is loaded when it is first used; a person who changes their mind is a problem with a code.

import type { Problem, Self } from '../../contract/people.ts';
import type { PasskeyBegun, PasskeyList, PasskeySignIn } from '../../contract/sign-in.ts';
import type { Answer } from '../client.ts';
import { signInClient } from './sign-in-client.ts';

type Library = typeof import('@simplewebauthn/browser');
type Found = PasskeySignIn['answer'];

export async function signInWithPasskey(): Promise<Answer<Self>> {
  const begun = await signInClient.beginSignIn();
  if (!begun.ok) return begun;
  const found = await look((library) =>
    library.startAuthentication({ optionsJSON: optionsOf<'startAuthentication'>(begun.value) }),
  );
  if (!found.ok) return found;
  return signInClient.signIn({ attempt: begun.value.attempt, answer: found.value });
}

export async function addPasskey(name: string): Promise<Answer<PasskeyList>> {
  const begun = await signInClient.beginNew();
  if (!begun.ok) return begun;
  const found = await look((library) =>
    library.startRegistration({ optionsJSON: optionsOf<'startRegistration'>(begun.value) }),
  );
  if (!found.ok) return found;
  return signInClient.add({ attempt: begun.value.attempt, name, answer: found.value });
}

/** The contract says only that it is JSON; its shape is WebAuthn's. */
const optionsOf = <K extends 'startAuthentication' | 'startRegistration'>({ options }: PasskeyBegun) =>
  options as unknown as Parameters<Library[K]>[0]['optionsJSON'];

async function look(ask: (library: Library) => Promise<unknown>): Promise<Answer<Found>> {
  try {
    const library = await import('@simplewebauthn/browser');
    return { ok: true, value: (await ask(library)) as Found };
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    return { ok: false, problem: ownProblem(codes.get(name) ?? 'passkey-failed') };
  }
}

/** Names of WebAuthn's errors (WebAuthn 3, 5.1.3 and 5.1.4). */
const codes = new Map([
  ['NotAllowedError', 'passkey-cancelled'],
  ['AbortError', 'passkey-cancelled'],
  ['InvalidStateError', 'passkey-known'],
  ['SecurityError', 'passkey-elsewhere'],
  ['NotSupportedError', 'passkey-unsupported'],
]);

const ownProblem = (code: string): Problem => ({ type: 'about:blank', title: '', status: 400, code });
