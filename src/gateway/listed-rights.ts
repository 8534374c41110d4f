// What a list of members says of certificates, plans and days: what is wrong with it, and what a member has by it. A list that
// is silent about plan and days leaves them as they are, and its silence takes away nothing that was earned or given at the desk.

import { certificateLevels, type HeldCertificate } from '../domain/access/certificate.ts';
import { planById } from '../domain/access/plan.ts';
import { isId } from '../domain/ids.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { MemberInput } from './member-list.ts';

type Mistake = { readonly code: string; readonly text: string };

export function rightsMistakes(state: Pick<State, 'workshop'>, input: MemberInput): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const add = (code: string, text: string): number => mistakes.push({ code, text });
  for (const { certificate, until, level } of input.certificates) {
    if (!isId(certificate))
      add('certificate-id', `"${certificate.slice(0, 64)}" is not a certificate id: use a-z, 0-9 and -`);
    if (until !== null && !isDate(until))
      add('certificate-date', `"${until.slice(0, 20)}" is not a day: write yyyy-mm-dd`);
    if (level !== undefined && !certificateLevels.includes(level))
      add(
        'certificate-level',
        `"${String(level).slice(0, 20)}" is no level: ${certificateLevels.join(', ')}`,
      );
  }
  const { plan, from, until } = input;
  if (plan && !planById(state.workshop, plan))
    add(
      'plan-unknown',
      `"${plan.slice(0, 64)}" is not among the plans of officina.yaml; describe it there first`,
    );
  for (const day of [from, until])
    if (day && !isDate(day)) add('member-date', `"${day.slice(0, 20)}" is not a day: write yyyy-mm-dd`);
  if (from && until && until < from)
    add('member-backwards', `${input.member} would be a member from ${from} until ${until}, which is before`);
  return mistakes;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Those of the list, and those that were earned or given at the desk and that it does not name. */
export function listedCertificates(
  { certificates }: Pick<MemberInput, 'certificates'>,
  before: MemberRecorded | undefined,
): readonly HeldCertificate[] {
  const listed = certificates.map(({ certificate, until, level }) => ({
    certificate,
    until,
    // As it would be without a word, so that both ways of writing it are the same.
    ...(level === undefined || level === 'operate' ? {} : { level }),
  }));
  const named = new Set(listed.map(({ certificate }) => certificate));
  const stays = (one: HeldCertificate): boolean => (one.earned ?? one.by) !== undefined;
  const kept = before?.certificates.filter((one) => stays(one) && !named.has(one.certificate)) ?? [];
  return [...listed, ...kept];
}

export function listedMembership(
  row: Pick<MemberInput, 'plan' | 'from' | 'until'>,
  before: MemberRecorded | undefined,
): Pick<MemberRecorded, 'plan' | 'from' | 'until'> {
  const said = (name: 'plan' | 'from' | 'until'): string | null | undefined =>
    row[name] === undefined ? before?.[name] : row[name];
  const [plan, from, until] = [said('plan'), said('from'), said('until')];
  return { ...(plan && { plan }), ...(from && { from }), ...(until && { until }) };
}

/** For comparing two records, whatever order the journal's canonical JSON gave their fields. */
export const rightsInOrder = ({ certificates, plan, from, until }: MemberRecorded): readonly unknown[] => [
  certificates.map((one) => [
    one.certificate,
    one.until,
    one.level ?? null,
    one.earned ?? false,
    one.by ?? null,
  ]),
  [plan ?? null, from ?? null, until ?? null],
];
