// What native devices and the gateway say to each other over MQTT: one schema per topic of the contract, with limits.
// Unknown members are tolerated and ignored, so that either side can learn new words first.

import { type Static, Type } from 'typebox';

/** Ids as people choose them; see `domain/ids.ts`. */
const Id = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** `<boot>:<counter>` of the reader. */
export const tapPattern = /^[A-Za-z0-9._-]{1,64}:[0-9]{1,15}$/;

/** `officina/v1/reader/<reader>/tap`, QoS 1. */
export type TapMessage = Static<typeof TapMessage>;
export const TapMessage = Type.Object(
  {
    badge: Type.String({ pattern: '^[ -~]{1,128}$', description: 'The card as the reader spells it.' }),
    tap: Type.String({
      pattern: tapPattern,
      description: '<boot>:<counter>; the same tap may be sent twice and counts once.',
    }),
    machine: Type.Optional(Nullable(Id)),
    technology: Type.Optional(Type.String({ maxLength: 32 })),
    pin: Type.Optional(Type.String({ maxLength: 32 })),
    hand_over: Type.Optional(
      Type.Boolean({ description: 'The holder offers the machine to the next member who taps.' }),
    ),
    cost_code: Type.Optional(Nullable(Id)),
    ceiling_minor: Type.Optional(
      Nullable(
        Type.Integer({
          minimum: 1,
          maximum: 999_999_999_999,
          description: 'It ends before it costs more; minor units.',
        }),
      ),
    ),
  },
  { $id: 'TapMessage' },
);

/** `officina/v1/reader/<reader>/answer`, QoS 1. A reader ignores outcomes that it does not know. */
export type AnswerMessage = Static<typeof AnswerMessage>;
export const AnswerMessage = Type.Object(
  {
    tap: Type.String({ maxLength: 80 }),
    outcome: Type.String({ maxLength: 32, description: 'granted, ended, queued, refused or notice.' }),
    code: Nullable(Type.String({ maxLength: 64 })),
    text: Type.String({ maxLength: 1000, description: 'For the member, in the language of the space.' }),
    machine: Nullable(Type.String({ maxLength: 64 })),
    session: Nullable(Type.String({ maxLength: 64 })),
    until: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' })),
  },
  { $id: 'AnswerMessage' },
);

/**
 * `officina/v1/switch/<switch>/set` and `officina/v1/machine/<machine>/enable`, QoS 0, never retained. Without a renewal
 * the switch turns itself off; a controller takes back the permission to run.
 */
export type SetMessage = Static<typeof SetMessage>;
export const SetMessage = Type.Union(
  [
    Type.Object({
      on: Type.Literal(true),
      lease_s: Type.Number({ exclusiveMinimum: 0, maximum: 604_800 }),
      n: Type.Integer({ minimum: 0, description: 'Only grows; a switch ignores one that does not.' }),
    }),
    Type.Object({ on: Type.Literal(false), n: Type.Integer({ minimum: 0 }) }),
  ],
  { $id: 'SetMessage' },
);

/** `officina/v1/switch/<switch>/state`. */
export type SwitchStateMessage = Static<typeof SwitchStateMessage>;
export const SwitchStateMessage = Type.Object(
  {
    on: Type.Boolean(),
    power_w: Type.Optional(Type.Number({ minimum: -1e6, maximum: 1e6 })),
    energy_wh: Type.Optional(Type.Number({ minimum: 0, maximum: 1e12, description: 'A total.' })),
  },
  { $id: 'SwitchStateMessage' },
);

/** `officina/v1/machine/<machine>/report`; readings stand beside these members, by their vocabulary name. */
export type MachineReportMessage = Static<typeof MachineReportMessage>;
export const MachineReportMessage = Type.Object(
  {
    activity: Type.String({ minLength: 1, maxLength: 200 }),
    job: Type.Optional(
      Nullable(
        Type.String({
          ...{ minLength: 1, maxLength: 64 },
          description:
            'Tells one job from the next; null when there is none, left out when that is not known.',
        }),
      ),
    ),
    result: Type.Optional(
      Nullable(
        Type.String({
          maxLength: 40,
          description:
            'completed, aborted or failed: `job` is over, or the last one where it is null or left out.',
        }),
      ),
    ),
    program: Type.Optional(
      Nullable(
        Type.String({
          maxLength: 200,
          description: 'What the job is called; shown while it is under way, never journalled.',
        }),
      ),
    ),
    progress: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    enabled: Type.Optional(
      Type.Boolean({
        description: 'Whether it may run, where its controller is its switch; in every report.',
      }),
    ),
  },
  { $id: 'MachineReportMessage' },
);

/** `officina/v1/machine/<machine>/state`, retained. */
export type MachineStateMessage = Static<typeof MachineStateMessage>;
export const MachineStateMessage = Type.Object(
  {
    link: Type.String(),
    activity: Type.String(),
    mode: Type.String(),
    interlock: Type.String(),
    shown: Type.String({ description: 'The word that pages show for it.' }),
    locked_by: Nullable(Type.String({ description: 'What locks it, where it is shown as locked.' })),
    since: Type.String({ description: 'RFC 3339.' }),
    session: Nullable(
      Type.Object({
        id: Type.String(),
        member: Nullable(Type.String({ description: 'Only when the member chose to be shown.' })),
        since: Type.String(),
      }),
    ),
    queue: Type.Integer({ minimum: 0 }),
  },
  { $id: 'MachineStateMessage' },
);

/** `officina/v1/machine/<machine>/facts`, retained: for programs beside us. Nothing in it is about a person. */
export type MachineFactsMessage = Static<typeof MachineFactsMessage>;
export const MachineFactsMessage = Type.Object(
  {
    shown: Type.String({ description: 'The word that pages show for it.' }),
    activity: Type.String(),
    heard: Type.Boolean({ description: 'Whether its controller can be heard.' }),
    problem: Type.Boolean({ description: 'A problem that marks it, an open alarm, or an alarm of its own.' }),
    progress: Nullable(Type.Number({ minimum: 0, maximum: 100, description: 'Of its job, %.' })),
    time_left_s: Nullable(Type.Number({ minimum: 0 })),
    power_w: Nullable(Type.Number()),
    energy_wh: Nullable(Type.Number({ minimum: 0, description: 'A total.' })),
  },
  { $id: 'MachineFactsMessage' },
);
