// How a profile tells lines apart and what they mean: frames, their readings, state words, codes, and sample lines.

import { type Static, Type } from 'typebox';
import { jsonSchema } from './profile-json.ts';
import {
  type ActivityWord,
  closed,
  frameId,
  frameKinds,
  pattern,
  profileLimits,
  sentence,
  substate,
} from './profile-words.ts';

export const frameSchema = (readings: readonly string[], clues: readonly string[]) =>
  Type.Object(
    {
      id: frameId('Named by samples and awaits.'),
      kind: Type.Enum([...frameKinds]),
      match: Type.Optional(
        pattern(
          'RE2 expression for a whole line. Named groups: status has `state`, may have `sub`, `fields`, `percent` and `program`; ' +
            'reading has `fields`; alarm and nack have `code`; setting has `name` and `value`; capability has `name` and `on`; permission has `on`, 1 or 0; what a clue has ' +
            'stands in the README, and `ack` besides where the line is also an answer.',
        ),
      ),
      json: Type.Optional(jsonSchema(readings)),
      event: Type.Optional(Type.Enum(['program.end', 'program.cancel'])),
      clue: Type.Optional(
        Type.Enum([...clues], { description: 'What part of the state such a line tells.' }),
      ),
      code: Type.Optional(alarmCode('Of an alarm whose line has no code of its own.')),
      fields: Type.Optional(
        Type.Object(
          { between: separator(), key: separator(), list: separator() },
          {
            ...closed,
            description:
              'How the group `fields` is split: between fields, after the key, within a list, which may stand apart.',
          },
        ),
      ),
      read: Type.Optional(
        Type.Unsafe<Record<string, Static<ReturnType<typeof reader>>>>(
          Type.Object(Object.fromEntries(readings.map((name) => [name, Type.Optional(reader())])), closed),
        ),
      ),
    },
    closed,
  );
const separator = () => Type.String({ minLength: 1, maxLength: 1 });
const reader = () =>
  Type.Object(
    {
      key: fieldKey(),
      otherwise: Type.Optional(fieldKey()),
      item: Type.Integer({ minimum: 0, maximum: 15, description: 'Place in the list, from 0.' }),
      length: Type.Optional(
        Type.Boolean({ description: 'A length: turned into mm, and withheld while the unit is not known.' }),
      ),
    },
    closed,
  );

const fieldKey = () => Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,15}$' });
const alarmCode = (description: string) => Type.String({ pattern: alarmPattern, description });
/** Numbers of Grbl, words where the firmware has sentences. */
const alarmPattern = '^[a-z0-9-]{1,40}$';

export const stateSchema = (activity: ActivityWord) =>
  Type.Object(
    {
      state: Type.String({ minLength: 1, maxLength: 32 }),
      sub: Type.Optional(Type.String({ minLength: 1, maxLength: 24 })),
      activity,
      substate: Type.Optional(substate()),
      event: Type.Optional(
        Type.Enum(['program.end', 'program.cancel'], {
          description: 'What being in it says of the program.',
        }),
      ),
    },
    { ...closed, description: 'First row that fits wins; a word without a row is `unknown`, never idle.' },
  );
export const codes = <T extends ReturnType<typeof alarmSchema> | ReturnType<typeof errorSchema>>(entry: T) =>
  Type.Record(Type.String({ pattern: alarmPattern }), entry, closed);
export const alarmSchema = () =>
  Type.Object(
    {
      word: substate(),
      text: sentence('Shown and logged when it happens; the word becomes the substate of the alarm.'),
      job: Type.Enum(['aborted', 'failed']),
      mute: Type.Optional(
        Type.Boolean({ description: 'Afterwards the controller is silent until it is reset.' }),
      ),
    },
    closed,
  );
export const errorSchema = () =>
  Type.Object({ text: sentence('Logged when a question of ours is answered so.') }, closed);

export const sampleSchema = (activity: ActivityWord, readings: readonly string[]) =>
  Type.Object(
    {
      line: Type.String({ maxLength: profileLimits.lineBytes }),
      is: frameId('The frame that takes it, or `broken`.'),
      activity: Type.Optional(activity),
      substate: Type.Optional(substate()),
      read: Type.Optional(
        Type.Unsafe<Record<string, number>>(
          Type.Object(
            Object.fromEntries(readings.map((name) => [name, Type.Optional(Type.Number())])),
            closed,
          ),
        ),
      ),
    },
    {
      ...closed,
      description: 'Tried whenever the profile is loaded; `read` lists all readings of that line.',
    },
  );
