// What is recorded of one member, after their status was set where that is asked: at a gateway that runs, whose answer is
// checked before it is believed, or from the journal itself.

import type { Gateway, StatusOutcome } from '../gateway/gateway.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { MemberAnswer, MemberTold, MemberWish } from './member.ts';

type Source = Pick<Gateway, 'state' | 'person' | 'setStatus'>;

export async function memberHere(gateway: Source, wish: MemberWish): Promise<MemberAnswer> {
  const { handle, member, status } = wish;
  const outcome = status === null ? null : await gateway.setStatus({ member, status, by: 'console' });
  if (outcome && !outcome.ok) return { text: refusals[outcome.code](handle) };
  const person = gateway.person(member);
  const recorded = gateway.state().members.get(member);
  if (!person || !recorded) return { text: refusals['member-unknown'](handle) };
  return {
    ...{ handle, name: person.name, email: person.email, team: recorded.team, status: recorded.status },
    roles: recorded.roles,
    certificates: recorded.certificates.map((one) => ({ ...one, level: one.level ?? null })),
    plan: recorded.plan ?? null,
    from: recorded.from ?? null,
    until: recorded.until ?? null,
    tails: person.badges.map(({ tail }) => tail),
    ended: outcome ? outcome.ended : null,
  };
}

type Refused = Extract<StatusOutcome, { ok: false }>['code'];

const refusals: Readonly<Record<Refused, (handle: string) => string>> = {
  'member-unknown': (handle) => `No member has the handle "${handle}" any more.`,
  'admin-last': (handle) => `"${handle}" is the last administrator; make somebody else one first.`,
};

export async function memberThere(running: RunningGateway, wish: MemberWish): Promise<MemberAnswer> {
  const { handle, member, status } = wish;
  const path = `/api/members/${member}/status`;
  const set = status === null ? null : await askGateway(running, { method: 'PUT', path, body: { status } });
  if (set && !set.ok) return { text: problemText(set) };
  const listed = await askGateway(running, { method: 'GET', path: '/api/members' });
  if (!listed.ok) return { text: problemText(listed) };
  if (!Array.isArray(listed.said)) throw unknownAnswer(running);
  const said = listed.said.find((one) => fieldOf(one, 'member') === member);
  if (said === undefined) return { text: refusals['member-unknown'](handle) };
  const told = toTold(said, { handle, ended: set ? texts(fieldOf(set.said, 'ended')) : null });
  if (told === null) throw unknownAnswer(running);
  return told;
}

/** Null where it is not the shape that this command knows. */
function toTold(said: unknown, wish: Pick<MemberTold, 'handle' | 'ended'>): MemberTold | null {
  const [name, status] = [fieldOf(said, 'name'), fieldOf(said, 'status')];
  const [certificates, badges] = [fieldOf(said, 'certificates'), fieldOf(said, 'badges')];
  if (typeof name !== 'string' || typeof status !== 'string') return null;
  if (!Array.isArray(certificates) || !Array.isArray(badges)) return null;
  return {
    ...wish,
    ...{ name, status, email: text(fieldOf(said, 'email')), team: text(fieldOf(said, 'team')) },
    roles: texts(fieldOf(said, 'roles')),
    certificates: certificates.map((one) => ({
      certificate: text(fieldOf(one, 'certificate')) ?? '',
      until: text(fieldOf(one, 'until')),
      level: text(fieldOf(one, 'level')),
    })),
    plan: text(fieldOf(said, 'plan')),
    from: text(fieldOf(said, 'from')),
    until: text(fieldOf(said, 'until')),
    tails: texts(badges.map((one) => fieldOf(one, 'tail'))),
  };
}

const text = (said: unknown): string | null => (typeof said === 'string' ? said : null);

const texts = (said: unknown): readonly string[] =>
  Array.isArray(said) ? said.filter((one) => typeof one === 'string') : [];

const unknownAnswer = ({ url }: RunningGateway): Error =>
  new Error(
    `The gateway at ${url} answered what this command does not know; use that gateway's own version.`,
  );
