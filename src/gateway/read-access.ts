// What stands between a member and a machine, rule by rule, with what would help: the same chain of rules as at a tap, on what
// is durable, and nothing is written. Another time may be asked for; everything else is then as it is now.

import { certificateKind, certificateName } from '../domain/access/certificate.ts';
import { isTeachable } from '../domain/access/lesson.ts';
import type { No, RefusalCode } from '../domain/access/refusal.ts';
import type { Asked } from '../domain/access/rule.ts';
import { isStaff, rules } from '../domain/access/rules.ts';
import { formatInstant, readTime } from '../domain/local-time.ts';
import { machineById, modeOf } from '../domain/machine/lookup.ts';
import type { Stamp } from '../domain/time.ts';
import type { AccessOutcome, AccessRead, AccessWish, RuleRead } from './asked.ts';
import type { Committer } from './commit.ts';
import { flowingAt } from './flowing-at.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Texts } from './ports.ts';
import { readTurn } from './read-turn.ts';
import type { SwitchTruthsKeeper } from './switch-truths.ts';

export type ReadAccess = {
  readonly committer: Pick<Committer, 'tentative' | 'durable' | 'stamp'>;
  readonly truths: Pick<SwitchTruthsKeeper, 'facts'>;
  readonly people: Pick<PeopleIndex, 'byMember' | 'byHandle'>;
  readonly texts: Texts;
};

export function readAccess(box: ReadAccess, wish: AccessWish): AccessOutcome {
  const state = box.committer.durable();
  const machine = machineById(state, wish.machine);
  if (!machine) return { ok: false, code: 'machine-unknown', readings: [] };
  const person = box.people.byMember(wish.member) ?? box.people.byHandle(wish.member);
  const member = person && state.members.get(person.member);
  if (!person || !member) return { ok: false, code: 'member-unknown', readings: [] };
  const stamp = box.committer.stamp();
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const at = wish.at === null ? { ok: true as const, atMs: stamp.atMs } : readTime(wish.at, timezone);
  if (!at.ok) {
    const readings = at.readingsMs.map((atMs) => formatInstant(atMs, timezone));
    return { ok: false, code: at.code, readings };
  }
  const held = state.sessions.get(wish.machine);
  // Whoever holds it may hold it.
  const session = held?.member === member.member && held.phase === 'active' ? undefined : held;
  const now = { atMs: at.atMs, monoMs: stamp.monoMs };
  const flows = flowingAt(box, [wish.machine]).length > 0;
  const mode = modeOf(state, wish.machine);
  const here = { state, member, id: wish.machine, machine, session, flows, mode };
  const asked: Asked = { ...here, takesOver: false, stamp: now };
  const { name } = person;
  return {
    ok: true,
    access: { member: member.member, name, machine: wish.machine, ...judged(box, asked, stamp) },
  };
}

type Judged = Omit<AccessRead, 'member' | 'name' | 'machine'>;

function judged({ texts }: ReadAccess, asked: Asked, now: Stamp): Judged {
  const teachable = isTeachable(asked);
  const ofRules = rules.map((row): RuleRead => {
    const no = row.asks(asked);
    const asks = texts.say(`rule.${row.name}`, {});
    const isStaffs = row.bypass === 'steward' && isStaff(asked.member);
    if (no === null) return { rule: row.name, asks, no: null, bypassed: false };
    const sentence = { sentence: texts.say(no.code, no.values), remedy: remedyOf(texts, no, teachable) };
    const when = { fromMs: no.fromMs ?? null, untilMs: no.untilMs ?? null };
    return { rule: row.name, asks, no: { code: no.code, ...sentence, ...when }, bypassed: isStaffs };
  });
  // Of the queue as it is now, whatever hour is asked about.
  const read = [...ofRules, ...readTurn(texts, asked, now)];
  const first = read.find(({ no, bypassed }) => no !== null && !bypassed)?.no ?? null;
  const bypassed = read.flatMap(({ no, bypassed: past }): RefusalCode[] => (no && past ? [no.code] : []));
  return { may: first === null, no: first, bypassed, rules: read, lessons: lessonsOf(asked) };
}

/** Where a trainer could open it at once, that is the shorter way. */
function remedyOf(texts: Texts, { code, values }: No, teachable: boolean): string {
  const lacks = code === 'certificate-missing' || code === 'certificate-level';
  return texts.say(lacks && teachable ? 'remedy.lesson-offered' : `remedy.${code}`, values);
}

/** How far a learner has come, for certificates that are earned by lessons. */
function lessonsOf({ state, member }: Asked): AccessRead['lessons'] {
  return [...(state.lessons.get(member.member) ?? [])].map(([certificate, sessions]) => ({
    certificate,
    name: certificateName(state.workshop, certificate),
    sessions,
    needed: certificateKind(state.workshop, certificate)?.supervised?.sessions ?? null,
  }));
}
