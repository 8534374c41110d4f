// The key `tariffs`: a list of prices per pool, each from a day on. Prices become minor units here, once; what an hour
// costs and what is charged at once is whole, a kilowatt-hour, which is small by itself, has up to six decimals more.

import { type Static, Type } from 'typebox';
import { materialUnits } from '../contract/desk-words.ts';
import type { Material, Tariff } from '../domain/machine/tariff.ts';
import { currencyDigits, parsePrice } from '../domain/money.ts';
import { readSpans } from './hours.ts';
import { isDay } from './is-day.ts';
import { isEmpty, placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';

const Price = Type.Union([Type.String(), Type.Number()], {
  description: 'a price, for instance "12.00"',
});
const PerHour = Type.Union([Type.String(), Type.Number()], {
  description: 'a price per hour, for instance "12.00"',
});
const Minutes = Type.Integer({ minimum: 1, maximum: 1440, description: 'whole minutes from 1 to 1440' });
const Id = (description: string) => Type.String({ pattern: '^[a-z0-9-]{1,64}$', description });
const clocks = ['loaded', 'powered', 'working', 'operating', 'laserOn', 'spindleOn'] as const;

const tariffSchema = Type.Object({
  pool: Id('the id of a pool'),
  from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day as yyyy-mm-dd' }),
  perHour: PerHour,
  clock: Type.Optional(Type.Enum([...clocks])),
  for: Type.Optional(Type.Unknown()),
  also: Type.Optional(Type.Unknown()),
  start: Type.Optional(Price),
  minimum: Type.Optional(Price),
  freeMinutes: Type.Optional(Minutes),
  stepMinutes: Type.Optional(Minutes),
  peak: Type.Optional(Type.Unknown()),
  caps: Type.Optional(Type.Unknown()),
  perKwh: Type.Optional(Price),
  materials: Type.Optional(Type.Unknown()),
});
const forSchema = Type.Object({
  plan: Type.Optional(Id('the id of a plan')),
  team: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'the name of a team' })),
});
const alsoSchema = Type.Object({ clock: Type.Enum([...clocks]), perHour: PerHour });
const peakSchema = Type.Object({
  hours: Type.Unknown({ description: 'a list of spans, each with days, from and to' }),
  percent: Type.Integer({ minimum: 0, maximum: 1000, description: 'whole percent from 0 to 1000' }),
});
const capsSchema = Type.Object({
  session: Type.Optional(Price),
  day: Type.Optional(Price),
  month: Type.Optional(Price),
});
const materialSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, description: 'a name' }),
  unit: Type.Enum([...materialUnits], { description: 'g, ml or piece' }),
  price: Price,
});
const materialLimit = 200;
const tariffLimit = 1000;
/** Decimals of a minor unit in the price of what is small by itself. */
const smallDecimals = 6;

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
  const { start, minimum, freeMinutes, stepMinutes, perKwh } = shape;
  const price = (key: string, written: string | number | undefined) => priceOf({ key, written, tree }, scope);
  const minuteMs = 60_000;
  return {
    pool: shape.pool ?? '',
    from: shape.from ?? '',
    perHourMinor: price('perHour', shape.perHour),
    clock: shape.clock ?? 'operating',
    ...readFor(under(tree, 'for'), scope),
    ...readAlso(under(tree, 'also'), scope, shape.clock ?? 'operating'),
    ...(start === undefined ? {} : { startMinor: price('start', start) }),
    ...(minimum === undefined ? {} : { minimumMinor: price('minimum', minimum) }),
    ...(freeMinutes === undefined ? {} : { graceMs: freeMinutes * minuteMs }),
    ...(stepMinutes === undefined ? {} : { stepMs: stepMinutes * minuteMs }),
    ...readPeak(under(tree, 'peak'), scope),
    ...readCaps(under(tree, 'caps'), scope),
    ...(perKwh === undefined
      ? {}
      : { perKwhMinor: smallPriceOf({ key: 'perKwh', written: perKwh, tree }, scope) }),
    ...readMaterials(tree, scope),
  };
}

/** Undefined where the key is left out, or empty. */
function under(tree: Tree, key: string): Tree | undefined {
  const field = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  return field && !isEmpty(field.tree) ? field.tree : undefined;
}

type Written = { readonly key: string; readonly written: string | number | undefined; readonly tree: Tree };

/** Whole minor units; nought where it is a mistake, or left out. */
function priceOf({ key, written, tree }: Written, scope: TariffScope): string {
  const price = written === undefined ? 0n : parsePrice(String(written), scope.digits);
  if (price === undefined) {
    const decimals = scope.digits === 0 ? 'no decimals' : `at most ${scope.digits} decimals after a point`;
    const text = `"${key}" of ${scope.name} must be a price in ${scope.currency} with ${decimals} and no sign.`;
    scope.findings.mistake(placeOf(tree, key), text);
  }
  return (price ?? 0n).toString();
}

