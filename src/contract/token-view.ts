// A token as its owner sees it: never its secret.

import { type Static, Type } from 'typebox';
import { scopes } from './people.ts';

export type TokenView = Static<typeof TokenView>;
export const TokenView = Type.Object(
  {
    id: Type.String(),
    label: Type.String(),
    scopes: Type.Array(Type.Enum(scopes)),
    created: Type.String(),
    expires: Type.Union([Type.String(), Type.Null()]),
    machines: Type.Optional(
      Type.Array(Type.String(), { description: 'Of a kiosk: the machines that it stands at.' }),
    ),
  },
  { $id: 'TokenView' },
);
