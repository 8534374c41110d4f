// What a member lacks of the training that a machine asks for, and who may teach it, written from the README and record 0026
// alone: prerequisites, levels, last days, days without use, and lessons of two taps within a minute.

import type { MemberRecorded } from '../../domain/journal/entry.ts';
import type { Mode } from '../../domain/machine/activity.ts';
import type { Machine, Workshop } from '../../domain/machine/workshop.ts';

/** A member and when they last used each certificate, or were given it. */
export type Trained = { readonly member: MemberRecorded; readonly usedDay: ReadonlyMap<string, string> };

export type TrainingFacts = {
  readonly machine: Machine | null;
  readonly kinds: Workshop['certificates'];
  readonly isClockSet: boolean;
  /** Local day of the space. */
  readonly today: string;
  readonly mode: Mode;
};

type LackCode =
  | 'certificate-missing'
  | 'certificate-level'
  | 'certificate-expired'
  | 'certificate-unused'
  | 'clock-unset';
type Lack = { readonly certificate: string; readonly code: LackCode };
type Level = 'assist' | 'operate' | 'maintain' | 'teach';

const enough: Readonly<Record<'operate' | 'maintain' | 'teach', readonly Level[]>> = {
  operate: ['operate', 'maintain', 'teach'],
  maintain: ['maintain', 'teach'],
  teach: ['teach'],
};

/** In the order in which it is to be learnt; none where nothing is lacking. */
export function lacksOf(facts: TrainingFacts, who: Trained): readonly Lack[] {
  const { machine, kinds, mode } = facts;
  const asked = machine?.requires ?? [];
  return withNeeds(kinds, asked).flatMap((certificate) => {
    const level = mode === 'maintenance' && asked.includes(certificate) ? 'maintain' : 'operate';
    const code = lackOf(facts, who, { certificate, level });
    return code === null ? [] : [{ certificate, code }];
  });
}

/** What this member may learn there; null where they lack nothing, or something that no lesson mends. */
export function learns(facts: TrainingFacts, learner: Trained): readonly string[] | null {
  const lacks = lacksOf(facts, learner);
  const may = lacks.every(
    ({ certificate, code }) =>
      (code === 'certificate-missing' || code === 'certificate-level') &&
      facts.kinds?.[certificate]?.supervised !== undefined,
  );
  return may && lacks.length > 0 && facts.mode !== 'maintenance' ? lacks.map((one) => one.certificate) : null;
}

export function teaches(facts: TrainingFacts, trainer: Trained, learning: readonly string[]): boolean {
  if (trainer.member.status === 'suspended' || membershipNo(facts, trainer.member) !== null) return false;
  return learning.every((certificate) => lackOf(facts, trainer, { certificate, level: 'teach' }) === null);
}

/** Visitors and whoever joins or leaves on a known day. */
export function membershipNo(
  { isClockSet, today }: Pick<TrainingFacts, 'isClockSet' | 'today'>,
  { from, until }: MemberRecorded,
): 'clock-unset' | 'membership-not-begun' | 'membership-ended' | null {
  if (from === undefined && until === undefined) return null;
  if (!isClockSet) return 'clock-unset';
  if (from !== undefined && today < from) return 'membership-not-begun';
  return until !== undefined && until < today ? 'membership-ended' : null;
}

function lackOf(
  facts: TrainingFacts,
  { member, usedDay }: Trained,
  { certificate, level }: { certificate: string; level: keyof typeof enough },
): LackCode | null {
  const held = member.certificates.filter((one) => one.certificate === certificate);
  const codes = held.map((one): LackCode | null => {
    if (!enough[level].includes(one.level ?? 'operate')) return 'certificate-level';
    const unusedDays = facts.kinds?.[certificate]?.unusedDays;
    if (one.until === null && unusedDays === undefined) return null;
    if (!facts.isClockSet) return 'clock-unset';
    const lapses = unusedDays === undefined ? null : daysAfter(usedDay.get(certificate) ?? '', unusedDays);
    const isDated = one.until !== null && (lapses === null || one.until <= lapses);
    const last = isDated ? one.until : lapses;
    if (last === null || facts.today <= last) return null;
    return isDated ? 'certificate-expired' : 'certificate-unused';
  });
  // One that is good suffices.
  return codes.includes(null) ? null : (codes[0] ?? 'certificate-missing');
}

/** These and all they build on; what has to be learnt first comes first. */
export function withNeeds(kinds: Workshop['certificates'], ids: readonly string[]): readonly string[] {
  const all = ids.flatMap((id): readonly string[] => [...withNeeds(kinds, kinds?.[id]?.needs ?? []), id]);
  return [...new Set(all)];
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
