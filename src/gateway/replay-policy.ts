// Runs the real journal under another policy and tells who would wait less or more. It only reads, works in slices so that
// whatever else waits goes on between them, and writes nothing: works beside a running gateway as well as without one.

import { addDays, startOfDay } from '../domain/access/week.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { type DocumentMistake, documentMistakes } from '../domain/policy/document-mistakes.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { ruleOf } from '../domain/policy/rule-of.ts';
import { compare, rulesOf } from '../domain/replay/compare.ts';
import { createDemandReader, type Span, wantedTypes } from '../domain/replay/demand-of.ts';
import type { Outcome } from '../domain/replay/outcome.ts';
import { levelTypes } from '../domain/replay/read-places.ts';
import type { Report } from '../domain/replay/report.ts';
import { createRun } from '../domain/replay/run-trace.ts';
import type { Rules, Trace } from '../domain/replay/trace.ts';
import { hourMs, localDate } from '../domain/time.ts';
import type { Clock, Journal } from './ports.ts';
import { createSlices } from './slices.ts';

export type ReplayWish = {
  readonly document: PolicyDocument;
  /** First and last local day, `yyyy-mm-dd`; null: until today. */
  readonly from: string;
  readonly to: string | null;
  /** How far it has come, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
};

export type ReplayOutcome =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly code: 'replay-busy' | 'replay-span' | 'workshop-missing' }
  | { readonly ok: false; readonly code: 'replay-document'; readonly mistakes: readonly DocumentMistake[] };

export type ReplayBox = {
  readonly journal: Pick<Journal, 'query'>;
  readonly clock: Pick<Clock, 'monoMs' | 'wallMs'>;
  /** Lets all else go on that waits. */
  readonly pause: () => Promise<void>;
};

export type ReplayDesk = {
  run(wish: ReplayWish): Promise<ReplayOutcome>;
  /** How far the one that runs has come, from 0 to 1; null while none does. */
  part(): number | null;
};

/** Two years, one of them a leap year. */
const daysMost = 732;

/** One at a time: each holds the demands of its whole time in memory. */
export function createReplay(box: ReplayBox): ReplayDesk {
  let now: number | null = null;
  return {
    async run(wish) {
      if (now !== null) return { ok: false, code: 'replay-busy' };
      now = 0;
      const onProgress = (part: number): void => {
        now = part;
        wish.onProgress?.(part);
      };
      try {
        return await replay(box, { ...wish, onProgress });
      } finally {
        now = null;
      }
    },
    part: () => now,
  };
}

const dayMs = 24 * hourMs;

/** What was used so long before still counts a sixteenth. */
const halfLivesBefore = 4;
const beforeMostMs = 90 * dayMs;

/** Who came at the end is followed for so long. */
const afterMs = 2 * dayMs;

async function replay(box: ReplayBox, wish: ReplayWish): Promise<ReplayOutcome> {
  const levels = await box.journal.query({ types: levelTypes, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const workshop = workshopOf(levels);
  if (workshop === null) return { ok: false, code: 'workshop-missing' };
  const mistakes = documentMistakes(wish.document, workshop);
  if (mistakes.length > 0) return { ok: false, code: 'replay-document', mistakes };
  const span = spanOf(wish, { workshop, levels, nowMs: box.clock.wallMs() });
  if (!span) return { ok: false, code: 'replay-span' };
  const tell = (from: number, to: number) => (part: number) => wish.onProgress?.(from + (to - from) * part);
  const trace = await readTrace(box, { levels, span, onProgress: tell(0, 0.3) });
  const before = await live(box, { trace, rules: trace.rules, onProgress: tell(0.3, 0.65) });
  const after = await live(box, { trace, rules: rulesOf(wish.document), onProgress: tell(0.65, 1) });
  return { ok: true, report: compare({ trace, before, after, document: wish.document }) };
}

function workshopOf(levels: readonly Entry[]): Workshop | null {
  const last = levels.findLast(({ type }) => type === 'workshop-described');
  return last?.type === 'workshop-described' ? last.data.workshop : null;
}

type Known = { readonly workshop: Workshop; readonly levels: readonly Entry[]; readonly nowMs: number };

/** Null where it is no span, or a longer one than is run at once. */
function spanOf({ from, to, document }: ReplayWish, { workshop, levels, nowMs }: Known): Span | null {
  const { timezone } = workshop.space;
  const last = to ?? localDate(nowMs, timezone);
  if (!isDay(from) || !isDay(last)) return null;
  const fromMs = startOfDay(from, timezone);
  const toMs = Math.min(startOfDay(addDays(last, 1), timezone), nowMs);
  if (fromMs >= toMs || toMs - fromMs > daysMost * dayMs) return null;
  const policies = [
    ...Object.values(document.pools),
    ...levels.flatMap((entry) =>
      entry.type === 'policy-adopted' ? Object.values(entry.data.document.pools) : [],
    ),
  ];
  const halfLives = policies.map((policy) => ruleOf(policy).halfLifeMs);
  const beforeMs = Math.min(beforeMostMs, halfLivesBefore * Math.max(dayMs, ...halfLives));
  return { fromMs, toMs, beginsMs: fromMs - beforeMs, endsMs: Math.min(toMs + afterMs, nowMs + 1) };
}

function isDay(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(text);
}

/** So much of the journal is asked for at a time: a week of a busy workshop is some thousand entries. */
const windowMs = 7 * dayMs;

type Reading = {
  readonly levels: readonly Entry[];
  readonly span: Span;
  readonly onProgress: (part: number) => void;
};

async function readTrace(box: ReplayBox, { levels, span, onProgress }: Reading): Promise<Trace> {
  const reader = createDemandReader(span);
  const slice = createSlices(box);
  let next = 0;
  const takeLevels = async (beforeSeq: number): Promise<void> => {
    for (let level = levels[next]; level && level.seq < beforeSeq; level = levels[++next]) {
      reader.take(level);
      const paused = slice();
      if (paused) await paused;
    }
  };
  for (let fromMs = span.beginsMs; fromMs < span.endsMs; fromMs += windowMs) {
    const toMs = Math.min(fromMs + windowMs, span.endsMs);
    for (const entry of await box.journal.query({ types: wantedTypes, fromMs, toMs })) {
      await takeLevels(entry.seq);
      reader.take(entry);
      const paused = slice();
      if (paused) await paused;
    }
    onProgress((toMs - span.beginsMs) / (span.endsMs - span.beginsMs));
  }
  await takeLevels(Number.MAX_SAFE_INTEGER);
  return reader.trace();
}

type Living = {
  readonly trace: Trace;
  readonly rules: Rules;
  readonly onProgress: (part: number) => void;
};

async function live(box: ReplayBox, { trace, rules, onProgress }: Living): Promise<Outcome> {
  const run = createRun(trace, rules);
  const slice = createSlices(box);
  while (run.step(1)) {
    const paused = slice();
    if (!paused) continue;
    await paused;
    onProgress(run.part());
  }
  onProgress(1);
  return run.outcome();
}
