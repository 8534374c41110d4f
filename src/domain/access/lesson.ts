// Supervised use: a learner and a trainer tap at the same machine within a minute, in either order, and the session is the
// learner's. Nobody teaches themselves, and only who holds what is lacking at the level `teach`, in force, teaches it.

import type { MemberRecorded } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import type { Machine } from '../machine/workshop.ts';
import { minuteMs, type Stamp } from '../time.ts';
import { certificateKind } from './certificate.ts';
import { membershipRuns, notSuspended } from './member-rules.ts';
import { stillStands } from './pin-badge.ts';
import type { RefusalCode } from './refusal.ts';
import type { Asked, AskedOfMember } from './rule.ts';
import { judge } from './rules.ts';
import { lackOf, lacksOf, lastDayOf } from './training.ts';
import { addDays, startOfDay } from './week.ts';

/** How long the first of the two taps is good for. */
const lessonWaitMs = minuteMs;

export type Lesson = {
  readonly learner: MemberRecorded;
  /** Of the learner. */
  readonly badge: string;
  readonly trainer: string;
  /** What the learner lacks. */
  readonly learning: readonly string[];
  readonly bypassed: readonly RefusalCode[];
  /** The session of the trainer that ends for it. */
  readonly takenOver: Session | null;
};

/** The lesson that this tap begins; null when it begins none. @param badge which was tapped */
export function lessonOf(asked: Asked, badge: string): Lesson | null {
  return asked.session ? takenOver(asked, badge) : askedFor(asked);
}

/** A trainer taps where a learner was just refused. */
function askedFor(asked: Asked): Lesson | null {
  const { state, member, id, stamp } = asked;
  const waiting = state.learners.get(id);
  if (!waiting || stamp.monoMs - waiting.monoMs > lessonWaitMs) return null;
  const learner = state.members.get(waiting.member);
  if (!learner || !stillStands(learner, waiting.badge)) return null;
  const who = { asked: { ...asked, member: learner }, trainer: member };
  return lesson(who, { badge: waiting.badge, takenOver: null });
}

/** A learner taps where a trainer has just opened the machine; nothing may run yet. */
function takenOver(asked: Asked, badge: string): Lesson | null {
  const { state, id, session, stamp } = asked;
  if (session?.phase !== 'active' || session.trainer !== undefined || session.powerUnsure) return null;
  if (stamp.monoMs - session.phaseMonoMs > lessonWaitMs) return null;
  const trainer = state.members.get(session.member);
  if (!trainer || (state.machines.get(id)?.job ?? null) !== null) return null;
  return lesson({ asked: { ...asked, session: undefined }, trainer }, { badge, takenOver: session });
}

type Pair = { readonly asked: Asked; readonly trainer: MemberRecorded };

function lesson({ asked, trainer }: Pair, by: Pick<Lesson, 'badge' | 'takenOver'>): Lesson | null {
  const learning = learnable(asked);
  const { member: learner } = asked;
  if (learning === null || trainer.member === learner.member) return null;
  const asTrainer = { ...asked, member: trainer };
  if (firstNoOfTrainer(asTrainer, learning) !== null) return null;
  const judged = judge(asked, { taught: true });
  if (judged.no !== null) return null;
  return { learner, ...by, trainer: trainer.member, learning, bypassed: judged.bypassed };
}

/** Whether a trainer could open this machine for this member now: said with the refusal. */
export const isTeachable = (asked: Asked): boolean =>
  learnable(asked) !== null && judge(asked, { taught: true }).no === null;

/** What they lack, where all of it may be learnt here; null where they lack nothing, or something that may not. */
function learnable(asked: Asked): readonly string[] | null {
  if (asked.mode === 'maintenance') return null;
  const lacks = lacksOf(asked);
  const may = lacks.every(
    ({ certificate, code }) =>
      (code === 'certificate-missing' || code === 'certificate-level') &&
      certificateKind(asked.state.workshop, certificate)?.supervised !== undefined,
  );
  return may && lacks.length > 0 ? lacks.map(({ certificate }) => certificate) : null;
}

/** Whether a trainer answers for what is learnt in a running session: known, not suspended, and still teaching that. */
export function isTaught(
  state: State,
  { trainer, learning }: Session,
  at: { readonly machine: Machine; readonly stamp: Stamp },
): boolean {
  const member = state.members.get(trainer ?? '');
  if (!member || learning === undefined) return false;
  const no = firstNoOfTrainer({ state, member, ...at }, learning);
  return no === null || endsNoLesson.has(no);
}

/** What a clock that was never set cannot say, and a day that is put off. */
const endsNoLesson: ReadonlySet<RefusalCode> = new Set(['clock-unset', 'membership-not-begun']);

export type TrainersEnd = {
  /** Whether their membership ends, or what they need in order to teach. */
  readonly why: 'certificate' | 'membership';
  /** Wall clock; from then on they do not answer any more. */
  readonly atMs: number;
};

/** When a trainer who answers now will not any more, as far as time alone decides it; null without an end. */
export function trainersEnd(state: State, { trainer, learning }: Session): TrainersEnd | null {
  const member = state.members.get(trainer ?? '');
  if (!member || learning === undefined) return null;
  const days = learning.flatMap(
    (certificate) => lastDayOf(state, { member, certificate, needed: 'teach' }) ?? [],
  );
  const [first] = days.toSorted();
  const isMembership = member.until !== undefined && (first === undefined || member.until < first);
  const day = isMembership ? member.until : first;
  if (day === undefined) return null;
  const atMs = startOfDay(addDays(day, 1), state.workshop?.space.timezone ?? 'UTC');
  return { why: isMembership ? 'membership' : 'certificate', atMs };
}

/** @param asked of the trainer, in whose stead the learner uses the machine */
function firstNoOfTrainer(asked: AskedOfMember, learning: readonly string[]): RefusalCode | null {
  const no = notSuspended(asked) ?? membershipRuns(asked);
  if (no) return no.code;
  const { state, member, stamp } = asked;
  for (const certificate of learning) {
    const lack = lackOf(state, { member, certificate, needed: 'teach', stamp });
    if (lack) return lack.code;
  }
  return null;
}
