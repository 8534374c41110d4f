// The codes with which this gateway refuses, and what each means in English: for whoever read one and wants to know.

import { type Static, Type } from 'typebox';

export type RefusalList = Static<typeof RefusalList>;
export const RefusalList = Type.Object(
  {
    refusals: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), detail: Type.String() })),
  },
  { $id: 'RefusalList' },
);
