// What people and scripts send to the API beside signing in, and the small answers that come back.
// Every string is bounded and every object is closed, so that nothing unread is ever accepted.

import { type Static, Type } from 'typebox';
import { machineModes } from './board.ts';
import { DemoBadge, MemberRow, scopes } from './people.ts';
import { TokenView } from './token-view.ts';

const outerId = '^[a-z0-9-]{1,64}$';

/** An id in a path: machine, member key, token. */
export const Id = Type.String({
  pattern: outerId,
  description: 'Lower-case letters, digits and hyphens, at most 64.',
});

export type ShownChoice = Static<typeof ShownChoice>;
export const ShownChoice = Type.Object(
  { shown: Type.Boolean({ description: 'Whether the board may show my name.' }) },
  { $id: 'ShownChoice', additionalProperties: false },
);

export type NewPassword = Static<typeof NewPassword>;
export const NewPassword = Type.Object(
  { password: Type.String({ minLength: 10, maxLength: 200 }) },
  { $id: 'NewPassword', additionalProperties: false },
);

export type StatusChoice = Static<typeof StatusChoice>;
export const StatusChoice = Type.Object(
  {
    status: Type.Enum(['active', 'suspended'], {
      description: '`suspended`: may use nothing and not sign in, and what they hold ends.',
    }),
  },
  { $id: 'StatusChoice', additionalProperties: false },
);

export type StatusReport = Static<typeof StatusReport>;
export const StatusReport = Type.Object(
  {
    member: Type.String({ description: 'Opaque key.' }),
    status: Type.Enum(['active', 'suspended']),
    ended: Type.Array(Type.String(), {
      description: 'Machines whose sessions end by it; a running job may finish.',
    }),
  },
  { $id: 'StatusReport' },
);

export type NewPin = Static<typeof NewPin>;
export const NewPin = Type.Object(
  {
    pin: Type.Union([Type.String({ pattern: '^[0-9]{4,8}$' }), Type.Null()], {
      description: 'Four to eight digits; null for none.',
    }),
  },
  { $id: 'NewPin', additionalProperties: false },
);

export type OwnPin = Static<typeof OwnPin>;
export const OwnPin = Type.Object(
  {
    ...NewPin.properties,
    password: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'My own, so that nobody does it at a screen that I left.',
    }),
  },
  { $id: 'OwnPin', additionalProperties: false },
);

export type ImportRequest = Static<typeof ImportRequest>;
export const ImportRequest = Type.Object(
  { rows: Type.Array(MemberRow, { maxItems: 20_000 }), dryRun: Type.Boolean() },
  { $id: 'ImportRequest', additionalProperties: false },
);

export type TokenRequest = Static<typeof TokenRequest>;
export const TokenRequest = Type.Object(
  {
    label: Type.String({
      minLength: 1,
      maxLength: 80,
      pattern: '^[^\\p{Cc}]+$',
      description: 'What it is for.',
    }),
    scopes: Type.Array(Type.Enum(scopes), { minItems: 1, maxItems: scopes.length, uniqueItems: true }),
    days: Type.Union([Type.Integer({ minimum: 1, maximum: 3650 }), Type.Null()], {
      description: 'Days until it expires; null without an end.',
    }),
  },
  { $id: 'TokenRequest', additionalProperties: false },
);

export type TokenMade = Static<typeof TokenMade>;
export const TokenMade = Type.Object(
  { token: TokenView, secret: Type.String({ description: 'Shown this once; only its digest is kept.' }) },
  { $id: 'TokenMade' },
);

export type EndedSession = Static<typeof EndedSession>;
export const EndedSession = Type.Object(
  { session: Type.String({ description: 'The session that is now ending; it is unbilled from here on.' }) },
  { $id: 'EndedSession' },
);

export type LockRequest = Static<typeof LockRequest>;
export const LockRequest = Type.Object(
  {
    severity: Type.Enum(['stop', 'after'], {
      description: '`stop`: whoever holds it ends at once; `after`: they may finish, then nobody starts it.',
    }),
  },
  { $id: 'LockRequest', additionalProperties: false },
);

/** Base64 of a mebibyte. */
const photoTextLimit = 1_398_104;

export type ModeRequest = Static<typeof ModeRequest>;
export const ModeRequest = Type.Object(
  {
    mode: Type.Enum([...machineModes]),
    note: Type.Optional(
      Type.Union([Type.String({ maxLength: 2000 }), Type.Null()], {
        description: 'What is wrong, at most 500 characters on one line; left out: none.',
      }),
    ),
    photo: Type.Optional(
      Type.Union(
        [Type.String({ maxLength: photoTextLimit, pattern: '^[A-Za-z0-9+/]+={0,2}$' }), Type.Null()],
        { description: 'A JPEG or PNG of at most a mebibyte, in base64; left out: none.' },
      ),
    ),
  },
  { $id: 'ModeRequest', additionalProperties: false },
);

export type DemoShop = Static<typeof DemoShop>;
export const DemoShop = Type.Object(
  {
    badges: Type.Array(DemoBadge),
    readers: Type.Array(
      Type.Object({
        reader: Type.String(),
        machines: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      }),
    ),
  },
  { $id: 'DemoShop' },
);

export type DemoTap = Static<typeof DemoTap>;
export const DemoTap = Type.Object(
  {
    reader: Id,
    badge: Type.String({ minLength: 1, maxLength: 64 }),
    machine: Type.Optional(Type.Union([Id, Type.Null()])),
  },
  { $id: 'DemoTap', additionalProperties: false },
);

/** What the demo's reader showed; the same as the live event `answer`. */
export const DemoAnswerBody = Type.Object(
  {
    reader: Type.String(),
    outcome: Type.String(),
    code: Type.Union([Type.String(), Type.Null()]),
    text: Type.String(),
  },
  { $id: 'DemoAnswer' },
);

export type HealthReport = Static<typeof HealthReport>;
export const HealthReport = Type.Object(
  {
    ok: Type.Boolean({ description: 'Whether taps can be decided now.' }),
    reasons: Type.Array(
      Type.Object({
        code: Type.String(),
        text: Type.String({ description: 'In English.' }),
        values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
          description: 'What the text names.',
        }),
      }),
    ),
  },
  { $id: 'HealthReport' },
);
