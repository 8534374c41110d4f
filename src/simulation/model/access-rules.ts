// Who may hold a machine, written from the README, the list of words and the records alone: the refusals in the order in
// which a member would want to hear them. It shares no code with the domain; where the two differ, one of them is wrong.

import type { Plan } from '../../domain/access/plan.ts';
import type { MemberRecorded } from '../../domain/journal/entry.ts';
import type { Activity, Mode } from '../../domain/machine/activity.ts';
import type { Machine, Space, Workshop } from '../../domain/machine/workshop.ts';
import { isShut } from './opening.ts';
import { lacksOf, learns, membershipNo, type Trained, teaches } from './training-rules.ts';
import { withTurns } from './turn-rules.ts';

/** All that matters of a tap at the moment when it is decided. */
export type TapFacts = {
  /** What the reader is at the entrance; null for one at machines. */
  readonly entrance: 'both' | 'out' | null;
  /** Machines that the reader opens. */
  readonly served: readonly string[];
  /** As the reader named it. */
  readonly named: string | null;
  readonly machine: Machine | null;
  /** Who holds the card, as recorded; null for a card that nobody holds. */
  readonly member: MemberRecorded | null;
  /** Local day on which each certificate was last used, or given. */
  readonly usedDay: Trained['usedDay'];
  readonly kinds: Workshop['certificates'];
  readonly plan: Plan | null;
  /** Who was refused there within a minute. */
  readonly learner: (Trained & { readonly plan: Plan | null; readonly isInside: boolean }) | null;
  readonly holder: Holder | null;
  readonly holderTrained: Trained | null;
  readonly hasJob: boolean;
  readonly activity: Activity;
  readonly isClockSet: boolean;
  /** Local day of the space. */
  readonly today: string;
  readonly atMs: number;
  readonly space: Pick<Space, 'hours' | 'quiet' | 'capacity'>;
  /** Whether this member counts as being in, and how many do. */
  readonly isInside: boolean;
  readonly inside: number;
  readonly mode: Mode;
  readonly isLocked: boolean;
  readonly hasLockingProblem: boolean;
  readonly isLatched: boolean;
  /** Why each monitor that is not good is not. */
  readonly badMonitors: readonly ('limit' | 'silent')[];
  /** Whether an open alarm says that power flows there. */
  readonly hasPowerAlarm: boolean;
  /** The pool of the machine is used in turn. */
  readonly inTurn: boolean;
  /** The tap asks to offer the machine. */
  readonly offers: boolean;
};

type Holder = {
  readonly member: string;
  /** Who teaches them; null in a session that is no lesson. */
  readonly trainer: string | null;
  readonly team: string | null;
  readonly isEnding: boolean;
  /** Since when it is offered to others; null while it is not. Monotonic, as below. */
  readonly offeredAgoMs: number | null;
  readonly heldMs: number;
};

/** `yes`, `no`, or what nobody outside can know. */
type Answer = 'yes' | 'no' | 'either';

type Rule = {
  /** More than one where the words of the rule leave it open. */
  readonly codes: readonly string[];
  readonly refuses: (facts: TapFacts) => boolean | Answer;
  /** Whether a steward goes past it. */
  readonly isHours?: true;
};

const one = (code: string, refuses: Rule['refuses']): Rule => ({ codes: [code], refuses });
const ofHours = (code: string, refuses: Rule['refuses']): Rule => ({ ...one(code, refuses), isHours: true });

function ofTraining(code: string): Rule {
  return one(code, (facts) => firstLack(facts) === code);
}

function ofMembership(code: string): Rule {
  return one(code, (facts) => facts.member !== null && membershipNo(facts, facts.member) === code);
}

const bounded: readonly Rule[] = [
  ofHours('clock-unset', (facts) => !facts.isClockSet && hasHours(facts)),
  ofHours('space-closed', ({ space, atMs }) => isShut(space.hours, atMs)),
];
const full = ofHours(
  'space-full',
  ({ space: { capacity }, isInside, inside }) => capacity !== undefined && !isInside && inside >= capacity,
);
const strangers = one('badge-unknown', ({ member }) => member === null);
const suspended = one('member-suspended', ({ member }) => member?.status === 'suspended');

/** At the entrance, of whoever is not inside. */
const atEntrance: readonly Rule[] = [
  one('entrance-leave-only', ({ entrance }) => entrance === 'out'),
  suspended,
  ...bounded,
  full,
];

/** Asked before anybody is looked at. */
const whichMachine: readonly Rule[] = [
  one('reader-unassigned', ({ served }) => served.length === 0),
  one('machine-unknown', ({ served, named }) => named !== null && !served.includes(named)),
  one('machine-ambiguous', ({ served, named }) => named === null && served.length > 1),
];

