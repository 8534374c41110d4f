// The small parts that the schemas of a profile file are made of, and the limits of the format (invariant 10).

import { type TEnum, Type } from 'typebox';

export const frameKinds = [
  'status',
  'clue',
  'greeting',
  'welcome',
  'reading',
  'alarm',
  'setting',
  'capability',
  'ack',
  'nack',
  'garbled',
  'resend',
  'event',
  'permission',
  'no-permission',
  'reject',
  'ignore',
] as const;

/** Limits of the format; the engine relies on them for its bounds (invariant 10). */
export const profileLimits = {
  fileBytes: 65_536,
  patternLength: 300,
  frames: 64,
  lineBytes: 512,
  stepsPerWay: 8,
  /** Longest wait of a whole intent. */
  intentMs: 10_000,
  /** Shortest time between two polls. */
  pollMs: 100,
  /** Silence must be noticed within so long. */
  silenceMs: 30_000,
} as const;

/** draft: watches only, and sends neither intent nor permission. proven: may also end access. */
export const maturities = ['draft', 'proven'] as const;

/** The id of a profile, which is the name of its file without `.yaml`. */
export const profileId = (description: string) =>
  Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)*$', maxLength: 64, description });

/** One of the activities of the domain. */
export type ActivityWord = TEnum<string[]>;

export const closed = { additionalProperties: false } as const;

export const pattern = (description: string) =>
  Type.String({ minLength: 1, maxLength: profileLimits.patternLength, description });
export const byte = (description: string) => Type.Integer({ minimum: 0, maximum: 255, description });
export const capabilityName = (description: string) =>
  Type.String({ pattern: '^[A-Z0-9_]{1,40}$', description });
export const settingName = (description: string) => Type.String({ pattern: '^[0-9]{1,3}$', description });
export const millis = (limits: { least: number; most: number; description: string }) =>
  Type.Integer({ minimum: limits.least, maximum: limits.most, description: limits.description });
export const frameId = (description: string) =>
  Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,31}$', description });

export const send = () =>
  Type.Object(
    {
      byte: Type.Optional(byte('One real-time byte, as 0x3f.')),
      line: Type.Optional(
        Type.String({ pattern: '^[ -~]{1,79}$', description: 'Text; a line feed is added.' }),
      ),
    },
    { ...closed, minProperties: 1, maxProperties: 1 },
  );

export const substate = () => Type.String({ pattern: '^[a-z0-9-]{1,40}$' });

export const text = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

/** A sentence for people, in the languages that the screens have; where one is missing, the English one is shown. */
export const sentence = (description: string) =>
  Type.Object({ en: text(description), it: Type.Optional(text('The same in Italian.')) }, closed);
