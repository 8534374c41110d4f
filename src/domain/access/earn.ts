// Certificates that a supervised session earns when it ends, where their policy says after how many; without a number
// nobody ever earns one by themselves.

import type { EntryBody, MemberRecorded, SegmentClosed } from '../journal/entry.ts';
import type { Session, State } from '../journal/state.ts';
import { certificateKind, type HeldCertificate, reaches } from './certificate.ts';
import { lessonLeastMs } from './lesson-length.ts';

/** What follows the end of that session. @param last the segment that its end closes */
export function earnedBy(state: State, session: Session, last: SegmentClosed | null): readonly EntryBody[] {
  const recorded = state.members.get(session.member);
  const loadedMs = (session.supervisedMs ?? 0) + (last?.clocks.loadedMs ?? 0);
  if (!recorded || loadedMs < lessonLeastMs) return [];
  const earned = (session.learning ?? []).flatMap((certificate) => {
    const wanted = certificateKind(state.workshop, certificate)?.supervised?.sessions;
    const sessions = (state.lessons.get(session.member)?.get(certificate) ?? 0) + 1;
    const isHeld = heldOf(recorded, certificate).some((held) => reaches(held, 'operate'));
    if (wanted === undefined || sessions < wanted || isHeld) return [];
    return [{ member: session.member, certificate, session: session.session, sessions }];
  });
  if (earned.length === 0) return [];
  const ids = earned.map(({ certificate }) => certificate);
  return [
    ...earned.map((data) => ({ type: 'certificate-earned', data }) as const),
    { type: 'member-recorded', data: { ...recorded, certificates: withEarned(recorded, ids) } },
  ];
}

/** The ids of what a session that has just been ended earned. */
export const earnedAmong = (bodies: readonly EntryBody[]): readonly string[] =>
  bodies.flatMap(({ type, data }) => (type === 'certificate-earned' ? [data.certificate] : []));

/** In place of what they held at a lower level. */
function withEarned({ certificates }: MemberRecorded, ids: readonly string[]): readonly HeldCertificate[] {
  const kept = certificates.filter(({ certificate }) => !ids.includes(certificate));
  return [...kept, ...ids.map((certificate) => ({ certificate, until: null, earned: true }) as const)];
}

const heldOf = ({ certificates }: MemberRecorded, id: string): readonly HeldCertificate[] =>
  certificates.filter(({ certificate }) => certificate === id);