/** Asked of whoever does not hold the machine already: first the person, then the machine. */
const whoMay: readonly Rule[] = [
  strangers,
  suspended,
  ofMembership('clock-unset'),
  ofMembership('membership-not-begun'),
  ofMembership('membership-ended'),
  ofTraining('certificate-missing'),
  ofTraining('certificate-level'),
  ofTraining('clock-unset'),
  ofTraining('certificate-expired'),
  ofTraining('certificate-unused'),
  ofHours('clock-unset', ({ plan, isClockSet }) => plan?.hours !== undefined && !isClockSet),
  ofHours('plan-hours', ({ plan, atMs }) => isShut(plan?.hours && { open: plan.hours, closed: [] }, atMs)),
  one('machine-locked', ({ isLocked }) => isLocked),
  one('machine-problem', ({ hasLockingProblem }) => hasLockingProblem),
  one('machine-out-of-order', ({ mode }) => mode === 'out-of-order'),
  one('machine-retired', ({ mode }) => mode === 'retired'),
  one('machine-in-maintenance', (facts) => facts.mode === 'maintenance' && !isSteward(facts)),
  ...bounded,
  ofHours('machine-closed', ({ machine, atMs }) => isShut(machine?.hours, atMs)),
  ofHours('quiet-hours', isQuietTime),
  full,
  one('machine-ending', ({ holder }) => holder?.isEnding === true),
  one('machine-in-use', (facts) => facts.holder !== null && !takesOver(facts)),
  one('machine-latched', ({ isLatched }) => isLatched),
  { codes: ['monitor-bad'], refuses: ({ badMonitors }) => mayBe(badMonitors, 'limit') },
  { codes: ['monitor-silent'], refuses: ({ badMonitors }) => mayBe(badMonitors, 'silent') },
  one('job-held', (facts) => !takesOver(facts) && strangersJob(facts)),
  one('self-check-failed', runsAlready),
  one(
    'people-missing',
    ({ machine, isInside, inside }) => inside + (isInside ? 0 : 1) < (machine?.people ?? 1),
  ),
];

/** The trainer answers for what the learner lacks; what runs there runs under the eyes of both. */
const besideTrainer = whoMay.filter(
  ({ codes }) => !codes.some((code) => code.startsWith('certificate-') || code === 'self-check-failed'),
);

/** What may become of a tap, in one word or `refused <code>`; several where nobody outside can know which. */
export function expectTap(facts: TapFacts): readonly string[] {
  if (facts.entrance !== null) return atTheEntrance(facts);
  const which = asked(whichMachine, facts);
  if (!which.isPassed) return which.refusals;
  const { holder, member } = facts;
  const isOwn = member !== null && (holder?.member === member.member || holder?.trainer === member.member);
  if (holder && isOwn && !holder.isEnding) return ofHolder(facts, holder);
  const words = ofAnother(facts);
  return facts.inTurn ? withTurns(words) : words;
}

/** Of whoever does not hold the machine: a lesson, or any other tap. */
function ofAnother(facts: TapFacts): readonly string[] {
  const taught = lessonIn(facts);
  if (taught !== null) {
    const may = asked(taught.rules, taught.facts);
    // Also where nobody outside can know whether it is a lesson: then it is one, or judged as any other tap.
    if (may.isPassed && may.refusals.length === 0 && taught.isSure) return ['granted'];
    if (may.isPassed) return ['granted', ...asAnyOther(facts)];
  }
  return asAnyOther(facts);
}

function asAnyOther(facts: TapFacts): readonly string[] {
  const who = asked(whoMay, facts);
  const words = who.isPassed ? [...who.refusals, takesOver(facts) ? 'handed-over' : 'granted'] : who.refusals;
  return words;
}

function atTheEntrance(facts: TapFacts): readonly string[] {
  const known = asked([strangers], facts);
  if (!known.isPassed) return known.refusals;
  if (facts.isInside) return ['left'];
  const may = asked(atEntrance, facts);
  return may.isPassed ? [...may.refusals, 'entered'] : may.refusals;
}

/** Who is asked whether they are still there keeps the machine by the tap. When they are is seen from inside alone. */
function ofHolder({ offers, machine }: TapFacts, { heldMs }: Holder): readonly string[] {
  if (offers) return ['offered'];
  const mayIdle = machine?.idle !== undefined && heldMs >= machine.idle.afterS * 1_000;
  return mayIdle ? ['ended', 'kept'] : ['ended'];
}

