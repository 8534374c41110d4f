// Writes down what the desk handed out, and takes it back: further entries, rated by the tariff of the day of use. A refusal
// changes nothing (invariant 6), and the same words again are refused.

import { decideMaterial, type MaterialDecision } from '../domain/billing/decide-material.ts';
import { type EnteredUse, enteredUse, withdrawnUse } from '../domain/billing/entered-use.ts';
import { readAmount } from '../domain/billing/read-amount.ts';
import { usesOf } from '../domain/billing/statement.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { MaterialEntered, MaterialWithdrawn } from '../domain/journal/material-entries.ts';
import { formatInstant, readTime, type TimeRead } from '../domain/local-time.ts';
import type { Committer } from './commit.ts';
import type { MaterialInput, MaterialOutcome, MaterialRefusal, MaterialWithdrawal } from './desk-asked.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';
import { usageReport } from './usage-report.ts';

export type EnterMaterial = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly people: PeopleIndex;
  readonly newId: () => string;
};

const minuteMs = 60_000;
/** No session is longer, so that one that had a part in this time is found. */
const sessionMs = 31 * 24 * 60 * minuteMs;

export async function enterMaterial(
  box: EnterMaterial,
  input: MaterialInput,
  { dryRun }: { dryRun: boolean },
): Promise<MaterialOutcome> {
  const at = timeOf(box, input);
  if (!at.ok) return timeRefusal(box, input, at);
  const entry = dryRun ? '' : box.newId();
  // Judged once to spare the journal, and once on what it answers.
  const early = decide(box, { input, entry, usedAtMs: at.atMs }, { entered: [], session: 'any' });
  if (!early.ok) return refusal(early);
  const decision = decide(box, { input, entry, usedAtMs: at.atMs }, await readKnown(box, input, at.atMs));
  if (!decision.ok) return refusal(decision);
  const { data } = decision;
  const { workshop } = box.committer.tentative();
  const rates = { tariffs: workshop?.tariffs ?? [], timezone: workshop?.space.timezone ?? 'UTC' };
  const atMs = dryRun ? box.committer.stamp().atMs : await write(box, { type: 'material-entered', data });
  const metered = [enteredUse({ type: 'material-entered', data, atMs }, rates)];
  return usageReport({ box, metered, note: null, warnings: [] }, dryRun ? null : entry);
}

/** Takes it back, once: the statement keeps both lines, which add up to nothing (invariant 5). */
export async function withdrawMaterial(
  box: EnterMaterial,
  { entry, by, why }: MaterialWithdrawal,
  { dryRun }: { dryRun: boolean },
): Promise<MaterialOutcome> {
  const [entered, back] = await readParts(box, entry);
  if (!entered) return refusal({ code: 'material-not-entered', about: entry.slice(0, 64) });
  if (back) return refusal({ code: 'material-withdrawn-already', about: entry.slice(0, 64) });
  const data: MaterialWithdrawn = { entry, machine: entered.segment.machine, by, why };
  const body = { type: 'material-withdrawn', data } as const;
  const atMs = dryRun ? box.committer.stamp().atMs : await write(box, body);
  const metered = [entered, withdrawnUse(entered, { ...body, atMs })];
  return usageReport({ box, metered, note: null, warnings: [] }, dryRun ? null : entry);
}

type Body =
  | { readonly type: 'material-entered'; readonly data: MaterialEntered }
  | { readonly type: 'material-withdrawn'; readonly data: MaterialWithdrawn };

/** Resolves with the time of the entry, once it is durable. */
async function write({ committer }: EnterMaterial, body: Body): Promise<number> {
  const [entry] = await committer.commit([body]);
  return entry?.atMs ?? committer.stamp().atMs;
}

/** To the minute, so that the same words twice are the same entry. */
function timeOf({ committer }: EnterMaterial, { at }: MaterialInput): TimeRead {
  const { atMs } = committer.stamp();
  if (at === null) return { ok: true, atMs: atMs - (atMs % minuteMs) };
  return readTime(at, committer.tentative().workshop?.space.timezone ?? 'UTC');
}

