// What a member would pay at a machine now, before they use it: `/api/machines/:machine/price`. Money is minor units of the
// currency of the space, as text.

import { type Static, Type } from 'typebox';

const Minor = (description: string) => Type.Optional(Type.String({ description }));

export type PriceView = Static<typeof PriceView>;
export const PriceView = Type.Object(
  {
    machine: Type.String(),
    currency: Type.String(),
    digits: Type.Integer({ description: 'Decimals of the currency.' }),
    price: Type.Union([
      Type.Object({
        tariff: Type.String({ description: 'Hash of the tariff; the lines of the bill name it.' }),
        from: Type.String({ description: 'The day from which on it holds.' }),
        perHour: Type.Array(Type.Object({ clock: Type.String(), minor: Type.String() })),
        start: Minor('Once per session.'),
        minimum: Minor('The least that a session costs.'),
        freeMinutes: Type.Optional(Type.Integer({ description: 'A shorter session costs nothing.' })),
        stepMinutes: Type.Optional(Type.Integer({ description: 'Charged per started step.' })),
        peak: Type.Optional(
          Type.Object({
            percent: Type.Integer({ description: 'Of the price of an hour.' }),
            isNow: Type.Boolean(),
            hours: Type.Array(
              Type.Object({ days: Type.Array(Type.String()), from: Type.String(), to: Type.String() }),
            ),
          }),
        ),
        mostPerSession: Minor('No session costs more.'),
        mostPerDay: Minor('Of one member, in the whole pool.'),
        mostPerMonth: Minor('Of one member, in the whole pool.'),
        materials: Type.Optional(
          Type.Array(
            Type.Object({
              id: Type.String(),
              name: Type.String(),
              unit: Type.String(),
              minor: Type.String(),
            }),
            { description: 'What the desk hands out; minor units per unit, up to six decimals.' },
          ),
        ),
        perKwh: Minor('Minor units per kilowatt-hour, up to six decimals.'),
      }),
      Type.Null({ description: 'No tariff: it costs nothing.' }),
    ]),
  },
  { $id: 'PriceView' },
);
