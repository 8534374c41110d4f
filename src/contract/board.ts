// What screens are told about machines: the answers of `/api/board` and `/api/machines/:machine`, and the live events.
// Times are RFC 3339 in UTC; durations are whole milliseconds.

import { type Static, Type } from 'typebox';
import { AlarmView } from './alarms.ts';
import { KnownEnd, OwnSession } from './held-session.ts';

/** The word and plate of a card; the first that holds, in this order. */
export const shownStates = [
  'offline',
  'unknown',
  'alarm',
  'door',
  'maintenance',
  'ending',
  'heating',
  'running',
  'paused',
  'in-use',
  'free',
] as const;

export type MachineCard = Static<typeof MachineCard>;
export const MachineCard = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    pool: Type.String(),
    shown: Type.Enum(shownStates),
    link: Type.Enum(['up', 'lost', 'never']),
    activity: Type.String({ description: 'Normalised activity; see the vocabulary.' }),
    substate: Type.Union([Type.String(), Type.Null()]),
    raw: Type.Union([Type.String(), Type.Null()], { description: "The controller's own word." }),
    mode: Type.Enum(['production', 'setup', 'maintenance']),
    interlock: Type.Enum(['engaged', 'releasing', 'released', 'engaging', 'failed']),
    since: Type.String({ description: 'Since when it is in this activity.' }),
    session: Type.Union([
      Type.Object({
        id: Type.String(),
        since: Type.String(),
        ending: Type.Boolean(),
        member: Type.Union([Type.String(), Type.Null()], {
          description: 'Name of the member, null when they did not choose to be shown.',
        }),
        mine: Type.Boolean(),
        ends: Type.Union([KnownEnd, Type.Null()]),
        own: Type.Union([OwnSession, Type.Null()]),
      }),
      Type.Null(),
    ]),
    job: Type.Union([
      Type.Object({ id: Type.String(), progress: Type.Union([Type.Number(), Type.Null()]) }),
      Type.Null(),
    ]),
    usedTodayMs: Type.Integer({ description: 'Time in use today, in the time zone of the space.' }),
    chart: Type.Union([Type.Object({ name: Type.String(), unit: Type.String() }), Type.Null()]),
    reader: Type.Union([Type.String(), Type.Null()]),
    switch: Type.Union([Type.String(), Type.Null()]),
    troubles: Type.Array(
      Type.Object({
        code: Type.String(),
        values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
      }),
      { description: 'What is wrong with its link, or will be soon; ignore codes that you do not know.' },
    ),
    needsSteward: Type.Boolean({ description: 'Its power is not as our lock would have it.' }),
  },
  { $id: 'MachineCard' },
);

export type Board = Static<typeof Board>;
export const Board = Type.Object(
  {
    space: Type.Object({
      name: Type.String(),
      timezone: Type.String(),
      currency: Type.String(),
      locale: Type.String(),
    }),
    at: Type.String({ description: 'The clock of the gateway when this was written.' }),
    demo: Type.Boolean(),
    machines: Type.Array(MachineCard, { description: 'In the order of officina.yaml; never re-sorted.' }),
    notices: Type.Array(
      Type.Object({
        code: Type.String(),
        text: Type.String({ description: 'In English.' }),
        values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
          description: 'What the text names, for a page that says it in another language by its code.',
        }),
      }),
      { description: 'What a steward should know, for instance a clock that is not set.' },
    ),
    alarms: Type.Array(AlarmView, {
      description: 'Open alarms, for those with `devices:read`; for all others there are none.',
    }),
  },
  { $id: 'Board' },
);

export type Series = Static<typeof Series>;
export const Series = Type.Object(
  {
    machine: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    samples: Type.Array(
      Type.Object({ at: Type.String(), mean: Type.Number(), min: Type.Number(), max: Type.Number() }),
    ),
  },
  { $id: 'Series' },
);

/** Server-sent events of `/api/live`: `event:` is the name, `data:` the JSON. A `board` comes first, and after a gap. */
export type LiveEvent =
  | { readonly event: 'board'; readonly data: Board }
  | { readonly event: 'machine'; readonly data: MachineCard }
  | {
      readonly event: 'reading';
      readonly data: {
        readonly machine: string;
        readonly at: string;
        readonly name: string;
        readonly value: number;
      };
    }
  | { readonly event: 'answer'; readonly data: DemoAnswer }
  /** Something was said to this viewer about a machine that they hold, or held. */
  | {
      readonly event: 'told';
      readonly data: {
        readonly machine: string;
        readonly code: string;
        /** In the language of the space. */
        readonly text: string;
        readonly until: string | null;
      };
    }
  /** The list of devices that nobody has described has changed; only for those who may see it. */
  | { readonly event: 'unassigned'; readonly data: { readonly at: string } };

/** The demo alone shows the answers of its simulated readers. */
export type DemoAnswer = {
  readonly reader: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly text: string;
};
