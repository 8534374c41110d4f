// Who may hold a machine, written from the README and the list of words alone: the refusals in the order in which a
// member would want to hear them. It shares no code with the domain; where the two differ, one of them is wrong.

import type { MemberRecorded } from '../../domain/journal/entry.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import type { Machine } from '../../domain/machine/workshop.ts';

/** All that matters of a tap at the moment when it is decided. */
export type TapFacts = {
  /** Machines that the reader opens. */
  readonly served: readonly string[];
  /** As the reader named it. */
  readonly named: string | null;
  readonly machine: Machine | null;
  /** Who holds the card, as recorded; null for a card that nobody holds. */
  readonly member: MemberRecorded | null;
  readonly holder: { readonly member: string; readonly isEnding: boolean } | null;
  readonly hasJob: boolean;
  readonly activity: Activity;
  readonly isClockSet: boolean;
  /** Local day of the space. */
  readonly today: string;
};

export type Expected =
  | { readonly outcome: 'granted' | 'ended' }
  | { readonly outcome: 'refused'; readonly code: string };

type Rule = { readonly code: string; readonly refuses: (facts: TapFacts) => boolean };

/** Asked before anybody is looked at. */
const whichMachine: readonly Rule[] = [
  { code: 'reader-unassigned', refuses: ({ served }) => served.length === 0 },
  { code: 'machine-unknown', refuses: ({ served, named }) => named !== null && !served.includes(named) },
  { code: 'machine-ambiguous', refuses: ({ served, named }) => named === null && served.length > 1 },
];

/** Asked of whoever does not hold the machine already: first the person, then the machine. */
const whoMay: readonly Rule[] = [
  { code: 'badge-unknown', refuses: ({ member }) => member === null },
  { code: 'member-suspended', refuses: ({ member }) => member?.status === 'suspended' },
  { code: 'certificate-missing', refuses: (facts) => firstBad(facts) === 'certificate-missing' },
  { code: 'clock-unset', refuses: (facts) => firstBad(facts) === 'clock-unset' },
  { code: 'certificate-expired', refuses: (facts) => firstBad(facts) === 'certificate-expired' },
  { code: 'machine-ending', refuses: ({ holder }) => holder?.isEnding === true },
  { code: 'machine-in-use', refuses: ({ holder }) => holder !== null },
  { code: 'job-held', refuses: strangersJob },
];

export function expectTap(facts: TapFacts): Expected {
  const machineNo = whichMachine.find(({ refuses }) => refuses(facts));
  if (machineNo) return { outcome: 'refused', code: machineNo.code };
  const { holder, member } = facts;
  if (holder && member && holder.member === member.member && !holder.isEnding) return { outcome: 'ended' };
  const no = whoMay.find(({ refuses }) => refuses(facts));
  return no ? { outcome: 'refused', code: no.code } : { outcome: 'granted' };
}

/** What is wrong with the first certificate that is not in order, in the order in which the machine lists them. */
function firstBad({ machine, member, isClockSet, today }: TapFacts): string | null {
  for (const wanted of machine?.requires ?? []) {
    const held = member?.certificates.find(({ certificate }) => certificate === wanted);
    if (!held) return 'certificate-missing';
    if (held.until === null) continue;
    if (!isClockSet) return 'clock-unset';
    if (held.until < today) return 'certificate-expired';
  }
  return null;
}

/** A job that somebody left there and that could go on, or does: nobody may wake it. A controller in alarm has none. */
function strangersJob({ machine, hasJob, activity }: TapFacts): boolean {
  return machine?.link !== 'none' && hasJob && !overOrUnseen.has(activity);
}

const overOrUnseen: ReadonlySet<Activity> = new Set(['unknown', 'check', 'alarm', 'estop', 'sleeping']);
