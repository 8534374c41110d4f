// Badges, as they go over HTTP: what the desk asks for and what comes back. A card's number is never among it.

import { type Static, Type } from 'typebox';
import { Id } from './requests.ts';

export type BadgesAndPin = Static<typeof BadgesAndPin>;
export const BadgesAndPin = Type.Object(
  {
    badges: Type.Array(
      Type.Object({
        badge: Type.String({ description: 'Opaque id.' }),
        tail: Type.String({ description: 'The last characters of its number.' }),
        holds: Type.Array(Type.String(), {
          description: 'Machines whose sessions it opened; they end when it is lost.',
        }),
      }),
    ),
    pin: Type.Enum(['none', 'set', 'locked'], { description: 'Locked: too many wrong ones.' }),
    changeable: Type.Boolean({ description: 'Whether who asks may change them.' }),
  },
  { $id: 'BadgesAndPin' },
);

export type BadgeWish = Static<typeof BadgeWish>;
export const BadgeWish = Type.Object({ reader: Id }, { $id: 'BadgeWish', additionalProperties: false });

export type BadgeAwaited = Static<typeof BadgeAwaited>;
export const BadgeAwaited = Type.Object(
  {
    reader: Type.String(),
    until: Type.String({ description: 'RFC 3339; until then the reader waits for the card.' }),
  },
  { $id: 'BadgeAwaited' },
);

export type BadgeLost = Static<typeof BadgeLost>;
export const BadgeLost = Type.Object(
  {
    ended: Type.Array(Type.String(), { description: 'Machines whose sessions end by it.' }),
    until: Type.Union([Type.String(), Type.Null()], {
      description: 'Until when the reader waits for another card; null where none was asked for.',
    }),
  },
  { $id: 'BadgeLost' },
);

export type LearnWish = Static<typeof LearnWish>;
export const LearnWish = Type.Object(
  { badge: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Id of a known badge.' }) },
  { $id: 'LearnWish', additionalProperties: false },
);

export type SpellingLearnt = Static<typeof SpellingLearnt>;
export const SpellingLearnt = Type.Object(
  {
    reader: Type.String(),
    spelling: Type.String({ description: 'As `spelling` of the reader in officina.yaml.' }),
  },
  { $id: 'SpellingLearnt' },
);
