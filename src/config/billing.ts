// The keys `billing` and `teams`: who sells, at which VAT, under which numbers and when it is due, and which teams pay for their
// members. Left out, nothing is invoiced.

import { type Static, Type } from 'typebox';
import { type BillingTerms, isNumbering, type Team } from '../domain/billing/billing-terms.ts';
import type { Party, VatRate } from '../domain/billing/invoice.ts';
import { isEmpty, placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { nameSchema } from './space.ts';

const text = (longest: number, description: string) =>
  Type.String({
    pattern: `^(?!\\s)[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]{1,${longest}}$`,
    description: `${description}, at most ${longest} printable characters`,
  });

const billingSchema = Type.Object({
  from: Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
    description: 'the first month that is billed, as in 2026-11',
  }),
  seller: Type.Unknown(),
  vat: Type.Unknown(),
  numbering: Type.Optional(Type.Unknown()),
  dueDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 365, description: 'whole days from 0 to 365' })),
  graceDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 60, description: 'whole days from 0 to 60' })),
  keepYears: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 30, description: 'whole years from 1 to 30' }),
  ),
  texts: Type.Optional(
    Type.Array(text(200, 'a line'), { maxItems: 10, description: 'a list of at most 10 lines' }),
  ),
  reminders: Type.Optional(Type.Unknown()),
});

const sellerSchema = Type.Object({
  name: nameSchema,
  street: text(60, 'a street with its number'),
  zip: text(10, 'a postal code'),
  city: text(60, 'a town'),
  province: Type.Optional(text(4, 'a province, as in BO')),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'two capitals of ISO 3166, as in IT' }),
  vatId: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}[A-Z0-9]{2,14}$', description: 'as in IT01234567890' }),
  ),
  taxCode: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9]{11,16}$', description: '11 to 16 capitals and digits' }),
  ),
  email: Type.Optional(text(254, 'an e-mail address')),
  iban: Type.Optional(
    Type.String({ pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$', description: 'an IBAN without blanks' }),
  ),
  bic: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9]{8}([A-Z0-9]{3})?$', description: '8 or 11 capitals' }),
  ),
  sepaCreditorId: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{2}\\d{2}[A-Z0-9]{3}[A-Za-z0-9]{1,28}$',
      description: 'a SEPA creditor id',
    }),
  ),
  sdi: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{6,7}$', description: '6 or 7 capitals and digits' })),
  pec: Type.Optional(text(254, 'a certified e-mail address')),
  regime: Type.Optional(Type.String({ pattern: '^RF\\d{2}$', description: 'as in RF01' })),
  contact: Type.Optional(text(80, 'whom to ask')),
});

const rateId = Type.String({
  pattern: '^[a-z0-9-]{1,64}$',
  description: 'the id of a rate under billing.vat.rates',
});
const vatSchema = Type.Object({ usual: rateId, rates: Type.Unknown(), pools: Type.Optional(Type.Unknown()) });
const rateSchema = Type.Object({
  percent: Type.Union(
    [Type.String({ pattern: '^\\d{1,2}(\\.\\d{1,2})?$' }), Type.Number({ minimum: 0, maximum: 99 })],
    {
      description: 'per cent, as in 22 or "5.5"',
    },
  ),
  category: Type.Optional(
    Type.Enum(['S', 'Z', 'E', 'AE', 'O', 'G', 'K'], { description: 'a category of EN 16931, as in S' }),
  ),
  reason: Type.Optional(text(200, 'the legal text of an exemption')),
  reasonCode: Type.Optional(
    Type.String({ pattern: '^VATEX-[A-Z0-9-]{2,30}$', description: 'as in VATEX-EU-132' }),
  ),
  natura: Type.Optional(Type.String({ pattern: '^N[1-7](\\.[1-9])?$', description: 'as in N2.2' })),
});
const poolRateSchema = Type.Object({ rate: rateId });
const numberingSchema = Type.Object({
  invoice: Type.Optional(Type.String({ maxLength: 40, description: 'as in {year}-{number:4}' })),
  creditNote: Type.Optional(Type.String({ maxLength: 40, description: 'as in NC{year}-{number:4}' })),
});
const reminderSchema = Type.Object({
  afterDays: Type.Integer({ minimum: 1, maximum: 365, description: 'whole days from 1 to 365' }),
  text: text(300, 'a sentence with {number}, {amount} and {due}'),
  texts: Type.Optional(Type.Unknown()),
});
const sentence = Type.Object({ text: text(300, 'a sentence with {number}, {amount} and {due}') });
const teamSchema = Type.Object({ pays: Type.Boolean({ description: 'true or false' }) });

const usual = {
  invoice: '{year}-{number:4}',
  creditNote: 'NC{year}-{number:4}',
  dueDays: 30,
  graceDays: 5,
} as const;
const mostReminders = 5;

/** Null where the file has none. */
export function readTeams(field: Field | undefined, scope: Scope): Record<string, Team> | null {
  const teams = readGroup(field, scope, (tree, at): Team => {
    const { pays = false } = readShape(teamSchema, tree, at);
    return { pays };
  });
  return teams.size === 0 ? null : Object.fromEntries(teams);
}

