// The shape of a file in `firmware-profiles/`: data only, closed vocabularies, no key without an effect. The words for
// activities and readings are handed in, so that the schema for editors lists them and nothing is written down twice.

import { type Static, Type } from 'typebox';
import {
  deriveSchema,
  enableSchema,
  identifySchema,
  intentSchema,
  jobSchema,
  pollSchema,
  silenceSchema,
} from './profile-conduct.ts';
import { alarmSchema, codes, errorSchema, frameSchema, sampleSchema, stateSchema } from './profile-frame.ts';
import { togetherSchema } from './profile-together.ts';
import {
  byte,
  closed,
  maturities,
  pattern,
  profileId,
  profileLimits,
  settingName,
  text,
} from './profile-words.ts';

/** The words of the domain that a profile may use. */
export type ProfileWords = {
  readonly activities: readonly string[];
  readonly readings: readonly string[];
  readonly families: readonly string[];
  readonly clues: readonly string[];
};

export type ProfileFile = Static<ReturnType<typeof profileFileSchema>>;

/** The schema of a profile file. Every object is closed: an unknown key is a mistake, never ignored. */
export function profileFileSchema(words: ProfileWords) {
  const activity = Type.Enum([...words.activities]);
  return Type.Object(
    {
      schema: Type.Literal(1),
      id: profileId('The name of the file without `.yaml`.'),
      extends: Type.Optional(
        profileId('The profile beside this one that it is like; one level. What stands here goes before it.'),
      ),
      title: Type.String({ minLength: 1, maxLength: 60 }),
      maturity: Type.Enum([...maturities], {
        description:
          'draft: the machine is only watched, no intent and no permission is sent. proven: all of it.',
      }),
      family: Type.Enum([...words.families], {
        description: 'Decides which bytes may be sent, and for what.',
      }),
      serial: Type.Object({ baud: Type.Integer({ minimum: 300, maximum: 4_000_000 }) }, closed),
      identify: identifySchema(activity),
      poll: pollSchema(words.activities),
      frames: Type.Array(frameSchema(words.readings, words.clues), {
        minItems: 1,
        maxItems: profileLimits.frames,
      }),
      facts: Type.Unsafe<Record<string, string>>(
        Type.Object(
          {
            inches: Type.Optional(
              settingName(
                'The setting that is 1 when lengths are reported in inches; without it lengths are in mm.',
              ),
            ),
          },
          closed,
        ),
      ),
      derive: Type.Optional(deriveSchema()),
      together: Type.Optional(togetherSchema()),
      states: Type.Array(stateSchema(activity), { minItems: 1, maxItems: 64 }),
      silence: Type.Array(silenceSchema(activity), { maxItems: 16 }),
      job: jobSchema(activity),
      enable: Type.Optional(enableSchema()),
      intents: Type.Object(
        { sessionEnd: Type.Optional(intentSchema(activity)) },
        { ...closed, description: 'A proven profile has one; that of a draft is checked and never sent.' },
      ),
      forbid: Type.Object(
        {
          bytes: Type.Array(byte('Never sent by the gateway.'), { maxItems: 64 }),
          lines: Type.Array(pattern('Lines that the gateway never sends.'), { maxItems: 32 }),
          host: Type.Optional(hostForbidSchema()),
        },
        { ...closed, description: 'Checked against everything that this file sends, when it is loaded.' },
      ),
      codes: Type.Object({ alarms: codes(alarmSchema()), errors: codes(errorSchema()) }, closed),
      samples: Type.Array(sampleSchema(activity, words.readings), {
        minItems: 3,
        maxItems: 128,
        description: 'Among them one that is to be ignored and one that is broken.',
      }),
      caveats: Type.Array(caveatSchema(), { maxItems: 32 }),
    },
    { ...closed, title: 'Firmware profile' },
  );
}

const hostForbidSchema = () =>
  Type.Object(
    {
      bytes: Type.Array(byte('Never forwarded; what stops the machine always is.'), { maxItems: 64 }),
      lines: Type.Array(pattern('Never forwarded; in capitals, without spaces, comments and numbers.'), {
        maxItems: 32,
      }),
    },
    { ...closed, description: 'What a host that shares the controller (passThrough) may never send.' },
  );

const caveatSchema = () =>
  Type.Object(
    { text: text('What to know before trusting it.'), link: Type.String({ pattern: '^https://[!-~]+$' }) },
    closed,
  );
