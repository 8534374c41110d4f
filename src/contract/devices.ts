// Readers and switches as GET /api/devices tells of them.

import { type Static, Type } from 'typebox';

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
