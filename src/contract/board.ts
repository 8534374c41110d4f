// What screens are told about machines: the answers of `/api/board` and `/api/machines/:machine`, and the live events.
// Times are RFC 3339 in UTC; durations are whole milliseconds.

import { type Static, Type } from 'typebox';
import { AlarmView } from './alarms.ts';
import { BookingMark } from './booking-mark.ts';
import { Floor } from './floor.ts';
import { KnownEnd, OwnSession } from './held-session.ts';
import { ControllerMeterView, FourFacts } from './machine-facts.ts';
import { QueueView } from './queue.ts';

/** The word and plate of a card; the first that holds, in this order. */
export const shownStates = [
  'offline',
  'unknown',
  'alarm',
  'door',
  'locked',
  'out-of-order',
  'retired',
  'maintenance',
  'ending',
  'heating',
  'running',
  'paused',
  'in-use',
  'free',
] as const;

/** What locks a machine that is shown as locked: a person, a reported problem, or its interlock. */
export const lockedBys = [
  'lock',
  'problem',
  'latched',
  'monitor-warning',
  'monitor-critical',
  'monitor-fatal',
  'monitor-unheard',
  'self-check',
] as const;

export const machineModes = ['production', 'setup', 'maintenance', 'out-of-order', 'retired'] as const;

const Decided = Type.Object(
  {
    since: Type.String(),
    note: Type.Union([Type.String(), Type.Null()], { description: 'In the own words of who set the mode.' }),
    photo: Type.Union([Type.String(), Type.Null()], {
      description: 'Path of the picture, with its digest as query; null without one.',
    }),
  },
  { description: 'What was said with the mode; left out where nothing was.' },
);

const Lock = Type.Object(
  {
    since: Type.String(),
    lock: Type.Enum(['at-once', 'after'], {
      description: 'Whether a session that held it had to end at once.',
    }),
    by: Type.Union([Type.String(), Type.Null()], { description: 'A name, for stewards only.' }),
  },
  { description: 'Somebody locked it; a steward unlocks it. Left out where nobody did.' },
);

const PeopleShort = Type.Object(
  { present: Type.Integer(), needed: Type.Integer() },
  {
    description:
      'Too few people are there while it runs: it ends within a minute. Left out where enough are.',
  },
);

const offOrOn = () => Type.Optional(Type.Enum(['off', 'on', 'unknown']));
const AccessLeft = Type.Object({
  spindle: offOrOn(),
  laser: offOrOn(),
  heat: offOrOn(),
  position: Type.Optional(Type.Enum(['kept', 'lost', 'unknown'])),
});
const AlarmSentence = Type.Object({ en: Type.String(), it: Type.Optional(Type.String()) });

