// How a profile reads a line that is one JSON object: by paths such as `sr.stat`, never by expressions. A path names keys,
// and places in a list from 0, joined by points.

import { type Static, Type } from 'typebox';
import { closed } from './profile-words.ts';

const path = (description: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_]{1,32}([.][A-Za-z0-9_]{1,32}){0,5}$', description });
const word = () => Type.String({ minLength: 1, maxLength: 64 });

const reader = () =>
  Type.Object(
    {
      at: path('Where the number stands.'),
      otherwise: Type.Optional(path('Read instead where the first is missing.')),
      length: Type.Optional(
        Type.Boolean({ description: 'A length: turned into mm, and withheld while the unit is not known.' }),
      ),
    },
    closed,
  );

export const jsonSchema = (readings: readonly string[]) =>
  Type.Object(
    {
      where: Type.Optional(
        Type.Record(
          Type.String({ pattern: '^[A-Za-z0-9_.]{1,200}$' }),
          Type.Array(word(), { minItems: 1, maxItems: 64 }),
          { description: 'Path → words: the line is taken only where each path holds one of its words.' },
        ),
      ),
      has: Type.Optional(
        Type.Array(path('Must be there.'), {
          minItems: 1,
          maxItems: 8,
          description: 'The line is taken only where all these paths are there.',
        }),
      ),
      report: Type.Optional(
        path('Of a status: the object with the whole report, from which the paths below go on.'),
      ),
      merge: Type.Optional(
        path(
          'Of a status: the object that tells only what has changed; it is laid over the last whole report.',
        ),
      ),
      state: Type.Optional(path('Of a status: the word for `states`.')),
      sub: Type.Optional(path('Of a status: the part of that word.')),
      code: Type.Optional(path('Of an alarm or a nack: the code.')),
      inches: Type.Optional(
        Type.Object(
          { at: path('Where the unit stands.'), is: word() },
          { ...closed, description: 'Lengths are in inches where it is this word.' },
        ),
      ),
      read: Type.Optional(
        Type.Unsafe<Record<string, Static<ReturnType<typeof reader>>>>(
          Type.Object(Object.fromEntries(readings.map((name) => [name, Type.Optional(reader())])), closed),
        ),
      ),
    },
    { ...closed, description: 'For a line that is one JSON object; instead of `match`.' },
  );
