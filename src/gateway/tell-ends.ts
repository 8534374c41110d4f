// Tells whoever holds a machine what will end their session, ten, five and one minute ahead, each once: at its reader and
// on their page. After a restart only the nearest is told; who then waits for a reader is not told late. A lesson that ends
// because its trainer may not go on could not always be foretold: then that is told as it ends.

import { isTaught } from '../domain/access/lesson.ts';
import { untilMinute } from '../domain/access/rest-ms.ts';
import { endsOf, type KnownEnd } from '../domain/access/what-ends.ts';
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
  let taught: ReadonlySet<string> = new Set();
  const rest = createRest();

  return () => {
    const state = box.committer.durable();
    const stamp = box.committer.stamp();
    if (rest.holds(state, stamp)) return;
    let leftMs = untilMinute(stamp);
    const next: Told = new Map();
    const nowShown = new Map<string, string>();
    const nowTaught = new Set<string>();
    for (const session of state.sessions.values()) {
      if (isLesson(session)) nowTaught.add(session.session);
      else if (taught.has(session.session)) tellLessonOver(box, { state, session, stamp });
      const ends = endsOf(state, session, stamp);
      leftMs = Math.min(leftMs, restOf(state, session, { ends, stamp }));
      nowShown.set(session.machine, ends.map(({ cause, trainer = '' }) => `${cause} ${trainer}`).join(' '));
      for (const end of ends) {
        const key = `${session.session} ${end.cause} ${end.trainer ?? ''}`;
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
    taught = nowTaught;
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
  const key = `${session} ceiling `;
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
  const sentence = end.trainer === undefined ? `ends-${end.cause}` : `ends-trainer-${end.trainer}`;
  const text = box.texts.say(sentence, { machine: machine.name, at });
  box.meters.count('ends_told_total', { cause: end.cause });
  say(box, {
    session,
    reader: machine.reader,
    told: { machine: id, code: 'ends-soon', text, untilMs: end.atMs },
  });
}

const isLesson = ({ phase, learning }: Session): boolean => phase === 'active' && learning !== undefined;

/** Where somebody else or the learner ended it, nothing needs to be told. */
function tellLessonOver(
  box: TellEnds,
  { state, session, stamp }: { state: State; session: Session; stamp: Stamp },
): void {
  const machine = machineById(state, session.machine);
  if (!machine || session.cause !== 'certificate' || isTaught(state, session, { machine, stamp })) return;
  const text = box.texts.say('lesson-over', { machine: machine.name });
  const told = { machine: session.machine, code: 'lesson-over', text, untilMs: null };
  say(box, { session, reader: machine.reader, told });
}

type Said = {
  readonly session: Session;
  readonly reader: string | null;
  readonly told: Extract<Change, { kind: 'told' }>['told'];
};

/** On the page of whoever holds the machine, and at its reader. */
function say(box: TellEnds, { session, reader, told }: Said): void {
  box.emit({ kind: 'told', member: session.member, told });
  if (reader === null) return;
  const lastMs = box.committer.stamp().atMs + noticeLifeMs;
  const message: Message = {
    id: box.newId(),
    kind: 'answer',
    reader,
    expiresAtMs: Math.min(told.untilMs ?? lastMs, lastMs),
    answer: { tap: '', outcome: 'notice', session: session.session, ...told },
  };
  // A failure was reported by the committer; the next step, and the page, tell it again.
  box.committer.commit([], { messages: [message] }).then(
    () => box.deliver(message),
    () => undefined,
  );
}

const clockTime = formatterPerZone('en-GB', { hour: '2-digit', minute: '2-digit' });
