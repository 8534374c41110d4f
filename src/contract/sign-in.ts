// Ways to sign in beside the password, the places where one is signed in, and what is missing for them, as they go over HTTP.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type SignInWays = Static<typeof SignInWays>;
export const SignInWays = Type.Object(
  {
    passkeys: Nullable(
      Type.Object({
        address: Type.String({ description: 'The one at which they work: scheme, host, port.' }),
      }),
    ),
    provider: Nullable(
      Type.Object({ label: Type.String({ description: 'Name of the sign-in service, for its button.' }) }),
    ),
  },
  { $id: 'SignInWays' },
);

/** The JSON of WebAuthn 3, 5.1.8 and 5.1.9, as browsers take it. */
export type PasskeyBegun = Static<typeof PasskeyBegun>;
export const PasskeyBegun = Type.Object(
  {
    attempt: Type.String({ description: 'To be sent back with the answer, once, within five minutes.' }),
    options: Type.Object({}, { additionalProperties: true, description: 'For navigator.credentials.' }),
  },
  { $id: 'PasskeyBegun' },
);

const attempt = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const base64url = Type.String({ pattern: '^[A-Za-z0-9_-]{1,16384}$' });

/** What the browser found; other fields of it are not looked at. */
const PasskeyAnswer = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,1400}$' }),
    response: Type.Object({ clientDataJSON: base64url }, { additionalProperties: true }),
  },
  { additionalProperties: true },
);

export type PasskeySignIn = Static<typeof PasskeySignIn>;
export const PasskeySignIn = Type.Object(
  { attempt, answer: PasskeyAnswer },
  { $id: 'PasskeySignIn', additionalProperties: false },
);

/** What a person calls one of their passkeys: no control characters, none that turn the line around. */
const passkeyName =
  '^[^\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]{1,60}$';

export type PasskeyRequest = Static<typeof PasskeyRequest>;
export const PasskeyRequest = Type.Object(
  { attempt, name: Type.String({ pattern: passkeyName }), answer: PasskeyAnswer },
  { $id: 'PasskeyRequest', additionalProperties: false },
);

export type PasskeyList = Static<typeof PasskeyList>;
export const PasskeyList = Type.Object(
  {
    address: Nullable(
      Type.String({ description: 'Where they work; null while the gateway knows no address of its own.' }),
    ),
    fresh: Type.Boolean({ description: 'Whether one signed in lately enough to add one.' }),
    passkeys: Type.Array(
      Type.Object({
        passkey: Type.String({ description: 'Opaque id.' }),
        name: Type.String(),
        added: Type.String({ description: 'RFC 3339.' }),
        used: Nullable(Type.String({ description: 'RFC 3339; null: never yet.' })),
      }),
    ),
  },
  { $id: 'PasskeyList' },
);

export type PlaceList = Static<typeof PlaceList>;
export const PlaceList = Type.Object(
  {
    places: Type.Array(
      Type.Object({
        place: Type.String({ description: 'Opaque id.' }),
        here: Type.Boolean({ description: 'The one that asks.' }),
        how: Type.Enum(['password', 'passkey', 'provider']),
        browser: Type.String({
          description: 'What it called itself, in short; empty where it said nothing.',
        }),
        since: Type.String({ description: 'RFC 3339.' }),
        seen: Type.String({ description: 'RFC 3339.' }),
        until: Type.String({ description: 'RFC 3339; then it is over by itself.' }),
      }),
    ),
  },
  { $id: 'PlaceList' },
);

export type ProviderBegun = Static<typeof ProviderBegun>;
export const ProviderBegun = Type.Object(
  { url: Type.String({ description: 'Where the browser goes now.' }) },
  { $id: 'ProviderBegun' },
);

export type SignedOut = Static<typeof SignedOut>;
export const SignedOut = Type.Object(
  { url: Nullable(Type.String({ description: 'Where the browser signs out of the service too.' })) },
  { $id: 'SignedOut' },
);
