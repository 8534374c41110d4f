// For a firmware that tells its state in several answers, one fact each: which of them belong together.

import { Type } from 'typebox';
import { closed, frameId, millis } from './profile-words.ts';

export const togetherSchema = () =>
  Type.Object(
    {
      frames: Type.Array(frameId('A frame of the kind status.'), { minItems: 2, maxItems: 8 }),
      withinMs: millis({ least: 1000, most: 60_000, description: 'An older answer counts as missing.' }),
    },
    {
      ...closed,
      description:
        'The first of these that is not idle says what the machine does; idle only when all say so.',
    },
  );
