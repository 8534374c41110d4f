// What a browser sends back, taken apart field by field: only what is needed is kept, each of it bounded text in base64url.

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** An attestation object with a chain of certificates stays far below. */
const mostChars = 16_384;

/** @throws TypeError when something is missing or is no such text */
export function readNewAnswer(answer: unknown): RegistrationResponseJSON {
  const { id, response } = readOuter(answer);
  return {
    ...outer(id),
    response: {
      clientDataJSON: textOf(response, 'clientDataJSON'),
      attestationObject: textOf(response, 'attestationObject'),
    },
  };
}

/** @throws TypeError when something is missing or is no such text */
export function readSignInAnswer(answer: unknown): AuthenticationResponseJSON {
  const { id, response } = readOuter(answer);
  const holder = fieldOf(response, 'userHandle');
  return {
    ...outer(id),
    response: {
      clientDataJSON: textOf(response, 'clientDataJSON'),
      authenticatorData: textOf(response, 'authenticatorData'),
      signature: textOf(response, 'signature'),
      ...(holder !== undefined && holder !== null && { userHandle: textOf(response, 'userHandle') }),
    },
  };
}

const outer = (id: string) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const;

function readOuter(answer: unknown): { readonly id: string; readonly response: unknown } {
  return { id: textOf(answer, 'id'), response: fieldOf(answer, 'response') };
}

function textOf(from: unknown, name: string): string {
  const value = fieldOf(from, name);
  if (typeof value === 'string' && value.length <= mostChars && /^[A-Za-z0-9_-]+$/.test(value)) return value;
  throw new TypeError(`"${name}" of the answer is no text in base64url`);
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? Reflect.get(from, name)
    : undefined;