/** Minor units with decimals, as `0.0285` euro are `2.85` cent. */
function smallPriceOf({ key, written, tree }: Written, scope: TariffScope): string {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:\.(\d{1,8}))?$/.exec(String(written)) ?? [];
  const most = scope.digits + smallDecimals;
  if (whole === '' || fraction.length > most) {
    const text = `"${key}" of ${scope.name} must be a price in ${scope.currency} with at most ${Math.min(8, most)} decimals after a point and no sign.`;
    scope.findings.mistake(placeOf(tree, key), text);
    return '0';
  }
  const minor = BigInt(whole + fraction.padEnd(scope.digits, '0').slice(0, scope.digits)).toString();
  const rest = fraction.slice(scope.digits).replace(/0+$/, '');
  return rest === '' ? minor : `${minor}.${rest}`;
}

function readFor(tree: Tree | undefined, scope: Scope): Pick<Tariff, 'for'> {
  if (!tree) return {};
  const found = readShape(forSchema, tree, { ...scope, name: `for of ${scope.name}`, place: tree.place });
  if (found.plan === undefined && found.team === undefined) {
    const text = `"for" of ${scope.name} must name a plan or a team; leave it out for everybody.`;
    scope.findings.mistake(tree.place, text);
    return {};
  }
  return { for: found };
}

function readAlso(tree: Tree | undefined, scope: TariffScope, first: Tariff['clock']): Pick<Tariff, 'also'> {
  if (!tree) return {};
  if (tree.kind !== 'list' || tree.items.length >= clocks.length) {
    const text = `"also" of ${scope.name} must be a list of further clocks, for instance [{ clock: laserOn, perHour: "6.00" }]`;
    scope.findings.mistake(tree.place, text);
    return {};
  }
  const seen = new Set<string>([first]);
  const also = tree.items.map((item, index) => {
    const at = { ...scope, name: `also[${index + 1}] of ${scope.name}`, place: item.place };
    const { clock = 'operating', perHour } = readShape(alsoSchema, item, at);
    if (seen.has(clock))
      at.findings.mistake(item.place, `${scope.name} has two prices for ${clock}; keep one.`);
    seen.add(clock);
    return { clock, perHourMinor: priceOf({ key: 'perHour', written: perHour, tree: item }, at) };
  });
  return also.length === 0 ? {} : { also };
}

function readPeak(tree: Tree | undefined, scope: Scope): Pick<Tariff, 'peak'> {
  if (!tree) return {};
  const at = { ...scope, name: `peak of ${scope.name}`, place: tree.place };
  const { percent } = readShape(peakSchema, tree, at);
  const hours = readSpans(under(tree, 'hours'), { ...at, name: `${at.name}, hours` }) ?? [];
  return percent === undefined || hours.length === 0 ? {} : { peak: { hours, percent } };
}

function readCaps(tree: Tree | undefined, scope: TariffScope): Pick<Tariff, 'caps'> {
  if (!tree) return {};
  const at = { ...scope, name: `caps of ${scope.name}`, place: tree.place };
  const { session, day, month } = readShape(capsSchema, tree, at);
  const price = (key: string, written: string | number) => priceOf({ key, written, tree }, at);
  return {
    caps: {
      ...(session === undefined ? {} : { sessionMinor: price('session', session) }),
      ...(day === undefined ? {} : { dayMinor: price('day', day) }),
      ...(month === undefined ? {} : { monthMinor: price('month', month) }),
    },
  };
}

function readMaterials(tariff: Tree, scope: TariffScope): Pick<Tariff, 'materials'> {
  const field = tariff.kind === 'fields' ? tariff.fields.get('materials') : undefined;
  if (!field || isEmpty(field.tree)) return {};
  const at = { ...scope, name: `materials of ${scope.name}`, place: field.place };
  const found = readGroup(field, at, (tree, own) => {
    const { name = '', unit = 'piece', price } = readShape(materialSchema, tree, own);
    const perUnitMinor = smallPriceOf({ key: 'price', written: price ?? 0, tree }, { ...at, name: own.name });
    return { name, unit, perUnitMinor };
  });
  if (found.size > materialLimit)
    at.findings.mistake(field.place, `${at.name} are more than ${materialLimit}; keep those that are used.`);
  const materials = [...found].map(([id, material]): Material => ({ id, ...material }));
  return materials.length === 0 ? {} : { materials };
}
