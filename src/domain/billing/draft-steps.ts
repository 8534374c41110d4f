// The drafts of a month, made in steps of some milliseconds: member by member, then payer by payer. Whoever takes the steps
// decides what comes in between; the drafts are the same as those that are made at once.

import type { Entry } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';
import { localDate } from '../time.ts';
import { type BillItem, lotsOf, packItems } from './bill-items.ts';
import { createBilled, keyOfItem, type Piece } from './billed-pieces.ts';
import { type Draft, eachDraft, ratedOf } from './draft.ts';

export type DraftStep = { readonly done: number; readonly total: number };

export type DraftsMade = {
  readonly workshop: Workshop | null;
  readonly drafts: readonly Draft[];
  /** The oldest month of a use that is not over, and so in no draft. */
  readonly unfinishedFrom: string | null;
};

export type DraftsWanted = {
  readonly month: string;
  /** What was used before this month is settled, and left out; empty: nothing is. */
  readonly sinceMonth: string;
  /** What began then or later is of a later month. */
  readonly untilMs: number;
};

/** Entries between two steps where each of them is little work. */
const entriesPerStep = 500;

/** @param entries of `draftTypes`, all that can say something of a use since that month, in order */
export function* draftSteps(
  entries: readonly Entry[],
  { month, sinceMonth, untilMs }: DraftsWanted,
): Generator<DraftStep, DraftsMade> {
  const described = entries.filter(({ type }) => type === 'workshop-described');
  const shares = yield* sharesOf(entries, untilMs);
  const total = shares.size;
  const { workshop } = ratedOf(described);
  const lots = lotsOf(entries);
  const items = new Map<string, BillItem>();
  const keep = (key: string, item: BillItem): void => {
    if (item.use.month >= sinceMonth) items.set(key, item);
  };
  let unfinishedFrom: string | null = null;
  let done = 0;
  for (const share of shares.values()) {
    const ordered = [...described, ...share].sort((one, other) => one.seq - other.seq);
    const rated = ratedOf(ordered, lots);
    for (const [key, item] of rated.items) keep(key, item);
    unfinishedFrom = earlier(unfinishedFrom, firstUnfinished(share, { pieces: rated.pieces, workshop }));
    done += 1;
    yield { done, total };
  }
  for (const pack of packItems(entries, workshop?.space.timezone ?? 'UTC'))
    keep(keyOfItem(pack.use, pack.payer), pack);
  const billed = yield* billedSince(entries, sinceMonth);
  const drafts: Draft[] = [];
  for (const draft of eachDraft({ workshop, items }, billed, month)) {
    if (draft) drafts.push(draft);
    yield { done, total };
  }
  return { workshop, drafts, unfinishedFrom };
}

export const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/** Member and pool share caps: what one of them used of the other is rated by itself. */
function* sharesOf(
  entries: readonly Entry[],
  untilMs: number,
): Generator<DraftStep, ReadonlyMap<string, readonly Entry[]>> {
  const shares = new Map<string, Entry[]>();
  const groups = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    if (index % entriesPerStep === entriesPerStep - 1) yield { done: 0, total: 0 };
    const use = useIn(entry);
    if (!use || (use.fromMs !== null && use.fromMs >= untilMs)) continue;
    const group = use.group ?? groups.get(use.id);
    if (group === undefined) continue;
    groups.set(use.id, group);
    const share = shares.get(group);
    if (share) share.push(entry);
    else shares.set(group, [entry]);
  }
  return shares;
}

/** What tells of these uses, and of those that share caps with them: enough to rate them as the whole journal does. */
export function aboutUses(entries: readonly Entry[], sessions: ReadonlySet<string>): readonly Entry[] {
  const uses = entries.flatMap((entry) => useIn(entry) ?? []);
  const groups = new Set(
    uses.flatMap(({ id, group }) => (group !== null && sessions.has(id) ? [group] : [])),
  );
  const ids = new Set(uses.flatMap(({ id, group }) => (group !== null && groups.has(group) ? [id] : [])));
  return entries.filter((entry) => {
    const use = useIn(entry);
    return use === null || ids.has(use.id);
  });
}

/** The use that an entry tells of; null for one that tells of none. What only names a use has neither group nor time. */
export function useIn({ type, data }: Entry): UseNamed | null {
  if (type === 'segment-closed') {
    const { session, member, pool, sessionFromMs } = data;
    return { id: session, group: `${member} ${pool}`, fromMs: sessionFromMs };
  }
  if (type === 'usage-entered' || type === 'material-entered') {
    const { member, pool } = data;
    const id = 'entry' in data ? data.entry : data.session;
    return { id, group: `${member} ${pool}`, fromMs: 'fromMs' in data ? data.fromMs : data.usedAtMs };
  }
  const id =
    'session' in data ? data.session : 'charge' in data ? data.charge : 'entry' in data ? data.entry : null;
  return typeof id === 'string' ? { id, group: null, fromMs: null } : null;
}

type UseNamed = { readonly id: string; readonly group: string | null; readonly fromMs: number | null };

function* billedSince(entries: readonly Entry[], sinceMonth: string) {
  const { billed, take } = createBilled();
  for (const entry of entries) {
    if (entry.type !== 'invoice-issued' && entry.type !== 'credit-note-issued') continue;
    take(entry);
    yield { done: 0, total: 0 };
  }
  if (sinceMonth === '') return billed;
  return new Map([...billed].filter(([, { use }]) => use.month >= sinceMonth));
}

type Rating = { readonly pieces: ReadonlyMap<string, Piece>; readonly workshop: Workshop | null };

function firstUnfinished(share: readonly Entry[], { pieces, workshop }: Rating): string | null {
  const over = new Set([...pieces.values()].map(({ session }) => session));
  let firstMs = Number.POSITIVE_INFINITY;
  for (const entry of share)
    if (entry.type === 'segment-closed' && !over.has(entry.data.session))
      firstMs = Math.min(firstMs, entry.data.fromMs);
  return Number.isFinite(firstMs) ? localDate(firstMs, workshop?.space.timezone ?? 'UTC').slice(0, 7) : null;
}
