// What was used and what was charged for it, side by side: whatever they differ by is owed an entry. A level, not an event:
// a charge that a crash kept from being written is owed still, and one that was written is never owed again (invariant 5).

import type { ChargeCorrected, ChargeLine } from '../journal/charge-entries.ts';
import type { Entry, EntryBody } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';
import { billedTypes } from '../usage/metered-of.ts';
import {
  type Amount,
  type Amounts,
  addAmount,
  amountOf,
  countedCredits,
  keyOf,
  addCredit as takeCredit,
  withHand,
} from './billed-lines.ts';
import {
  chargedUnder,
  type EnteredUse,
  enteredUse,
  isEntering,
  isWithdrawing,
  type Withdraws,
  withdrawnUse,
} from './entered-use.ts';
import { isByHand } from './hand-lines.ts';
import type { Metered, Rated } from './rate.ts';
import { billOf } from './statement.ts';

/** The entries that books are made of. */
export const bookTypes = [
  'workshop-described',
  ...billedTypes,
  'charge-made',
  'charge-corrected',
  'dispute-settled',
] as const;

export type Books = {
  /** The last entry that was taken in. */
  seq: number;
  workshop: Workshop | null;
  /** Session → its parts, with the tariffs of then. */
  readonly uses: Map<string, Metered[]>;
  /** Session → what was charged for it. */
  readonly charged: Map<string, Charged>;
  /** Session → what was taken off its bill after a dispute, by line. */
  readonly credits: Map<string, Map<string, bigint>>;
  /** Session → the dispute whose credit no charge tells of yet. */
  readonly unbooked: Map<string, string>;
  /** Member and pool: in each of them the uses share their caps. */
  readonly groups: Map<string, Set<string>>;
  /** Groups of which something is new. */
  readonly dirty: Set<string>;
  /** Of uses that began before, others may be missing here that share their caps: they are left as they are charged. */
  readonly wholeFromMs: number;
  /** Something is new about one of those. */
  isShort: boolean;
};

type DisputeSettled = Extract<Entry, { type: 'dispute-settled' }>['data'];
type Charged = {
  times: number;
  /** All of it. */
  readonly lines: Map<string, Amount>;
  /** What of it people corrected by hand: it goes on top of what the rule says, for ever. */
  readonly byHand: Map<string, Amount>;
};

/** @param wholeFromMs 0 for all that ever was */
export const emptyBooks = (wholeFromMs: number): Books => ({
  wholeFromMs,
  seq: 0,
  workshop: null,
  uses: new Map(),
  charged: new Map(),
  credits: new Map(),
  unbooked: new Map(),
  groups: new Map(),
  dirty: new Set(),
  isShort: false,
});

/** Entries come in their order; those that were taken in already change nothing. */
export function takeEntry(books: Books, entry: Entry): void {
  if (entry.seq <= books.seq) return;
  books.seq = entry.seq;
  const { workshop } = books;
  const rates = { tariffs: workshop?.tariffs ?? [], timezone: workshop?.space.timezone ?? 'UTC' };
  if (entry.type === 'workshop-described') books.workshop = entry.data.workshop;
  if (entry.type === 'segment-closed') addUse(books, { segment: entry.data, ...rates });
  if (isEntering(entry)) addUse(books, enteredUse(entry, rates));
  if (isWithdrawing(entry)) withdraw(books, entry);
  if (entry.type === 'charge-made' || entry.type === 'charge-corrected') addCharge(books, entry);
  if (entry.type === 'dispute-settled') addCredit(books, entry.data);
}

/** Credits that are owed although their use is not in these books: all of the journal is needed for them. */
export const lacksCredited = (books: Books): boolean =>
  [...books.unbooked.keys()].some((session) => !isWhole(books, session));

/** Uses that people entered long after, of which no charge tells yet: what shares their caps is needed too. */
export const lacksEntered = ({ uses, charged, wholeFromMs }: Books): boolean =>
  [...uses].some(
    ([session, parts]) =>
      !charged.has(session) &&
      parts.some(({ byHand, segment }) => byHand && segment.fromMs < wholeFromMs) &&
      !parts.some(({ byHand }) => byHand?.withdrawn),
  );

/** What is owed in the groups of which something is new: charges of uses that are over, and corrections. */
export function owedCharges(books: Books, groups: Iterable<string> = books.dirty): readonly EntryBody[] {
  return [...groups].flatMap((group) => owedInGroup(books, group));
}

/** The next ones of which something is new, so many that about `mostUses` uses are to be rated: at least one. */
export function nextGroups(books: Books, mostUses: number): readonly string[] {
  const found: string[] = [];
  let uses = 0;
  for (const group of books.dirty) {
    uses += books.groups.get(group)?.size ?? 0;
    if (found.length > 0 && uses > mostUses) break;
    found.push(group);
  }
  return found;
}

function withdraw(books: Books, entry: Withdraws): void {
  const [use] = books.uses.get(chargedUnder(entry)) ?? [];
  if (use && isEntered(use)) addUse(books, withdrawnUse(use, entry));
  else books.isShort = true;
}

