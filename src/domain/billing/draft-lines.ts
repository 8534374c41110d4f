// The lines of a draft: hours of a machine under one tariff, cost code and month, and beside them what is no hour. Their
// sum is what the uses cost, to the cent: what rounding each use leaves stands on a line of its own.

import { hoursText } from '../allowance/hours-text.ts';
import type { BilledUse } from '../journal/invoice-entries.ts';
import type { Tariff } from '../machine/tariff.ts';
import type { Workshop } from '../machine/workshop.ts';
import { currencyDigits, divideRounded, formatPrice } from '../money.ts';
import { localDate } from '../time.ts';
import type { BillItem } from './bill-items.ts';
import type { BillingTerms } from './billing-terms.ts';
import type { InvoiceLine } from './invoice.ts';
import { type InvoiceWords, invoiceWords } from './invoice-words.ts';
import type { Rated } from './rate.ts';
import { packName, sourceName } from './source-name.ts';
import type { Component } from './tally.ts';

export type PieceToBill = {
  readonly use: BilledUse;
  readonly minor: bigint;
  /** Null where the use is not in the journal any more as it was billed, and for a pack. */
  readonly segment: BillItem['segment'];
  /** None where it is a share, or what an allowance paid. */
  readonly rated: readonly Rated[];
  /** Corrections by hand and credits, on top of what was rated. */
  readonly extra: BillItem['extra'];
  /** Some of it was billed before; this is the difference. */
  readonly isCorrection: boolean;
  readonly gave?: NonNullable<BillItem['gave']>;
  readonly pack?: NonNullable<BillItem['pack']>;
};

type Place = { readonly workshop: Workshop; readonly terms: BillingTerms };
type Line = Omit<InvoiceLine, 'id'>;
type Frame = Pick<Line, 'vat' | 'costCode' | 'fromDay' | 'toDay'> & {
  readonly machine: string;
  readonly words: InvoiceWords;
  readonly currency: string;
};

export function draftLines(pieces: readonly PieceToBill[], place: Place): readonly InvoiceLine[] {
  const groups = Map.groupBy(pieces, groupOf);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => linesOfGroup(group, place))
    .map((line, index) => ({ id: String(index + 1), ...line }));
}

function groupOf({ use, segment, isCorrection, rated, pack }: PieceToBill): string {
  const isShare = rated.length === 0 && use.source === undefined;
  const each = isCorrection || pack ? use.session : '';
  return JSON.stringify([
    ...[use.month, segment?.machine ?? '', use.tariff, use.costCode, each, use.source ?? ''],
    ...(isShare ? ['share'] : []),
  ]);
}

function linesOfGroup(group: readonly PieceToBill[], place: Place): readonly Line[] {
  const [first] = group;
  if (!first) return [];
  const frame = frameOf(group, place, first);
  const total = group.reduce((sum, { minor }) => sum + minor, 0n);
  const { words, machine } = frame;
  const { session } = first.use;
  if (first.pack) {
    const text = words.pack(packName(place.workshop, first.pack.of));
    return [{ ...amount(frame, { text, netMinor: total }), session }];
  }
  if (first.use.source !== undefined) return paidLines(frame, group, place);
  if (first.isCorrection)
    return [{ ...amount(frame, { text: words.correction(machine), netMinor: total }), session }];
  if (first.rated.length === 0) return [amount(frame, { text: words.share(machine), netMinor: total })];
  const lines = componentLines(frame, group);
  const rest = total - lines.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return rest === 0n ? lines : [...lines, amount(frame, { text: words.rounding, netMinor: rest })];
}

function frameOf(group: readonly PieceToBill[], { workshop, terms }: Place, first: PieceToBill): Frame {
  const { segment, pack } = first;
  const days = group.flatMap(({ rated }) => rated.map(({ day }) => day)).sort();
  const pools = segment ? [segment.pool] : (pack?.pools ?? []);
  const { timezone, locale, currency } = workshop.space;
  // A share, or what paid it, has no parts: it is of the day on which the use began.
  const began = segment ? localDate(segment.sessionFromMs, timezone) : (pack?.day ?? '');
  const day = began.startsWith(first.use.month) ? began : `${first.use.month}-01`;
  return {
    vat: vatOf(terms, pools),
    ...(first.use.costCode === null ? {} : { costCode: first.use.costCode }),
    fromDay: days[0] ?? day,
    toDay: days.at(-1) ?? day,
    machine: segment ? (workshop.machines[segment.machine]?.name ?? segment.machine) : '',
    words: invoiceWords(locale),
    currency,
  };
}

/** What an allowance, a wallet or a budget paid: taken off at the VAT of the use. */
function paidLines(frame: Frame, group: readonly PieceToBill[], { workshop }: Place): readonly Line[] {
  const netMinor = group.reduce((sum, { minor }) => sum + minor, 0n);
  const [first] = group;
  if (!first || netMinor === 0n) return [];
  const { words, machine } = frame;
  const { source = '' } = first.use;
  const text = words.paid(machine, sourceName(workshop, { source, of: first.gave?.of ?? null }));
  const ms = group.reduce((sum, { gave }) => sum + (gave?.ms ?? 0n), 0n);
  const isNew = group.every(({ isCorrection }) => !isCorrection);
  const line = amount(frame, { text, netMinor });
  return [isNew && ms > 0n ? { ...line, detail: `${hoursText(ms)} h` } : line];
}

