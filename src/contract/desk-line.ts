// What a line of the statement says of the desk: a material that was handed out, or a correction by hand. Left out of the
// lines of machines.

import { Type } from 'typebox';
import { materialUnits } from './desk-words.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** In the component that is a material. */
export const NamedMaterial = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unit: Type.Enum([...materialUnits]),
});

export const deskLine = {
  material: Type.Optional(
    Type.Object(
      {
        id: Type.String(),
        amount: Type.Integer({ description: 'Thousandths of its unit.' }),
        session: Nullable(Type.String({ description: 'For which it was handed out.' })),
      },
      { description: 'A material that was handed out; left out of the use of machines.' },
    ),
  ),
  corrected: Type.Optional(
    Type.Object(
      {
        by: Type.String(),
        at: Type.String(),
        why: Type.String({ description: 'waived, price, cost-code, agreed.' }),
        note: Nullable(Type.String()),
      },
      { description: 'A line that corrects another by hand, up or down; left out of all others.' },
    ),
  ),
};