const isEntered = (use: Metered): use is EnteredUse => use.byHand !== undefined;

function addUse(books: Books, metered: Metered): void {
  const { session, member, pool } = metered.segment;
  const parts = books.uses.get(session) ?? [];
  books.uses.set(session, parts);
  parts.push(metered);
  const group = `${member} ${pool}`;
  const sessions = books.groups.get(group) ?? new Set();
  books.groups.set(group, sessions.add(session));
  books.dirty.add(group);
  if (metered.byHand && metered.segment.fromMs < books.wholeFromMs) books.isShort = true;
}

function addCredit(books: Books, { charge, dispute, lines }: DisputeSettled): void {
  if (lines.length === 0) return;
  takeCredit(books.credits, { charge, lines });
  books.unbooked.set(charge, dispute);
  const segment = books.uses.get(charge)?.[0]?.segment;
  if (segment) books.dirty.add(`${segment.member} ${segment.pool}`);
  if (!isWhole(books, charge)) books.isShort = true;
}

function isWhole({ uses, wholeFromMs }: Books, session: string): boolean {
  const first = uses.get(session)?.[0];
  return first !== undefined && first.segment.sessionFromMs >= wholeFromMs;
}

function addCharge(
  { charged, unbooked }: Books,
  entry: Extract<Entry, { type: 'charge-made' | 'charge-corrected' }>,
): void {
  const { session, lines } = entry.data;
  if (!isByHand(entry)) unbooked.delete(session);
  const known = charged.get(session) ?? { times: 0, lines: new Map(), byHand: new Map() };
  charged.set(session, known);
  known.times += 1;
  for (const line of lines) {
    const amount = amountOf(line);
    addAmount(known.lines, keyOf(line), amount);
    if (isByHand(entry)) addAmount(known.byHand, keyOf(line), amount);
  }
}

function owedInGroup(books: Books, group: string): readonly EntryBody[] {
  const sessions = [...(books.groups.get(group) ?? [])];
  const uses = new Map(sessions.map((session) => [session, books.uses.get(session) ?? []]));
  return billOf(uses).flatMap((rated) => {
    const parts = uses.get(rated[0]?.segment.session ?? '') ?? [];
    const body = isOver(parts) ? owedFor(books, rated) : null;
    return body ? [body] : [];
  });
}

/** All of it is known, from its first segment to its last. */
function isOver(parts: readonly Metered[]): boolean {
  const indices = new Set(parts.map(({ segment }) => segment.index));
  const last = Math.max(...indices);
  return indices.size === last + 1 && parts.some(({ segment }) => segment.why === 'ending');
}

function owedFor(books: Books, rated: readonly Rated[]): EntryBody | null {
  const [first] = rated;
  if (!first || first.segment.sessionFromMs < books.wholeFromMs) return null;
  const { session, machine, pool, member, team } = first.segment;
  const known = books.charged.get(session);
  const isTakenBack = rated.some(({ byHand }) => byHand?.withdrawn);
  const owed = new Map(withHand(rated, known?.byHand));
  for (const [key, minor] of countedCredits(owed, books.credits.get(session)))
    addAmount(owed, key, { minor: -minor, ms: 0 });
  const lines = differences(owed, known?.lines ?? new Map());
  // Taken back before it was charged: there is nothing to charge.
  if (lines.length === 0 || (!known && isTakenBack)) return null;
  const minor = lines.reduce((sum, line) => sum + BigInt(line.minor), 0n).toString();
  const currency = books.workshop?.space.currency ?? 'EUR';
  const use = { ...usedBy(first.segment), fromMs: first.segment.sessionFromMs };
  const data = { session, machine, pool, member, team, currency, lines, minor, ...use };
  if (!known) return { type: 'charge-made', data };
  const dispute = books.unbooked.get(session);
  const corrected = { ...data, nth: known.times, by: 'rule' } as const;
  if (dispute !== undefined && !isTakenBack)
    return { type: 'charge-corrected', data: { ...corrected, why: 'disputed', dispute } };
  const why: ChargeCorrected['why'] = isTakenBack ? 'withdrawn' : 'late';
  return { type: 'charge-corrected', data: { ...corrected, why } };
}

const usedBy = ({ plan, trainer }: Rated['segment']) => ({
  ...(plan === undefined ? {} : { plan }),
  ...(trainer === undefined ? {} : { trainer }),
});

function differences(billed: Amounts, charged: Amounts): readonly ChargeLine[] {
  const found: ChargeLine[] = [];
  for (const key of new Set([...billed.keys(), ...charged.keys()])) {
    const [now, before] = [billed.get(key), charged.get(key)];
    const minor = (now?.minor ?? 0n) - (before?.minor ?? 0n);
    const ms = (now?.ms ?? 0) - (before?.ms ?? 0);
    if (minor === 0n && (charged.has(key) || !billed.has(key))) continue;
    const line = JSON.parse(key) as Omit<ChargeLine, 'minor' | 'ms'>;
    found.push({ ...line, minor: minor.toString(), ...(ms === 0 ? {} : { ms }) });
  }
  return found;
}