type Wanted = { readonly input: MaterialInput; readonly entry: string; readonly usedAtMs: number };
type Known = {
  readonly entered: readonly MaterialEntered[];
  /** `any`: the journal was not asked yet. */
  readonly session: { readonly machine: string; readonly member: string } | 'any' | null;
};

function decide(box: EnterMaterial, { input, entry, usedAtMs }: Wanted, known: Known): MaterialDecision {
  const { amount, at: _, ...rest } = input;
  const member = (box.people.byHandle(input.member) ?? box.people.byMember(input.member))?.member ?? null;
  const request = { ...rest, entry, member, amount: readAmount(amount), usedAtMs };
  const nowMs = box.committer.stamp().atMs;
  const session = known.session === 'any' ? { machine: input.machine, member: member ?? '' } : known.session;
  return decideMaterial(box.committer.tentative(), request, { nowMs, entered: known.entered, session });
}

/** What was entered since then and not withdrawn, and of whom the session that was named is. */
async function readKnown(box: EnterMaterial, input: MaterialInput, usedAtMs: number): Promise<Known> {
  await box.committer.commit([]);
  const types = ['material-entered', 'material-withdrawn'] as const;
  const found = new Map<string, MaterialEntered>();
  const always = { toMs: Number.MAX_SAFE_INTEGER };
  for (const { type, data } of await box.journal.query({ types, fromMs: usedAtMs, ...always })) {
    if (type === 'material-entered') found.set(data.entry, data);
    if (type === 'material-withdrawn') found.delete(data.entry);
  }
  const entered = [...found.values()];
  if (input.session === null) return { entered, session: null };
  const held = box.committer.tentative().sessions.get(input.machine);
  if (held?.session === input.session) return { entered, session: held };
  const began = {
    types: ['session-started', 'usage-entered'],
    fromMs: usedAtMs - sessionMs,
    ...always,
  } as const;
  const entries = await box.journal.query(began);
  return { entered, session: entries.map(sessionOf).find((one) => one?.session === input.session) ?? null };
}

const sessionOf = ({ type, data }: Entry) =>
  type === 'session-started' || type === 'usage-entered' ? data : null;

/** As it was entered, and what took it back. */
async function readParts(box: EnterMaterial, entry: string): Promise<readonly EnteredUse[]> {
  await box.committer.commit([]);
  const entries = await box.journal.query({
    types: ['workshop-described', 'material-entered', 'material-withdrawn'],
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  const metered = usesOf(entries).get(entry) ?? [];
  return metered.flatMap((part) => (part.byHand ? [{ ...part, byHand: part.byHand }] : []));
}

const fieldOf = new Map<MaterialRefusal['code'], keyof MaterialInput>([
  ['machine-unknown', 'machine'],
  ['member-unknown', 'member'],
  ['material-unknown', 'material'],
  ['material-amount-wrong', 'amount'],
  ['material-in-future', 'at'],
  ['material-too-old', 'at'],
  ['material-session-unknown', 'session'],
  ['cost-code-unknown', 'costCode'],
]);

const refusal = ({ code, about }: Pick<MaterialRefusal, 'code' | 'about'>): MaterialRefusal => ({
  ...{ ok: false, code, about: about?.replaceAll(/\p{Cc}/gu, ' ').slice(0, 120) ?? null },
  ...{ field: fieldOf.get(code) ?? null, readings: [] },
});

function timeRefusal(
  { committer }: EnterMaterial,
  { at }: MaterialInput,
  { code, readingsMs }: Extract<TimeRead, { ok: false }>,
): MaterialRefusal {
  const timezone = committer.tentative().workshop?.space.timezone ?? 'UTC';
  const readings = readingsMs.map((atMs) => formatInstant(atMs, timezone));
  return { ...refusal({ code, about: at?.slice(0, 40) ?? null }), field: 'at', readings };
}
