// Writes down a use that no reader could see, because the gateway or a reader was away: in the journal like any other
// use, marked, with the note of whoever enters it beside it. A refusal changes nothing (invariant 6).

import { enteredUse } from '../domain/billing/entered-use.ts';
import type { Metered } from '../domain/billing/rate.ts';
import type { State } from '../domain/journal/state.ts';
import type { UsageEntered } from '../domain/journal/usage-entries.ts';
import { formatInstant, formatLocal, readTime } from '../domain/local-time.ts';
import {
  decideEnteredUse,
  type EnteredDecision,
  type UsedStretch,
} from '../domain/usage/decide-entered-use.ts';
import { noteDigestText } from '../domain/usage/note-digest.ts';
import type { Committer } from './commit.ts';
import type { UsageInput, UsageOutcome, UsageRefusal } from './gateway.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal, Note, PeopleChange, Secrets } from './ports.ts';
import { unprintable } from './unprintable.ts';
import { usageReport } from './usage-report.ts';
import { readUsedStretches } from './used-stretches.ts';

export type EnterUsage = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly people: PeopleIndex;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newId: () => string;
  /** 16 random bytes, hex. */
  readonly newSalt: () => string;
};

/** Characters of a note. */
const noteLimit = 280;

export async function enterUsage(
  box: EnterUsage,
  input: UsageInput,
  { dryRun }: { dryRun: boolean },
): Promise<UsageOutcome> {
  const wanted = readInput(box, input, dryRun ? '' : box.newId());
  if (!wanted.ok) return wanted;
  // Judged once to spare the journal, and once on the state as it is when it has answered.
  const early = decide(box, wanted, []);
  if (!early.ok) return refusal(box, input, early);
  const used = await readUsedStretches(box, wanted);
  const decision = decide(box, wanted, used);
  if (!decision.ok) return refusal(box, input, decision);
  const { data, warnings } = decision;
  const rates = ratesOf(box.committer.tentative());
  const atMs = dryRun ? box.committer.stamp().atMs : await write(box, data, wanted.note);
  const metered = [enteredUse({ type: 'usage-entered', data, atMs }, rates)];
  const report = { box, metered, note: wanted.note?.text ?? null, warnings };
  return usageReport(report, dryRun ? null : data.session);
}

/** The entry and the note become durable together, or neither does; resolves with the time of the entry. */
async function write(box: EnterUsage, data: UsageEntered, note: Wanted['note']): Promise<number> {
  const people: PeopleChange[] = note ? [{ kind: 'note', note: { ...note, member: data.member } }] : [];
  const [entry] = await box.committer.commit([{ type: 'usage-entered', data }], { people });
  return entry?.atMs ?? box.committer.stamp().atMs;
}

type Wanted = {
  readonly ok: true;
  readonly session: string;
  readonly machine: string;
  readonly member: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly by: string;
  readonly why: UsageInput['why'];
  readonly note: Omit<Note, 'member'> | null;
  readonly noteDigest: string | null;
};

const zoneOf = (state: State): string => state.workshop?.space.timezone ?? 'UTC';

/** What was typed, read; times are of the clock on the wall of the space. */
function readInput(box: EnterUsage, input: UsageInput, session: string): Wanted | UsageRefusal {
  const timezone = zoneOf(box.committer.tentative());
  const times = { from: readTime(input.from, timezone), to: readTime(input.to, timezone) };
  for (const field of ['from', 'to'] as const) {
    const read = times[field];
    if (read.ok) continue;
    const readings = read.readingsMs.map((atMs) => formatInstant(atMs, timezone));
    return { ok: false, code: read.code, about: clip(input[field]), field, readings };
  }
  const text = input.note?.trim() ?? '';
  if ([...text].length > noteLimit || unprintable.test(text))
    return { ok: false, code: 'note-unreadable', about: null, field: 'note', readings: [] };
  const note = text === '' ? null : { session, text: text.toWellFormed(), salt: box.newSalt() };
  return {
    ok: true,
    session,
    machine: input.machine,
    member: (box.people.byHandle(input.member) ?? box.people.byMember(input.member))?.member ?? null,
    fromMs: times.from.ok ? times.from.atMs : 0,
    toMs: times.to.ok ? times.to.atMs : 0,
    by: input.by,
    why: input.why,
    note,
    noteDigest: note && box.secrets.digest(noteDigestText(note)),
  };
}

const clip = (text: string): string => text.replaceAll(/[\p{Cc}]/gu, ' ').slice(0, 40);

function decide(box: EnterUsage, wanted: Wanted, used: readonly UsedStretch[]): EnteredDecision {
  const { ok: _, note: __, ...request } = wanted;
  const nowMs = box.committer.stamp().atMs;
  return decideEnteredUse(box.committer.tentative(), request, { nowMs, used });
}

/** As the bill counts it: at the tariffs known now. */
const ratesOf = (state: State): Pick<Metered, 'tariffs' | 'timezone'> => ({
  tariffs: state.workshop?.tariffs ?? [],
  timezone: zoneOf(state),
});

const fieldOf = new Map<UsageRefusal['code'], keyof UsageInput>([
  ['machine-unknown', 'machine'],
  ['member-unknown', 'member'],
  ['usage-backwards', 'to'],
  ['usage-in-future', 'to'],
  ['usage-too-old', 'from'],
]);

function refusal(
  box: EnterUsage,
  input: UsageInput,
  { refusal: { code, ...rest } }: Extract<EnteredDecision, { ok: false }>,
): UsageRefusal {
  const field = fieldOf.get(code) ?? null;
  const timezone = zoneOf(box.committer.tentative());
  const stretch = 'stretch' in rest ? rest.stretch : null;
  const until = stretch && Number.isFinite(stretch.toMs) ? formatLocal(stretch.toMs, timezone) : '…';
  const about = stretch
    ? `${stretch.session}, ${formatLocal(stretch.fromMs, timezone)} – ${until}`
    : field && clip(String(input[field]));
  return { ok: false, code, about, field, readings: [] };
}
