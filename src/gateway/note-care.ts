// Writes down what somebody did for a machine: a line in its log, and for a service or a new part also the entry from which
// on the part is counted anew.

import type { CareNoted } from '../domain/journal/care-entries.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { CareInput, CareOutcome } from './care-asked.ts';
import { keepCareText, mayWrite, readCareText } from './care-text.ts';
import type { ReportProblem } from './report-problem.ts';

export async function noteCare(box: ReportProblem, input: CareInput): Promise<CareOutcome> {
  const { machine, by, part } = input;
  const state = box.committer.tentative();
  const described = machineById(state, machine);
  if (!described) return { ok: false, code: 'machine-unknown' };
  if (!mayWrite(state, by)) return { ok: false, code: 'member-unknown' };
  if (input.kind === 'replaced' && part === null) return { ok: false, code: 'part-missing' };
  if (part !== null && !Object.hasOwn(described.parts ?? {}, part))
    return { ok: false, code: 'part-unknown' };
  const text = readCareText(input.note ?? '');
  if (text === null) return { ok: false, code: 'text-unreadable' };
  const care = box.newId();
  const kept = text === '' ? null : keepCareText(box, { session: care, member: by, text });
  const bodies = bodiesOf(input, { care, noteDigest: kept?.digest ?? null });
  await box.committer.commit(bodies, { people: kept ? [kept.change] : [] });
  return { ok: true };
}

function bodiesOf(
  { machine, by, kind, minutes, part }: CareInput,
  noted: Pick<CareNoted, 'care' | 'noteDigest'>,
): readonly EntryBody[] {
  const line = (as: CareNoted['kind']): EntryBody => ({
    type: 'care-noted',
    data: { ...noted, machine, by, kind: as, minutes, part },
  });
  if (kind === 'serviced')
    return [{ type: 'service-done', data: { machine, part, by, minutes } }, line('serviced')];
  if (kind !== 'replaced' || part === null) return [line(kind === 'replaced' ? 'repaired' : kind)];
  const replaced: EntryBody = { type: 'part-replaced', data: { machine, part, by } };
  // The entry itself tells of no work; whoever says how long it took, or a word about it, adds a line of repair.
  return minutes === 0 && noted.noteDigest === null ? [replaced] : [replaced, line('repaired')];
}
