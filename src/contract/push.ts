// Where a member is told of what happens while they look at no screen.

import { type Static, Type } from 'typebox';

/** What ntfy takes as a topic. It works like a password: whoever knows it can read along. */
const Topic = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

export type OwnPush = Static<typeof OwnPush>;
export const OwnPush = Type.Object(
  {
    server: Type.Union([Type.String(), Type.Null()], { description: 'Null where the space has none.' }),
    topic: Type.Union([Topic, Type.Null()]),
  },
  { $id: 'OwnPush' },
);

export type NewPush = Static<typeof NewPush>;
export const NewPush = Type.Object(
  { topic: Type.Union([Topic, Type.Null()]) },
  { $id: 'NewPush', additionalProperties: false },
);
