// What was used and what was charged for it, side by side: whatever they differ by is owed an entry. A level, not an event:
// a charge that a crash kept from being written is owed still, and one that was written is never owed again (invariant 5).

import type { ChargeCorrected, ChargeLine } from '../journal/charge-entries.ts';
import type { Entry, EntryBody } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';
import { useTypes } from '../usage/metered-of.ts';
import { type Amounts, billedLines, countedCredits, keyOf, addCredit as takeCredit } from './billed-lines.ts';
import { type EnteredUse, enteredUse, withdrawnUse } from './entered-use.ts';
import type { Metered, Rated } from './rate.ts';
import { billOf } from './statement.ts';

/** The entries that books are made of. */
export const bookTypes = [
  'workshop-described',
  ...useTypes,
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
type Charged = { times: number; readonly lines: Map<string, bigint> };

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
  if (entry.type === 'usage-entered') addUse(books, enteredUse(entry, rates));
  if (entry.type === 'usage-withdrawn') withdraw(books, entry);
  if (entry.type === 'charge-made' || entry.type === 'charge-corrected')
    addCharge(books, entry.data.session, entry.data.lines);
  if (entry.type === 'dispute-settled') addCredit(books, entry.data);
}

/** Credits that are owed although their use is not in these books: all of the journal is needed for them. */
export const lacksCredited = (books: Books): boolean =>
  [...books.unbooked.keys()].some((session) => !isWhole(books, session));

/** What is owed in the groups of which something is new: charges of uses that are over, and corrections. */
export function owedCharges(books: Books): readonly EntryBody[] {
  return [...books.dirty].flatMap((group) => owedInGroup(books, group));
}

function withdraw(books: Books, entry: Extract<Entry, { type: 'usage-withdrawn' }>): void {
  const [use] = books.uses.get(entry.data.session) ?? [];
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

function addCharge({ charged, unbooked }: Books, session: string, lines: readonly ChargeLine[]): void {
  unbooked.delete(session);
  const known = charged.get(session) ?? { times: 0, lines: new Map() };
  charged.set(session, known);
  known.times += 1;
  for (const line of lines) {
    const key = keyOf(line);
    known.lines.set(key, (known.lines.get(key) ?? 0n) + BigInt(line.minor));
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
  const billed = billedLines(rated);
  const counted = countedCredits(billed, books.credits.get(session));
  const owed = new Map([...billed].map(([key, minor]) => [key, minor - (counted.get(key) ?? 0n)]));
  const lines = differences(owed, known?.lines ?? new Map());
  const isTakenBack = rated.some(({ byHand }) => byHand?.withdrawn);
  // Taken back before it was charged: there is nothing to charge.
  if (lines.length === 0 || (!known && isTakenBack)) return null;
  const minor = lines.reduce((sum, line) => sum + BigInt(line.minor), 0n).toString();
  const currency = books.workshop?.space.currency ?? 'EUR';
  const data = { session, machine, pool, member, team, currency, lines, minor };
  if (!known) return { type: 'charge-made', data };
  const dispute = books.unbooked.get(session);
  const corrected = { ...data, nth: known.times, by: 'rule' } as const;
  if (dispute !== undefined && !isTakenBack)
    return { type: 'charge-corrected', data: { ...corrected, why: 'disputed', dispute } };
  const why: ChargeCorrected['why'] = isTakenBack ? 'withdrawn' : 'late';
  return { type: 'charge-corrected', data: { ...corrected, why } };
}

function differences(billed: Amounts, charged: Amounts): readonly ChargeLine[] {
  const found: ChargeLine[] = [];
  for (const key of new Set([...billed.keys(), ...charged.keys()])) {
    const minor = (billed.get(key) ?? 0n) - (charged.get(key) ?? 0n);
    if (minor === 0n && (charged.has(key) || !billed.has(key))) continue;
    found.push({ ...(JSON.parse(key) as Omit<ChargeLine, 'minor'>), minor: minor.toString() });
  }
  return found;
}
