// Tariffs over HTTP: those that are past, in force and coming, what a new one would change, and the past under it. A tariff is
// written as it stands in officina.yaml; amounts of answers are decimal strings of minor units.

import { type Static, Type } from 'typebox';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Minor = Type.String({ description: 'Minor units.' });
const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'yyyy-mm' });
/** One tariff with two hundred materials. */
const textLimit = 32_768;

export type TariffView = Static<typeof TariffView>;
const TariffView = Type.Object({
  hash: Type.String({ description: 'SHA-256; it names the tariff on every line that was rated by it.' }),
  state: Type.Enum(['past', 'now', 'coming']),
  pool: Type.String(),
  from: Type.String({ description: 'First local day.' }),
  plan: Nullable(Type.String()),
  team: Nullable(Type.String()),
  text: Type.String({ description: 'YAML, as it may stand in officina.yaml, without the leading dash.' }),
  fields: Type.Unsafe<Readonly<Record<string, unknown>>>(
    Type.Object({}, { description: 'The same, by its keys; prices are texts.' }),
  ),
});

export type TariffList = Static<typeof TariffList>;
export const TariffList = Type.Object(
  {
    currency: Type.String(),
    digits: Type.Integer(),
    firstDay: Type.String({ description: 'On which a new one may begin, at the earliest.' }),
    pools: Type.Array(Type.String()),
    plans: Type.Array(Type.String()),
    teams: Type.Array(Type.String()),
    tariffs: Type.Array(TariffView),
  },
  { $id: 'TariffList' },
);

export type TariffRequest = Static<typeof TariffRequest>;
export const TariffRequest = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: textLimit }), dryRun: Type.Boolean() },
  { $id: 'TariffRequest', additionalProperties: false },
);

export type TariffChecked = Static<typeof TariffChecked>;
export const TariffChecked = Type.Object(
  {
    tariff: TariffView,
    replaces: Nullable(Type.String({ description: 'Hash of what holds on the day before.' })),
    typical: Type.Array(
      Type.Object({
        use: Type.Enum(['quick', 'hour', 'long', 'peak', 'energy']),
        beforeMinor: Minor,
        afterMinor: Minor,
      }),
      { description: 'What five uses cost on its first day, and without it.' },
    ),
    written: Type.Boolean(),
  },
  { $id: 'TariffChecked' },
);

export type TariffReplayRequest = Static<typeof TariffReplayRequest>;
export const TariffReplayRequest = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: textLimit }), from: Month, to: Month },
  { $id: 'TariffReplayRequest', additionalProperties: false },
);

const Side = Type.Object({
  members: Nullable(Type.Integer({ description: 'Null: fewer than five, of whom nothing is told.' })),
  minor: Nullable(Minor),
});

export type TariffReplay = Static<typeof TariffReplay>;
export const TariffReplay = Type.Object(
  {
    uses: Type.Integer(),
    beforeMinor: Minor,
    afterMinor: Minor,
    more: Side,
    less: Side,
    same: Side,
    members: Nullable(
      Type.Array(
        Type.Object({ member: Type.String(), name: Type.String(), beforeMinor: Minor, afterMinor: Minor }),
        { description: 'For those who may see statements: who pays otherwise, the most first.' },
      ),
    ),
  },
  { $id: 'TariffReplay' },
);
