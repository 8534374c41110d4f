// What entries change about training: when certificates were last used, who waits for a trainer, and how many supervised
// sessions count. Called by the reducer alone.

import { withNeeds } from '../access/certificate.ts';
import { lessonLeastMs } from '../access/lesson-length.ts';
import { machineById } from '../machine/lookup.ts';
import type { Entry, MemberRecorded, SegmentClosed, SessionStarted } from './entry.ts';
import type { Session, State } from './state.ts';

/** To be called while the state still has the record before. */
export function trainingRecorded(state: State, member: MemberRecorded, atMs: number): void {
  const known = state.certificateUse.get(member.member);
  const before = state.members.get(member.member)?.certificates ?? [];
  const used = new Map<string, number>();
  for (const { certificate, until, level } of member.certificates) {
    // Another end or level is a refresher: it counts as given anew.
    const same = before.some(
      (one) => one.certificate === certificate && one.until === until && one.level === level,
    );
    used.set(certificate, (same ? known?.get(certificate) : undefined) ?? atMs);
  }
  if (used.size > 0) state.certificateUse.set(member.member, used);
  else state.certificateUse.delete(member.member);
}

export function trainingErased(state: State, member: string): void {
  state.certificateUse.delete(member);
  state.lessons.delete(member);
  for (const [machine, learner] of state.learners)
    if (learner.member === member) state.learners.delete(machine);
}

/** A refusal for want of training: a trainer may come. */
export function trainingRefused(state: State, { seq, monoMs, data }: Entry & { type: 'tap-refused' }): void {
  const { machine, member, badge, code } = data;
  if (code !== 'certificate-missing' && code !== 'certificate-level') return;
  if (machine !== null && member !== null && badge !== null)
    state.learners.set(machine, { member, badge, seq, monoMs });
}

/** Who works with what they learnt keeps it, and so does who teaches it. */
export function trainingUsed(state: State, started: SessionStarted, atMs: number): void {
  state.learners.delete(started.machine);
  practised(state, started, atMs);
}

/** Also by whoever takes a machine over: they work with it as if they had begun. */
export function practised(
  state: State,
  { member, trainer, machine }: Pick<SessionStarted, 'member' | 'trainer' | 'machine'>,
  atMs: number,
): void {
  const asked = withNeeds(state.workshop, machineById(state, machine)?.requires ?? []);
  for (const one of trainer === undefined ? [member] : [member, trainer]) {
    const used = state.certificateUse.get(one);
    if (!used) continue;
    // A new one, because the copies of a state share the old one.
    const now = new Map(used);
    for (const certificate of asked) if (now.has(certificate)) now.set(certificate, atMs);
    state.certificateUse.set(one, now);
  }
}

export function trainingMetered(session: Session, { clocks }: SegmentClosed): void {
  if (session.learning) session.supervisedMs = (session.supervisedMs ?? 0) + clocks.loadedMs;
}

/** At the end of a session, after its last segment was closed. */
export function trainingEnded(state: State, { member, learning, supervisedMs = 0 }: Session): void {
  if (!learning || supervisedMs < lessonLeastMs || !state.members.has(member)) return;
  const counts = state.lessons.get(member) ?? new Map<string, number>();
  for (const certificate of learning) counts.set(certificate, (counts.get(certificate) ?? 0) + 1);
  state.lessons.set(member, counts);
}

export function trainingEarned(state: State, { data }: Entry & { type: 'certificate-earned' }): void {
  const counts = state.lessons.get(data.member);
  counts?.delete(data.certificate);
  if (counts?.size === 0) state.lessons.delete(data.member);
}
