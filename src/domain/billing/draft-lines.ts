// The lines of a draft: hours of a machine under one tariff, cost code and month, and beside them what is no hour. Their
// sum is what the uses cost, to the cent: what rounding each use leaves stands on a line of its own.

import type { BilledUse } from '../journal/invoice-entries.ts';
import type { Workshop } from '../machine/workshop.ts';
import { divideRounded } from '../money.ts';
import type { BillingTerms } from './billing-terms.ts';
import type { InvoiceLine } from './invoice.ts';
import { type InvoiceWords, invoiceWords } from './invoice-words.ts';
import type { Rated } from './rate.ts';
import type { Component } from './tally.ts';

export type PieceToBill = {
  readonly use: BilledUse;
  readonly minor: bigint;
  /** None where the use is not in the journal any more as it was billed. */
  readonly rated: readonly Rated[];
  /** Some of it was billed before; this is the difference. */
  readonly isCorrection: boolean;
};

type Place = { readonly workshop: Workshop; readonly terms: BillingTerms };
type Line = Omit<InvoiceLine, 'id'>;
type Frame = Pick<Line, 'vat' | 'costCode' | 'fromDay' | 'toDay'> & {
  readonly machine: string;
  readonly words: InvoiceWords;
};

export function draftLines(pieces: readonly PieceToBill[], place: Place): readonly InvoiceLine[] {
  const groups = Map.groupBy(pieces, groupOf);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => linesOfGroup(group, place))
    .map((line, index) => ({ id: String(index + 1), ...line }));
}

function groupOf({ use, rated, isCorrection }: PieceToBill): string {
  const machine = rated[0]?.segment.machine ?? '';
  const each = isCorrection ? use.session : '';
  return JSON.stringify([use.month, machine, use.tariff, use.costCode, each]);
}

function linesOfGroup(group: readonly PieceToBill[], { workshop, terms }: Place): readonly Line[] {
  const [first] = group;
  if (!first) return [];
  const segment = first.rated[0]?.segment;
  const machine = segment ? (workshop.machines[segment.machine]?.name ?? segment.machine) : '';
  const days = group.flatMap(({ rated }) => rated.map(({ day }) => day)).sort();
  const frame: Frame = {
    vat: vatOf(terms, segment?.pool),
    ...(first.use.costCode === null ? {} : { costCode: first.use.costCode }),
    fromDay: days[0] ?? `${first.use.month}-01`,
    toDay: days.at(-1) ?? `${first.use.month}-01`,
    machine,
    words: invoiceWords(workshop.space.locale),
  };
  const total = group.reduce((sum, { minor }) => sum + minor, 0n);
  if (first.isCorrection) {
    const text = frame.words.correction(machine);
    return [{ ...amount(frame, { text, netMinor: total }), session: first.use.session }];
  }
  const lines = componentLines(frame, group);
  const rest = total - lines.reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return rest === 0n ? lines : [...lines, amount(frame, { text: frame.words.rounding, netMinor: rest })];
}

const vatOf = ({ vat, vatOfPool = {} }: BillingTerms, pool: string | undefined): string =>
  pool !== undefined && Object.hasOwn(vatOfPool, pool) ? (vatOfPool[pool] ?? vat) : vat;

function componentLines(frame: Frame, group: readonly PieceToBill[]): readonly Line[] {
  const components = group.flatMap(({ rated }) => rated.flatMap((one) => one.components));
  const uses = new Set(group.map(({ use }) => use.session)).size;
  const kinds = Map.groupBy(components, ({ what, clock, rate, percent }) =>
    JSON.stringify([what, clock, rate, percent]),
  );
  return [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, alike]) => lineOfKind({ ...frame, uses }, alike));
}

function lineOfKind(frame: Frame & { uses: number }, alike: readonly Component[]): readonly Line[] {
  const [first] = alike;
  const netMinor = alike.reduce((sum, { minor }) => sum + minor, 0n);
  const quantity = alike.reduce((sum, one) => sum + (one.quantity ?? 0), 0);
  if (!first || (netMinor === 0n && quantity === 0)) return [];
  const { words, machine, uses } = frame;
  const text = `${machine}: ${words.what(first.what, first.clock)}`;
  const priceMinor = wholePrice(first);
  if (priceMinor === null || first.unit === null || quantity <= 0)
    return netMinor === 0n ? [] : [amount(frame, { text, netMinor })];
  // Hours and kilowatt-hours to six places: milliwatt-hours fit exactly, milliseconds to a hundredth of a second.
  const millionths =
    first.unit === 'mwh' ? BigInt(quantity) : divideRounded(BigInt(quantity) * 1_000_000n, 3_600_000n);
  if (millionths === 0n) return [];
  return [
    {
      ...partOf(frame),
      text,
      detail: words.uses(uses),
      quantity: decimal(millionths),
      unit: first.unit === 'mwh' ? 'KWH' : 'HUR',
      priceMinor: priceMinor.toString(),
      netMinor: divideRounded(millionths * priceMinor, 1_000_000n),
    },
  ];
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
