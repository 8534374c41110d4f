// Certificates given and taken back by a person, for one member or several: all of them or none. A dry run answers the same and
// writes nothing; nobody certifies themselves.

import { certificateKind, type HeldCertificate, withNeeds } from '../domain/access/certificate.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';
import type { CertificateChange, CertifyOutcome, CertifyWish, WithdrawWish } from './people-asked.ts';
import type { PeopleIndex } from './people-index.ts';

export type Certify = { readonly committer: Committer; readonly people: Pick<PeopleIndex, 'byMember'> };

export function certify(box: Certify, wish: CertifyWish): Promise<CertifyOutcome> {
  const { certificate, until, level, by } = wish;
  if (until !== null && !isDay(until))
    return Promise.resolve({ ok: false, code: 'certificate-day', about: until.slice(0, 20) });
  const held = { certificate, until, ...(level === 'operate' ? {} : { level }), by };
  return change(box, wish, held);
}

export const withdrawCertificate = (box: Certify, wish: WithdrawWish): Promise<CertifyOutcome> =>
  change(box, wish, null);

async function change(
  { committer, people }: Certify,
  { members, certificate, by, dryRun }: WithdrawWish,
  after: HeldCertificate | null,
): Promise<CertifyOutcome> {
  const state = committer.tentative();
  if (after !== null && !isAsked(state, certificate))
    return { ok: false, code: 'certificate-unknown', about: certificate };
  if (members.includes(by)) return { ok: false, code: 'certificate-own', about: by };
  const known: MemberRecorded[] = [];
  for (const member of new Set(members)) {
    const recorded = state.members.get(member);
    if (!recorded || !people.byMember(member)) return { ok: false, code: 'member-unknown', about: member };
    known.push(recorded);
  }
  const changed = known.filter((one) => !isSame(heldOf(one, certificate), after));
  const changes = changed.map((one): CertificateChange => {
    const before = heldOf(one, certificate);
    return { member: one.member, before, after, ends: after ? [] : endsBy(state, one.member, certificate) };
  });
  if (!dryRun && changed.length > 0)
    await committer.commit(
      changed.map((one) => ({ type: 'member-recorded', data: withHeld(one, certificate, after) })),
    );
  return { ok: true, changes };
}

/** Known to the workshop: described, or asked for by a machine. */
function isAsked(state: Pick<State, 'workshop'>, certificate: string): boolean {
  const machines = Object.values(state.workshop?.machines ?? {});
  return (
    certificateKind(state.workshop, certificate) !== undefined ||
    machines.some(({ requires }) => requires.includes(certificate))
  );
}

const heldOf = ({ certificates }: MemberRecorded, id: string): HeldCertificate | null =>
  certificates.find(({ certificate }) => certificate === id) ?? null;

/** Whoever gave it: the same again changes nothing. */
const isSame = (one: HeldCertificate | null, other: HeldCertificate | null): boolean =>
  one === null || other === null
    ? one === other
    : one.until === other.until && (one.level ?? 'operate') === (other.level ?? 'operate') && !one.earned;

function withHeld(member: MemberRecorded, id: string, after: HeldCertificate | null): MemberRecorded {
  const others = member.certificates.filter(({ certificate }) => certificate !== id);
  return { ...member, certificates: after === null ? others : [...others, after] };
}

/** Sessions that cannot go on without it; the rules end them at the next tick. */
function endsBy(state: State, member: string, certificate: string): readonly string[] {
  const held = [...state.sessions.values()].filter((one) => one.phase === 'active' && one.member === member);
  return held.flatMap(({ machine }) => {
    const asked = withNeeds(state.workshop, machineById(state, machine)?.requires ?? []);
    return asked.includes(certificate) ? [machine] : [];
  });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