/** Null where the file has none. */
export function readBilling(field: Field | undefined, scope: Scope): BillingTerms | null {
  if (!field || isEmpty(field.tree)) return null;
  const { tree } = field;
  const shape = readShape(billingSchema, tree, scope);
  const reminders = readReminders(under(tree, 'reminders'), { ...scope, name: 'billing.reminders' });
  return {
    from: shape.from ?? '',
    seller: readSeller(under(tree, 'seller') ?? tree, { ...scope, name: 'billing.seller' }),
    ...readVat(under(tree, 'vat') ?? tree, { ...scope, name: 'billing.vat' }),
    numbering: readNumbering(under(tree, 'numbering'), { ...scope, name: 'billing.numbering' }),
    dueDays: shape.dueDays ?? usual.dueDays,
    graceDays: shape.graceDays ?? usual.graceDays,
    ...(shape.keepYears === undefined ? {} : { keepYears: shape.keepYears }),
    texts: shape.texts ?? [],
    reminders,
  };
}

function under(tree: Tree, key: string): Tree | undefined {
  const field = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  return field && !isEmpty(field.tree) ? field.tree : undefined;
}

function readSeller(tree: Tree, scope: Scope): Party {
  const shape = readShape(sellerSchema, tree, { ...scope, place: tree.place });
  const { name = '', street = '', zip = '', city = '', province, country = '', sdi, ...rest } = shape;
  const address = { street, zip, city, ...(province === undefined ? {} : { province }), country };
  return { id: 'seller', name, address, ...rest, ...(sdi === undefined ? {} : { sdiCode: sdi }) };
}

function readVat(tree: Tree, scope: Scope): Pick<BillingTerms, 'vat' | 'vatRates' | 'vatOfPool'> {
  const { usual: vat = '' } = readShape(vatSchema, tree, { ...scope, place: tree.place });
  const fields = tree.kind === 'fields' ? tree.fields : null;
  const rates = readGroup(fields?.get('rates'), { ...scope, name: `${scope.name}.rates` }, (one, at) =>
    toRate(readShape(rateSchema, one, at), at),
  );
  const pools = readGroup(fields?.get('pools'), { ...scope, name: `${scope.name}.pools` }, (one, at) => {
    const { rate = '' } = readShape(poolRateSchema, one, at);
    return rate;
  });
  for (const id of [vat, ...pools.values()])
    if (id !== '' && !rates.has(id))
      scope.findings.mistake(
        tree.place,
        `${scope.name} names the rate "${id}", which is not under its rates.`,
      );
  return {
    vat,
    vatRates: [...rates].map(([id, rate]) => ({ id, ...rate })),
    ...(pools.size === 0 ? {} : { vatOfPool: Object.fromEntries(pools) }),
  };
}

/** What is not taxed must say by which law; what is taxed must not. */
function toRate(shape: Partial<Static<typeof rateSchema>>, scope: Scope): Omit<VatRate, 'id'> {
  const { percent = 0, category, ...why } = shape;
  const written = String(percent);
  const isNought = Number(written) === 0;
  const found = category ?? (isNought ? 'Z' : 'S');
  if (isNought === (found === 'S'))
    scope.findings.mistake(
      scope.place,
      `${scope.name} has ${written} per cent in the category ${found}; S is for what is taxed, and nothing else is.`,
    );
  if (found !== 'S' && found !== 'Z' && why.reason === undefined)
    scope.findings.mistake(scope.place, `${scope.name} lacks "reason", the law by which it is not taxed.`);
  return { percent: written, category: found, ...why };
}

function readNumbering(tree: Tree | undefined, scope: Scope): BillingTerms['numbering'] {
  const { invoice = usual.invoice, creditNote = usual.creditNote } =
    tree === undefined ? {} : readShape(numberingSchema, tree, { ...scope, place: tree.place });
  for (const [key, pattern] of Object.entries({ invoice, creditNote })) {
    if (isNumbering(pattern)) continue;
    const place = tree === undefined ? scope.place : placeOf(tree, key);
    const wanted = '{year} once and {number} or {number:4} once, and at most 12 letters, digits, / . _ or -';
    scope.findings.mistake(place, `"${key}" of ${scope.name} must have ${wanted}.`);
  }
  if (invoice.replace(/:\d/, '') === creditNote.replace(/:\d/, ''))
    scope.findings.mistake(scope.place, `${scope.name} gives invoices and credit notes the same numbers.`);
  return { invoice, creditNote };
}

function readReminders(tree: Tree | undefined, scope: Scope): BillingTerms['reminders'] {
  if (!tree) return [];
  if (tree.kind !== 'list' || tree.items.length > mostReminders) {
    const text = `${scope.name} must be a list of at most ${mostReminders}, each with afterDays and text`;
    scope.findings.mistake(tree.place, text);
    return [];
  }
  return tree.items.map((item, index) => {
    const at = { ...scope, name: `${scope.name}[${index + 1}]`, place: item.place };
    const { afterDays = 1, text = '' } = readShape(reminderSchema, item, at);
    const texts = readTexts(under(item, 'texts'), { ...at, name: `${at.name}.texts` });
    return { afterDays, text, ...(texts && { texts }) };
  });
}

/** One sentence per language, `{ it: { text: "…" } }`; null where there is none. */
function readTexts(tree: Tree | undefined, scope: Scope): Readonly<Record<string, string>> | null {
  if (!tree) return null;
  const field = { place: tree.place, tree };
  const texts = readGroup(field, scope, (one, at) => readShape(sentence, one, at).text ?? '');
  return texts.size === 0 ? null : Object.fromEntries(texts);
}
