// What a member lacks of the training that a machine asks for. Nothing here is ever by-passed, and holding more never
// makes a yes a no.

import type { MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { localDate, type Stamp } from '../time.ts';
import {
  type CertificateLevel,
  certificateKind,
  certificateName,
  type HeldCertificate,
  reaches,
  withNeeds,
} from './certificate.ts';
import type { No } from './refusal.ts';
import type { AskedOfMember, MemberRule } from './rule.ts';
import { addDays } from './week.ts';

export type Lack = {
  readonly certificate: string;
  readonly code: Extract<No['code'], `certificate-${string}` | 'clock-unset'>;
  readonly values: No['values'];
};

export const certificatesHeld: MemberRule = (asked) => {
  const [lack] = lacksOf(asked);
  return lack ? { code: lack.code, values: { machine: asked.machine.name, ...lack.values } } : null;
};

/** All that stands against this member at this machine, in the order in which it is to be mended. */
export function lacksOf(asked: AskedOfMember): readonly Lack[] {
  const { state, member, machine, stamp } = asked;
  const direct = levelAsked(asked);
  return withNeeds(state.workshop, machine.requires).flatMap((certificate) => {
    const needed = machine.requires.includes(certificate) ? direct : 'operate';
    return lackOf(state, { member, certificate, needed, stamp }) ?? [];
  });
}

/** Whoever uses a machine in maintenance must be able to maintain it. */
const levelAsked = ({ mode }: AskedOfMember): CertificateLevel =>
  mode === 'maintenance' ? 'maintain' : 'operate';

type Question = {
  readonly member: MemberRecorded;
  readonly certificate: string;
  readonly needed: CertificateLevel;
  readonly stamp: Pick<Stamp, 'atMs'>;
};

/** Null where it is held, well enough and in force. */
export function lackOf(state: State, { member, certificate, needed, stamp }: Question): Lack | null {
  const held = member.certificates.filter((one) => one.certificate === certificate);
  const name = { certificate: certificateName(state.workshop, certificate) };
  let first: Lack | null = null;
  for (const one of held) {
    const end = endOf(state, member.member, one);
    const lack = lackOfOne(state, { held: one, end, needed, stamp });
    if (lack === null) return null;
    first ??= { certificate, code: lack.code, values: { ...name, ...lack.values } };
  }
  return first ?? { certificate, code: 'certificate-missing', values: name };
}

/** The last day on which one is held that well: of several holdings the one that lasts longest. Null without an end, or if none is. */
export function lastDayOf(
  state: State,
  { member, certificate, needed }: Omit<Question, 'stamp'>,
): string | null {
  let last: string | null = null;
  for (const held of member.certificates) {
    if (held.certificate !== certificate || !reaches(held, needed)) continue;
    const end = endOf(state, member.member, held);
    if (end === null) return null;
    if (last === null || end.day > last) last = end.day;
  }
  return last;
}

type HeldUntil = {
  readonly held: HeldCertificate;
  readonly end: End | null;
  readonly needed: CertificateLevel;
  readonly stamp: Pick<Stamp, 'atMs'>;
};

function lackOfOne(
  state: State,
  { held, end, needed, stamp }: HeldUntil,
): Pick<Lack, 'code' | 'values'> | null {
  if (!reaches(held, needed)) return { code: 'certificate-level', values: { level: needed } };
  if (end === null) return null;
  // An end cannot be judged by a clock that was never set (invariant 4).
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  const today = localDate(stamp.atMs, state.workshop?.space.timezone ?? 'UTC');
  if (today <= end.day) return null;
  return end.why === 'date'
    ? { code: 'certificate-expired', values: { until: end.day } }
    : { code: 'certificate-unused', values: { until: end.day, days: String(end.days) } };
}

type End =
  | { readonly why: 'date'; readonly day: string }
  | { readonly why: 'unused'; readonly day: string; readonly days: number };

/** The last local day on which it is in force, by its date or by the days since its last use; null without an end. */
export function endOf(state: State, member: string, held: HeldCertificate): End | null {
  const dated: End | null = held.until === null ? null : { why: 'date', day: held.until };
  const days = certificateKind(state.workshop, held.certificate)?.unusedDays;
  if (days === undefined) return dated;
  const usedAtMs = state.certificateUse.get(member)?.get(held.certificate) ?? 0;
  const day = addDays(localDate(usedAtMs, state.workshop?.space.timezone ?? 'UTC'), days);
  return dated !== null && dated.day <= day ? dated : { why: 'unused', day, days };
}
