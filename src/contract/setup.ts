// What is there and what is missing so that browsers trust this gateway, as it goes over HTTP.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type SetupView = Static<typeof SetupView>;
export const SetupView = Type.Object(
  {
    address: Nullable(
      Type.String({ description: 'Where browsers find the gateway; null where nobody said.' }),
    ),
    from: Type.Enum(['file', 'certificate', 'local', 'none'], {
      description: 'Where that is known from; local: only this computer itself gets there.',
    }),
    parts: Type.Array(
      Type.Object({
        what: Type.Enum(['passkeys', 'install', 'push']),
        ready: Type.Boolean(),
        missing: Type.Array(
          Type.Enum(['https', 'name', 'certificate', 'local'], {
            description:
              'HTTPS; a host name instead of a number; a certificate of an issuer that browsers know; an address that other computers reach.',
          }),
        ),
      }),
    ),
    lines: Nullable(Type.String({ description: 'To add to officina.yaml; null where nothing is missing.' })),
    provider: Type.Object({
      label: Nullable(Type.String({ description: 'Of the sign-in service; null where none is described.' })),
      back: Nullable(Type.String({ description: 'The address to name at the service as the way back.' })),
      lines: Nullable(Type.String({ description: 'To add to officina.yaml; null where one is described.' })),
    }),
  },
  { $id: 'SetupView' },
);
