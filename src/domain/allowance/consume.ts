// What pays for a price, in the declared order: each source gives what it has, soonest expiry first, and what no source has
// goes to the invoice. The parts add up to the price (invariant 5), and no source gives more than it has.

import { divideRounded, type Minor } from '../money.ts';

export const consumeOrder = ['plan', 'pack', 'grant', 'wallet', 'invoice'] as const;

/** `below` is what a wallet may go below zero; `free` asks for nothing. Both stand after what is declared, before the invoice. */
export type SourceKind = (typeof consumeOrder)[number] | 'below' | 'free';

export type Source = {
  /** Different for each. */
  readonly id: string;
  readonly kind: SourceKind;
  /** Whether it holds machine time, in milliseconds, or money, in minor units. */
  readonly holds: 'ms' | 'minor';
  /** Not below zero; null: without an end. */
  readonly left: bigint | null;
  /** At this instant it is gone; null: never. */
  readonly expiresMs: number | null;
};

export type Price = {
  readonly minor: Minor;
  /** The time that it stands for, on the clock of its tariff. */
  readonly ms: bigint;
};

export type Part = {
  readonly source: string;
  /** What it gives, in what it holds. */
  readonly amount: bigint;
  /** How much of the price that pays. */
  readonly minor: Minor;
};

/**
 * An hour pays for what that hour costs, its share of a start, a minimum and energy included; money pays for itself.
 * @param sources those that may pay; one of them, of the kind `invoice`, has no end
 */
export function consume(
  price: Price,
  sources: readonly Source[],
  order: readonly SourceKind[],
): readonly Part[] {
  const parts: Part[] = [];
  let { minor, ms } = price;
  for (const source of inOrder(sources, order)) {
    if (minor === 0n) break;
    // What was charged too much goes back where the rest is owed.
    if (minor < 0n && source.left !== null) continue;
    const taken = takeFrom(source, { minor, ms });
    if (taken === null) continue;
    minor -= taken.part.minor;
    ms -= taken.ms;
    parts.push(taken.part);
  }
  return parts;
}

function takeFrom({ id, holds, left }: Source, { minor, ms }: Price): { part: Part; ms: bigint } | null {
  if (holds === 'ms') {
    const amount = least(left, ms);
    if (amount <= 0n) return null;
    const paid = amount === ms ? minor : divideRounded(minor * amount, ms);
    return { part: { source: id, amount, minor: paid }, ms: amount };
  }
  const amount = least(left, minor);
  if (amount === 0n) return null;
  return { part: { source: id, amount, minor: amount }, ms: amount === minor ? ms : (ms * amount) / minor };
}

const least = (left: bigint | null, wanted: bigint): bigint =>
  left === null || wanted < left ? wanted : left;

const rank = (kind: SourceKind, order: readonly SourceKind[]): number => {
  if (kind === 'invoice') return order.length + 1;
  const at = order.indexOf(kind);
  return at < 0 ? order.length : at;
};

/** Kinds that are not declared do not pay. */
function inOrder(sources: readonly Source[], order: readonly SourceKind[]): readonly Source[] {
  const isAlways = ({ kind }: Source): boolean => kind === 'invoice' || kind === 'below' || kind === 'free';
  return sources
    .filter((source) => isAlways(source) || order.includes(source.kind))
    .toSorted(
      (one, other) =>
        rank(one.kind, order) - rank(other.kind, order) ||
        (one.expiresMs ?? Number.MAX_SAFE_INTEGER) - (other.expiresMs ?? Number.MAX_SAFE_INTEGER) ||
        (one.id < other.id ? -1 : 1),
    );
}
