// The plan of the workshop as the board draws it: a picture, and where on it each machine stands.

import { type Static, Type } from 'typebox';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });

export type Floor = Static<typeof Floor>;
export const Floor = Type.Object(
  {
    picture: Type.String({ description: 'Path of the picture, with its digest as query.' }),
    places: Type.Array(
      Type.Object({
        machine: Type.String(),
        x: share('Per cent of the width, from the left.'),
        y: share('Per cent of the height, from the top.'),
      }),
    ),
  },
  { description: 'Left out where no plan is drawn.' },
);