/** Pools under one rate have that one; others have the usual one. */
function vatOf({ vat, vatOfPool = {} }: BillingTerms, pools: readonly string[]): string {
  const rates = new Set(
    pools.map((pool) => (Object.hasOwn(vatOfPool, pool) ? (vatOfPool[pool] ?? vat) : vat)),
  );
  const [rate] = rates;
  return rates.size === 1 && rate !== undefined ? rate : vat;
}

function componentLines(frame: Frame, group: readonly PieceToBill[]): readonly Line[] {
  const components = group.flatMap(({ use, rated, extra }) =>
    [...rated.flatMap((one) => one.components), ...extra].map((component) => ({ use, component })),
  );
  const tariff = group[0]?.rated[0]?.tariff ?? null;
  const kinds = Map.groupBy(components, ({ component }) => kindOf(component));
  return [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, alike]) => {
      const uses = new Set(alike.map(({ use }) => use.session)).size;
      return lineOfKind(
        { ...frame, uses, tariff },
        alike.map(({ component }) => component),
      );
    });
}

/** What was measured stands before what came to it. */
const kindOf = ({ what, clock, rate, percent, material, unit }: Component): string =>
  JSON.stringify([
    ...[unit === null, what, clock, rate, percent],
    ...(material ? [material.id, material.unit] : []),
  ]);

type KindFrame = Frame & { readonly uses: number; readonly tariff: Tariff | null };

function lineOfKind(frame: KindFrame, alike: readonly Component[]): readonly Line[] {
  const [first] = alike;
  const netMinor = alike.reduce((sum, { minor }) => sum + minor, 0n);
  const quantity = alike.reduce((sum, one) => sum + (one.quantity ?? 0), 0);
  if (!first || (netMinor === 0n && quantity === 0)) return [];
  const { words, machine } = frame;
  const text = `${machine}: ${first.material?.name ?? words.what(first.what, first.clock)}`;
  const detail = detailOf(frame, first, quantity);
  const priceMinor = wholePrice(first);
  if (priceMinor === null || first.unit === null || quantity <= 0)
    return netMinor === 0n ? [] : [{ ...amount(frame, { text, netMinor }), ...detail }];
  const millionths = millionthsOf(first, quantity);
  if (millionths === 0n) return [];
  return [
    {
      ...partOf(frame),
      text,
      ...detail,
      quantity: decimal(millionths),
      unit: first.unit === 'ms' ? 'HUR' : first.unit === 'mwh' ? 'KWH' : unitOf(first),
      priceMinor: priceMinor.toString(),
      netMinor: divideRounded(millionths * priceMinor, 1_000_000n),
    },
  ];
}

/** Hours and kilowatt-hours to six places: milliwatt-hours fit exactly, milliseconds to a hundredth of a second. */
function millionthsOf({ unit }: Component, quantity: number): bigint {
  if (unit === 'mwh') return BigInt(quantity);
  return unit === 'thousandth'
    ? BigInt(quantity) * 1000n
    : divideRounded(BigInt(quantity) * 1_000_000n, 3_600_000n);
}

const codes = { g: 'GRM', ml: 'MLT', piece: 'C62' } as const;
const unitOf = ({ material }: Component): InvoiceLine['unit'] => codes[material?.unit ?? 'piece'];

/** How it came about: of how many uses, at which price where a line cannot hold it, or by which rule of the tariff. */
function detailOf(
  { words, uses, tariff, currency }: KindFrame,
  { what, material, rate }: Component,
  quantity: number,
): { readonly detail?: string } {
  const money = (minor: string | undefined): string | null =>
    minor === undefined ? null : `${formatPrice(BigInt(minor), currencyDigits(currency))} ${currency}`;
  if (material) {
    const isWhole = rate !== null && /^\d+$/.test(rate);
    const each = `${decimal(BigInt(quantity) * 1000n)} ${words.unit(material.unit)}`;
    return { detail: isWhole ? words.times(uses) : `${each}, ${words.times(uses)}` };
  }
  if (what === 'time' || what === 'energy') return { detail: words.uses(uses) };
  const of = words.rule(what, {
    uses,
    minimum: money(tariff?.minimumMinor),
    session: money(tariff?.caps?.sessionMinor),
    day: money(tariff?.caps?.dayMinor),
    month: money(tariff?.caps?.monthMinor),
    start: money(tariff?.startMinor),
  });
  return of === null ? {} : { detail: of };
}

/** Null where the price of a unit is no whole number of minor units: then only the amount is said. */
function wholePrice({ rate, percent }: Component): bigint | null {
  if (rate === null || !/^\d+$/.test(rate)) return null;
  const hundredths = BigInt(rate) * BigInt(percent);
  return hundredths % 100n === 0n ? hundredths / 100n : null;
}

/** One of it, or one taken back: a price is never below zero (EN 16931, BR-27). */
function amount(frame: Frame, { text, netMinor }: { text: string; netMinor: bigint }): Line {
  const isBack = netMinor < 0n;
  const priceMinor = (isBack ? -netMinor : netMinor).toString();
  return { ...partOf(frame), text, quantity: isBack ? '-1' : '1', unit: 'C62', priceMinor, netMinor };
}

const partOf = ({ vat, costCode, fromDay, toDay }: Frame) => ({
  vat,
  ...(costCode === undefined ? {} : { costCode }),
  fromDay,
  toDay,
});

function decimal(millionths: bigint): string {
  const text = millionths.toString().padStart(7, '0');
  return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
}
