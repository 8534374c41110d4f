// Alarms about switches, and the four truths of a switch, as they go over HTTP.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** From the most to the least pressing. */
export const alarmCodes = [
  'relay-welded',
  'power-without-session',
  'switch-by-hand',
  'session-on-dead-machine',
  'lease-lost',
  'meter-silent',
] as const;

export const alarmAnswers = ['seen', 'mended', 'false-alarm'] as const;

export type AlarmView = Static<typeof AlarmView>;
export const AlarmView = Type.Object(
  {
    alarm: Type.String({ description: 'Its id.' }),
    code: Type.Enum([...alarmCodes]),
    machine: Nullable(Type.String({ description: 'The machine that the switch feeds.' })),
    switch: Type.String(),
    session: Nullable(Type.String({ description: 'Which held the machine when it was raised.' })),
    since: Type.String({ description: 'When it was raised.' }),
    answered: Nullable(
      Type.Object({
        what: Type.Enum([...alarmAnswers]),
        by: Nullable(
          Type.String({
            description: 'A name, `console` or `admin-token`; null for a name that may not be seen.',
          }),
        ),
        at: Type.String(),
      }),
    ),
    cleared: Nullable(Type.String({ description: 'When it was over; null while it is open.' })),
  },
  { $id: 'AlarmView' },
);

export type AlarmAnswer = Static<typeof AlarmAnswer>;
export const AlarmAnswer = Type.Object(
  {
    what: Type.Enum([...alarmAnswers], {
      description: 'An alarm that was mended is over, and is raised anew if it is still so.',
    }),
  },
  { $id: 'AlarmAnswer', additionalProperties: false },
);

export type SwitchTruths = Static<typeof SwitchTruths>;
export const SwitchTruths = Type.Object(
  {
    ordered: Nullable(
      Type.Object(
        { on: Type.Boolean(), n: Type.Integer(), at: Type.String() },
        { description: 'What the gateway sent last; null before its first order.' },
      ),
    ),
    acknowledged: Nullable(
      Type.Object(
        { on: Type.Boolean(), at: Type.String() },
        { description: 'What the switch itself said last; null while nobody knows.' },
      ),
    ),
    measured: Nullable(
      Type.Object(
        { powerW: Type.Number(), at: Type.String() },
        { description: 'Null when it has no meter, or its meter is silent.' },
      ),
    ),
    confirmed: Type.Enum(['powered', 'dark', 'unknown', 'none'], {
      description: 'What the controller of the machine shows; none where there is none.',
    }),
  },
  { $id: 'SwitchTruths', description: 'Four truths, never squeezed into one.' },
);
