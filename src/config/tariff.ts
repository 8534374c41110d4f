// The key `tariffs`: a list of prices per pool, each from a day on. Prices become whole minor units here, once.

import { type Static, Type } from 'typebox';
import type { Tariff } from '../domain/machine/workshop.ts';
import { currencyDigits, parsePrice } from '../domain/money.ts';
import { isDay } from './is-day.ts';
import { isEmpty, placeOf, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';

const tariffSchema = Type.Object({
  pool: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'the id of a pool' }),
  from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day as yyyy-mm-dd' }),
  perHour: Type.Union([Type.String(), Type.Number()], {
    description: 'a price per hour, for instance "12.00"',
  }),
  clock: Type.Optional(Type.Enum(['loaded', 'powered', 'working', 'operating'])),
});

const tariffLimit = 1000;

export type ReadTariff = { readonly tariff: Tariff; readonly tree: Tree; readonly name: string };

/** @param currency one that is known to the runtime */
export function readTariffs(field: Field | undefined, currency: string, scope: Scope): readonly ReadTariff[] {
  if (!field || isEmpty(field.tree)) return [];
  if (field.tree.kind !== 'list' || field.tree.items.length > tariffLimit) {
    const text = `tariffs must be a list of at most ${tariffLimit}, each beginning with "- pool:"`;
    scope.findings.mistake(field.tree.place, text);
    return [];
  }
  const digits = currencyDigits(currency);
  return field.tree.items.map((tree, index) => {
    const name = `tariff ${index + 1}`;
    const shape = readShape(tariffSchema, tree, { ...scope, name, place: tree.place });
    return { tariff: toTariff(shape, tree, { ...scope, name, currency, digits }), tree, name };
  });
}

type TariffScope = Scope & { readonly currency: string; readonly digits: number };

function toTariff(shape: Partial<Static<typeof tariffSchema>>, tree: Tree, scope: TariffScope): Tariff {
  if (shape.from !== undefined && !isDay(shape.from)) {
    scope.findings.mistake(placeOf(tree, 'from'), `"from" of ${scope.name} is a day that does not exist.`);
  }
  const price = shape.perHour === undefined ? 0n : parsePrice(String(shape.perHour), scope.digits);
  if (price === undefined) {
    const decimals = scope.digits === 0 ? 'no decimals' : `at most ${scope.digits} decimals after a point`;
    const text = `"perHour" of ${scope.name} must be a price in ${scope.currency} with ${decimals} and no sign.`;
    scope.findings.mistake(placeOf(tree, 'perHour'), text);
  }
  return {
    pool: shape.pool ?? '',
    from: shape.from ?? '',
    perHourMinor: (price ?? 0n).toString(),
    clock: shape.clock ?? 'operating',
  };
}
