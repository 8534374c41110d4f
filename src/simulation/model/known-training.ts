// What the model knows of training from the journal alone: when each certificate was last used or given, and which learner
// was refused at a machine and may still be taught.

import type { Entry, MemberRecorded } from '../../domain/journal/entry.ts';
import type { Workshop } from '../../domain/machine/workshop.ts';
import { localDay } from './local-day.ts';
import { withNeeds } from './training-rules.ts';

type Learner = { readonly member: string; readonly badge: string; readonly monoMs: number };

export type TrainingBooks = {
  /** Member → certificate → local day of the last use. */
  readonly used: Map<string, Map<string, string>>;
  /** Machine → who was refused there for want of a training. */
  readonly learners: Map<string, Learner>;
};

export const newTrainingBooks = (): TrainingBooks => ({ used: new Map(), learners: new Map() });

/** @param before the record that is in force until this entry */
export function followTraining(
  { used, learners }: TrainingBooks,
  entry: Entry,
  { workshop, before }: { workshop: Workshop; before: (member: string) => MemberRecorded | undefined },
): void {
  const { type, data, atMs, monoMs } = entry;
  if (type === 'gateway-booted') learners.clear();
  if (type === 'member-recorded') used.set(data.member, given(data, before(data.member), { used, atMs }));
  const isLack =
    type === 'tap-refused' && (data.code === 'certificate-missing' || data.code === 'certificate-level');
  if (isLack && data.machine !== null && data.member !== null && data.badge !== null)
    learners.set(data.machine, { member: data.member, badge: data.badge, monoMs });
  if (type === 'session-started') learners.delete(data.machine);
  if (type !== 'session-started' && type !== 'session-handed-over') return;
  const trainer = type === 'session-started' ? data.trainer : undefined;
  for (const member of [data.member, trainer ?? data.member])
    for (const certificate of withNeeds(
      workshop.certificates,
      workshop.machines[data.machine]?.requires ?? [],
    ))
      if (used.get(member)?.has(certificate)) used.get(member)?.set(certificate, localDay(atMs));
}

/** Another last day or level is a giving anew. */
function given(
  { member, certificates }: MemberRecorded,
  before: MemberRecorded | undefined,
  { used, atMs }: { used: TrainingBooks['used']; atMs: number },
): Map<string, string> {
  const rows = certificates.map(({ certificate, until, level }): [string, string] => {
    const isSame = before?.certificates.some(
      (one) => one.certificate === certificate && one.until === until && one.level === level,
    );
    const known = isSame ? used.get(member)?.get(certificate) : undefined;
    return [certificate, known ?? localDay(atMs)];
  });
  return new Map(rows);
}