/** All refusals up to the first that is certain. */
function asked(
  rules: readonly Rule[],
  facts: TapFacts,
): { readonly refusals: readonly string[]; readonly isPassed: boolean } {
  const refusals: string[] = [];
  for (const { codes, refuses, isHours } of rules) {
    if (isHours && isSteward(facts)) continue;
    const no = refuses(facts);
    if (no === false || no === 'no') continue;
    refusals.push(...codes.map((code) => `refused ${code}`));
    if (no !== 'either') return { refusals, isPassed: false };
  }
  return { refusals, isPassed: true };
}

const isSteward = ({ member }: TapFacts): boolean =>
  member?.roles.some((role) => role === 'steward' || role === 'admin') ?? false;

const hasHours = ({ space, machine }: TapFacts): boolean =>
  space.hours !== undefined ||
  machine?.hours !== undefined ||
  (machine?.noisy === true && space.quiet !== undefined);

function isQuietTime({ machine, space, atMs }: TapFacts): Answer {
  if (machine?.noisy !== true || space.quiet === undefined) return 'no';
  const shut = isShut({ open: space.quiet, closed: [] }, atMs);
  return shut === 'either' ? 'either' : shut === 'yes' ? 'no' : 'yes';
}

/** Offered within the last minute, or of the same team where that is enough. */
function takesOver({ holder, member, machine }: TapFacts): boolean {
  if (!holder || holder.isEnding || !member || member.member === holder.member) return false;
  if (holder.offeredAgoMs !== null && holder.offeredAgoMs < 60_000) return true;
  return machine?.handOver === 'team' && member.team !== null && member.team === holder.team;
}

/** Where several are bad the most pressing is told, and all that is certain is that it is one of them. */
function mayBe(bad: TapFacts['badMonitors'], why: 'limit' | 'silent'): Answer {
  if (!bad.includes(why)) return 'no';
  return bad.every((other) => other === why) || why === 'silent' ? 'yes' : 'either';
}

/** Power that flows though the switch says off is measured, and stands in no entry before it has lasted. */
function runsAlready(facts: TapFacts): Answer {
  const { machine, holder, activity, hasPowerAlarm } = facts;
  if (!machine?.selfCheck || takesOver(facts)) return 'no';
  if (holder === null && (movingOnes.has(activity) || hasPowerAlarm)) return 'yes';
  return 'no';
}

const movingOnes: ReadonlySet<Activity> = new Set([
  'starting',
  'homing',
  'jogging',
  'busy',
  'running',
  'heating',
  'pausing',
  'resuming',
  'cancelling',
]);

/** What the first certificate lacks that is not in order, in the order in which they are to be learnt. */
const firstLack = (facts: TapFacts): string | undefined =>
  facts.member ? lacksOf(facts, { member: facts.member, usedDay: facts.usedDay })[0]?.code : undefined;

type Lesson = { readonly facts: TapFacts; readonly rules: readonly Rule[]; readonly isSure: boolean };

/** The lesson that this tap would begin, as the facts of its learner; null where it would begin none. */
function lessonIn(facts: TapFacts): Lesson | null {
  const { member, usedDay, plan, isInside, holder, holderTrained, hasJob, learner: waiting } = facts;
  if (member === null) return null;
  const tapping = { member, usedDay };
  if (holder === null) {
    const learning = waiting && learns(facts, waiting);
    if (!waiting || !learning || waiting.member.member === member.member) return null;
    return teaches(facts, tapping, learning)
      ? { facts: { ...facts, ...waiting }, rules: besideTrainer, isSure: true }
      : null;
  }
  // The trainer was first; how long ago, and whether their power is sure, is not seen from outside after a start.
  const learning = learns(facts, tapping);
  if (holder.isEnding || holder.trainer !== null || hasJob || !holderTrained || !learning) return null;
  const isLate = holder.heldMs > 60_000 && holder.heldMs !== Number.POSITIVE_INFINITY;
  if (isLate || !teaches(facts, holderTrained, learning)) return null;
  const alone = { ...facts, member, usedDay, plan, isInside, holder: null };
  return { facts: alone, rules: besideTrainer, isSure: false };
}

/** A job that somebody left there and that could go on, or does: nobody may wake it. A controller in alarm has none. */
function strangersJob({ machine, hasJob, activity }: TapFacts): boolean {
  return machine?.link !== 'none' && hasJob && !overOrUnseen.has(activity);
}

const overOrUnseen: ReadonlySet<Activity> = new Set(['unknown', 'check', 'alarm', 'estop', 'sleeping']);
