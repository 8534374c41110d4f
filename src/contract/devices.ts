// Readers and switches as GET /api/devices tells of them.

import { type Static, Type } from 'typebox';
import { SwitchTruths } from './alarms.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type DeviceView = Static<typeof DeviceView>;
export const DeviceView = Type.Object(
  {
    role: Type.Enum(['reader', 'switch']),
    id: Type.String(),
    kind: Type.String({ description: 'As in officina.yaml.' }),
    there: Type.Boolean({ description: 'Connected, as far as it says.' }),
    seen: Nullable(Type.String({ description: 'When it last said something; null since the start.' })),
    firmware: Nullable(Type.String()),
    signalDbm: Nullable(Type.Number()),
    address: Nullable(Type.String()),
    machines: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        leaseS: Type.Integer({
          description: 'Seconds after the last word of the gateway until its switch turns off.',
        }),
        jobLeaseS: Type.Integer({ description: 'The same while a job runs.' }),
      }),
      { description: 'The machines that it opens or switches.' },
    ),
    settings: Type.Array(
      Type.Object({
        name: Type.String(),
        value: Type.String(),
        safe: Type.Boolean({
          description: 'Whether power stays off, or goes off, when the gateway is away.',
        }),
        remedy: Nullable(Type.String({ description: 'What mends it, as a person types it.' })),
      }),
    ),
    truths: Nullable(SwitchTruths),
    allowList: Nullable(
      Type.Object(
        {
          owed: Type.Integer({ description: 'Badges whose members could start its machine now.' }),
          told: Type.Integer({ description: 'Of these, those that the reader holds.' }),
          missing: Type.Integer({ description: 'Of these, those whose card is not known well enough.' }),
          left: Type.Integer({ description: 'Of these, those for which it has no room.' }),
          remedy: Nullable(Type.String({ description: 'What makes good what is missing.' })),
        },
        {
          description:
            'Badges for which it opens by itself while the gateway is away; null: it keeps no list.',
        },
      ),
    ),
  },
  { $id: 'DeviceView' },
);
