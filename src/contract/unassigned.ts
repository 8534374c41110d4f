// Devices that nobody has described yet, over HTTP: what they said, the codes with which they come in, and how one is
// assigned.

import { type Static, Type } from 'typebox';
import { Id } from './requests.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Role = Type.Enum(['reader', 'switch']);
const EntryValue = Type.Union([Type.String({ maxLength: 253 }), Type.Number(), Type.Boolean()]);
const Kind = Type.String({ pattern: '^[a-z0-9-]{1,32}$', description: 'As in officina.yaml.' });

const Guesses = Type.Array(
  Type.Object({
    role: Role,
    entry: Type.Object({ kind: Type.String() }, { additionalProperties: EntryValue }),
    because: Type.String(),
  }),
  { description: 'What it may be, by what it said.' },
);

/** A client id as the broker lets it in. */
export const ClientId = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,72}$', description: 'A client id.' });

export type UnassignedView = Static<typeof UnassignedView>;
export const UnassignedView = Type.Object(
  {
    client: Type.String({ description: 'The client id that it calls itself.' }),
    user: Nullable(Type.String()),
    address: Type.String(),
    how: Type.Enum(['code', 'address'], { description: 'With a pairing code, or from an allowed address.' }),
    there: Type.Boolean(),
    firstSeen: Type.String(),
    lastSeen: Type.String(),
    messages: Type.Array(
      Type.Object({
        at: Type.String(),
        topic: Type.String(),
        text: Type.String({
          description: 'What cannot be shown is written as `\\xNN`; cut after 512 bytes.',
        }),
        retained: Type.Boolean(),
      }),
      { description: 'The last twenty, the newest last.' },
    ),
    guesses: Guesses,
  },
  { $id: 'UnassignedView' },
);

export type UnassignedList = Static<typeof UnassignedList>;
export const UnassignedList = Type.Object({ devices: Type.Array(UnassignedView) }, { $id: 'UnassignedList' });

export type KnownBoxView = Static<typeof KnownBoxView>;
export const KnownBoxView = Type.Object(
  {
    client: Type.String({ description: 'The client id with which it signs in.' }),
    there: Type.Boolean(),
    parts: Type.Array(Type.Object({ role: Role, id: Type.String() }), {
      description: 'What of it is described.',
    }),
    guesses: Guesses,
  },
  { $id: 'KnownBoxView', description: 'A described box that may be more than was described.' },
);

export type KnownBoxList = Static<typeof KnownBoxList>;
export const KnownBoxList = Type.Object({ boxes: Type.Array(KnownBoxView) }, { $id: 'KnownBoxList' });

export type PairingMade = Static<typeof PairingMade>;
export const PairingMade = Type.Object(
  {
    code: Type.String({ description: 'The password of the user `pair`, once.' }),
    expires: Type.String(),
    host: Type.String({ description: 'Where a device finds the broker.' }),
    port: Type.Integer(),
    warning: Nullable(
      Type.Enum(['loopback-only', 'tls-only'], {
        description: 'No device can reach it there, or only one that speaks TLS.',
      }),
    ),
  },
  { $id: 'PairingMade' },
);

const assignmentFields = {
  role: Role,
  id: Id,
  entry: Type.Object(
    { kind: Kind },
    {
      additionalProperties: EntryValue,
      maxProperties: 12,
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]{0,31}$' },
      description: 'What stands in officina.yaml of the device, without its sign-in.',
    },
  ),
  machine: Type.Union([Id, Type.Null()], { description: 'The machine that it is for from now on.' }),
  answers: Type.Object(
    {
      noVoltRelease: Type.Boolean({
        description: 'The machine does not start by itself when its power returns.',
      }),
      notAnEmergencyStop: Type.Boolean({
        description: 'The person knows that this is not an emergency stop.',
      }),
    },
    { additionalProperties: false, description: 'Asked where a switch is to give power to a machine.' },
  ),
  dryRun: Type.Boolean(),
};

export type Assignment = Static<typeof Assignment>;
export const Assignment = Type.Object(assignmentFields, { $id: 'Assignment', additionalProperties: false });

export type PartAssignment = Static<typeof PartAssignment>;
export const PartAssignment = Type.Object(
  { client: ClientId, ...assignmentFields },
  { $id: 'PartAssignment', additionalProperties: false },
);

/** A mistake that an assignment is refused for, and of which of its fields where that is known. */
export type AssignmentMistake = {
  readonly line: number | null;
  readonly column: number | null;
  readonly text: string;
  readonly field?: 'id' | 'entry' | 'machine';
};

const AddedLines = Type.Array(Type.Object({ line: Type.Integer(), text: Type.String() }), {
  description: 'The lines that officina.yaml gains.',
});

const Restart = Type.Array(Type.String(), {
  description: 'What of officina.yaml takes effect at the next start only.',
});

export type AssignmentDone = Static<typeof AssignmentDone>;
export const AssignmentDone = Type.Object(
  {
    lines: AddedLines,
    device: Type.Object({ role: Role, id: Type.String(), kind: Type.String() }),
    credentials: Type.Union(
      [Type.Object({ client: Type.String(), user: Type.String(), password: Type.String() }), Type.Null()],
      {
        description:
          'With what it signs in from now on; shown this once. Null after a dry run, and for another part of a box that signs in already.',
      },
    ),
    told: Type.Boolean({ description: 'Whether the device itself has acknowledged its credentials.' }),
    restart: Restart,
    setUp: Type.Array(Type.String(), {
      description: 'Lines as a person reads and types them at the device; none after a dry run.',
    }),
  },
  { $id: 'AssignmentDone' },
);

export type ConfigReload = Static<typeof ConfigReload>;
export const ConfigReload = Type.Object({ restart: Restart }, { $id: 'ConfigReload' });