export type MachineCard = Static<typeof MachineCard>;
export const MachineCard = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    pool: Type.String(),
    shown: Type.Enum(shownStates),
    lockedBy: Type.Union([Type.Enum([...lockedBys]), Type.Null()], {
      description: 'What keeps everybody from beginning, where it is shown as locked; null else.',
    }),
    link: Type.Enum(['up', 'lost', 'never']),
    activity: Type.String({ description: 'Normalised activity; see the vocabulary.' }),
    substate: Type.Union([Type.String(), Type.Null()]),
    raw: Type.Union([Type.String(), Type.Null()], { description: "The controller's own word." }),
    mode: Type.Enum([...machineModes]),
    decided: Type.Optional(Decided),
    lock: Type.Optional(Lock),
    peopleShort: Type.Optional(PeopleShort),
    interlock: Type.Enum(['engaged', 'releasing', 'released', 'engaging', 'failed']),
    permit: Type.Object(
      {
        word: Type.Enum(['permitted', 'permitted-until-idle', 'denied', 'latched']),
        reason: Type.Enum([
          ...(['nobody', 'granted', 'finishing', 'ended', 'locked', 'latched'] as const),
          ...(['monitor-warning', 'monitor-critical', 'monitor-fatal', 'monitor-unheard'] as const),
          'self-check',
        ]),
        monitor: Type.Union([
          Type.Object({
            name: Type.String(),
            why: Type.Enum(['limit', 'old', 'never']),
            value: Type.String({ description: 'With its unit; a dash where there is none.' }),
          }),
          Type.Null(),
        ]),
      },
      { description: 'What the interlock permits, and why; the monitor that decided it.' },
    ),
    since: Type.String({ description: 'Since when it is in this activity.' }),
    facts: FourFacts,
    controllerMeter: Type.Optional(ControllerMeterView),
    session: Type.Union([
      Type.Object({
        id: Type.String(),
        since: Type.String(),
        ending: Type.Boolean(),
        member: Type.Union([Type.String(), Type.Null()], {
          description: 'Name of the member, null when they did not choose to be shown.',
        }),
        mine: Type.Boolean(),
        trainer: Type.Optional(
          Type.String({ description: 'Who teaches in it; only for those with `members:read`.' }),
        ),
        bypassed: Type.Optional(
          Type.Array(Type.String(), {
            description:
              'Refusal codes that a steward went past, for those with `sessions:end`; left out: none.',
          }),
        ),
        ends: Type.Union([KnownEnd, Type.Null()]),
        own: Type.Union([OwnSession, Type.Null()]),
      }),
      Type.Null(),
    ]),
    job: Type.Union([
      Type.Object({
        id: Type.String(),
        program: Type.Union([Type.String(), Type.Null()], {
          description: 'Its name at the controller; null for those who may not know whose it is.',
        }),
        progress: Type.Union([Type.Number(), Type.Null()], { description: 'From 0 to 1.' }),
        timeLeftS: Type.Union([Type.Number(), Type.Null()], {
          description: 'As the controller estimates it; null where it does not.',
        }),
      }),
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
    left: Type.Union([AccessLeft, Type.Null()], {
      description: 'What the end of access has left, until the machine moves again or is not heard.',
    }),
    alarm: Type.Union([AlarmSentence, Type.Null()], {
      description:
        'The sentence of the alarm that its controller is in; null where there is none for its code.',
    }),
    care: Type.Object(
      {
        problem: Type.Union([Type.Enum(['flag', 'lock']), Type.Null()], {
          description: 'What members reported and no steward has closed; `lock`: nobody can begin.',
        }),
        serviceOver: Type.Boolean(),
      },
      { description: 'More by `/api/machines/:machine/care`.' },
    ),
    queue: Type.Optional(QueueView),
    booking: Type.Optional(BookingMark),
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
    people: Type.Optional(
      Type.Object(
        {
          inside: Type.Integer(),
          capacity: Type.Union([Type.Integer(), Type.Null()]),
          mine: Type.Enum(['inside', 'waiting', 'outside'], {
            description:
              '`waiting`: I found it full lately; there is a place when `inside` is below `capacity`.',
          }),
        },
        { description: 'How many are inside, never who; left out where nobody counts.' },
      ),
    ),
    floor: Type.Optional(Floor),
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
  /** A tap at the reader of a kiosk's machine was answered; for that kiosk alone. */
  | {
      readonly event: 'tapped';
      readonly data: {
        readonly machine: string;
        readonly outcome: string;
        readonly code: string | null;
        /** In the language of the space. */
        readonly text: string;
        readonly until: string | null;
      };
    }
  /** The list of devices that nobody has described has changed; only for those who may see it. */
  | { readonly event: 'unassigned'; readonly data: { readonly at: string } }
  /** Somebody proposed, said or voted something, or a vote is over; only for who may read it. */
  | { readonly event: 'proposals'; readonly data: { readonly at: string } };

/** The demo alone shows the answers of its simulated readers. */
export type DemoAnswer = {
  readonly reader: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly text: string;
};
