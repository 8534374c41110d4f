// Tells whoever holds a machine what will end their session, ten, five and one minute ahead, each once: at its reader and
// on their page. After a restart only the nearest is told; who then waits for a reader is not told late.

import { untilMinute } from '../domain/access/rest-ms.ts';
import type { KnownEnd } from '../domain/access/what-ends.ts';
import { endsOf } from '../domain/access/what-ends.ts';
import type { Session, State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { formatterPerZone, minuteMs, type Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { Message, Meters, Texts } from './ports.ts';
import { createRest } from './rest.ts';

export type TellEnds = {
  readonly committer: Committer;
  readonly texts: Texts;
  readonly meters: Meters;
  readonly newId: () => string;
  readonly deliver: (message: Message) => void;
  readonly emit: (change: Change) => void;
};

/** Minutes ahead, the nearest first. */
const steps = [1, 5, 10] as const;

/** A notice that its reader shows later than this says the wrong time. */
const noticeLifeMs = 30_000;

/** So long the answer to a tap is left on the display. */
const answerReadMs = 8_000;

/** Session and cause → the step that was told last. */
type Told = Map<string, number>;

/** @returns looks at every session, tells what is due; safe to call at any time */
export function createTellEnds(box: TellEnds): () => void {
  // Bounded by the sessions that run, of which a machine has one.
  let told: Told = new Map();
  let shown: ReadonlyMap<string, string> = new Map();
  const rest = createRest();

  return () => {
    const state = box.committer.durable();
    const stamp = box.committer.stamp();
    if (rest.holds(state, stamp)) return;
    let leftMs = untilMinute(stamp);
    const next: Told = new Map();
    const nowShown = new Map<string, string>();
    for (const session of state.sessions.values()) {
      const ends = endsOf(state, session, stamp);
      leftMs = Math.min(leftMs, restOf(state, session, { ends, stamp }));
      nowShown.set(session.machine, ends.map(({ cause }) => cause).join(' '));
      for (const end of ends) {
        const key = `${session.session} ${end.cause}`;
        const step = steps.find((minutes) => end.atMs - stamp.atMs <= minutes * minuteMs);
        const before = told.get(key);
        if (step === undefined || end.atMs <= stamp.atMs || isFresh(session, stamp)) continue;
        next.set(key, before === undefined ? step : Math.min(step, before));
        if (before === undefined || step < before) tell(box, { state, session, end });
      }
      if (ends.every(({ cause }) => cause !== 'ceiling')) keepPaused(session, { told, next });
    }
    told = next;
    // What ends it, or ends it no longer, stands on its card.
    for (const [machine, causes] of nowShown)
      if (shown.get(machine) !== causes) box.emit({ kind: 'machine', machine });
    shown = nowShown;
    rest.begin(state, stamp, leftMs);
  };
}

/** Within this time nothing is told of a session that was not told before, while the state stays. */
function restOf(
  state: State,
  session: Session,
  { ends, stamp }: { ends: readonly KnownEnd[]; stamp: Stamp },
): number {
  const { phaseMonoMs, quietMonoMs, machine } = session;
  const { idle } = machineById(state, machine) ?? {};
  const dueMs = ends.flatMap(({ atMs }) => [0, ...steps].map((step) => atMs - stamp.atMs - step * minuteMs));
  dueMs.push(phaseMonoMs + answerReadMs - stamp.monoMs);
  if (idle && quietMonoMs !== null) dueMs.push(quietMonoMs + idle.afterS * 1000 - stamp.monoMs);
  return Math.min(...dueMs.filter((ms) => ms > 0), Number.POSITIVE_INFINITY);
}

/** What the reader says to the tap is read first. */
const isFresh = ({ phaseMonoMs }: Session, { monoMs }: Stamp): boolean => monoMs - phaseMonoMs < answerReadMs;

/** A ceiling is out of sight while the machine pauses; it is the same one when it goes on. */
function keepPaused({ session, ceilingMinor }: Session, { told, next }: { told: Told; next: Told }): void {
  const key = `${session} ceiling`;
  const before = told.get(key);
  if (before !== undefined && ceilingMinor !== null) next.set(key, before);
}

function tell(
  box: TellEnds,
  { state, session, end }: { state: State; session: Session; end: KnownEnd },
): void {
  const { machine: id } = session;
  const machine = machineById(state, id);
  if (!machine) return;
  const at = clockTime(state.workshop?.space.timezone ?? 'UTC').format(end.atMs);
  const text = box.texts.say(`ends-${end.cause}`, { machine: machine.name, at });
  const code = 'ends-soon';
  box.meters.count('ends_told_total', { cause: end.cause });
  box.emit({ kind: 'told', member: session.member, told: { machine: id, code, text, untilMs: end.atMs } });
  if (machine.reader === null) return;
  const { atMs } = box.committer.stamp();
  const message: Message = {
    id: box.newId(),
    kind: 'answer',
    reader: machine.reader,
    expiresAtMs: Math.min(end.atMs, atMs + noticeLifeMs),
    answer: {
      tap: '',
      outcome: 'notice',
      code,
      text,
      machine: id,
      session: session.session,
      untilMs: end.atMs,
    },
  };
  // A failure was reported by the committer; the next step, and the page, tell it again.
  box.committer.commit([], { messages: [message] }).then(
    () => box.deliver(message),
    () => undefined,
  );
}

const clockTime = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
