// Tells people who are not at a screen: that it is their turn, that their session ends soon, and stewards that an alarm was
// raised. Only those who gave an address of their own; each notice stands in the outbox and is never sent late.

import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { PersonNotice } from './notifier.ts';
import type { Message, Notifier, Person, Texts } from './ports.ts';

export type TellPeople = {
  readonly committer: Committer;
  readonly people: { byMember(member: string): Person | undefined };
  readonly notifier?: Notifier;
  readonly texts: Texts;
  readonly newId: () => string;
  readonly deliver: (message: Message) => void;
};

/** An alarm that is told later than this is found on the page. */
const alarmLifeMs = 30 * 60_000;
/** Of what speaks of no time. */
const usualLifeMs = 60_000;

/** @returns to be called at each change */
export function createTellPeople(box: TellPeople): (change: Change) => void {
  const { notifier, committer } = box;
  if (!notifier) return () => undefined;

  const tell = (notices: readonly PersonNotice[]): void => {
    const messages = notices.filter(({ member }) => {
      const person = box.people.byMember(member);
      return person !== undefined && notifier.reaches(person);
    });
    if (messages.length === 0) return;
    committer.commit([], { messages }).then(
      () => messages.forEach(box.deliver),
      // A failure was reported by the committer; the page tells it all the same.
      () => undefined,
    );
  };

  return (change) => {
    if (change.kind === 'told') tell(toldNotice(box, change));
    if (change.kind === 'entry' && change.body.type === 'alarm-raised')
      tell(alarmNotices(box, change.body.data));
  };
}

type Told = Extract<Change, { kind: 'told' }>;

function toldNotice(box: TellPeople, { member, told }: Told): readonly PersonNotice[] {
  const { code, machine, text, untilMs } = told;
  if (code !== 'turn-called' && code !== 'ends-soon') return [];
  const title = machineById(box.committer.durable(), machine)?.name ?? machine;
  const expiresAtMs = untilMs ?? box.committer.stamp().atMs + usualLifeMs;
  return [{ id: box.newId(), kind: 'notice', member, code, title, text, expiresAtMs }];
}

function alarmNotices(
  box: TellPeople,
  alarm: { readonly machine: string | null; readonly switch: string; readonly code: string },
): readonly PersonNotice[] {
  const state = box.committer.durable();
  const { atMs } = box.committer.stamp();
  const where =
    alarm.machine === null ? alarm.switch : (machineById(state, alarm.machine)?.name ?? alarm.machine);
  const text = box.texts.say('alarm-told', { where, code: alarm.code });
  return stewards(state).map((member) => ({
    ...{ id: box.newId(), kind: 'notice', member, code: 'alarm-raised' },
    ...{ title: where, text, expiresAtMs: atMs + alarmLifeMs },
  }));
}

const stewards = ({ members }: State): readonly string[] =>
  [...members.values()]
    .filter(
      ({ status, roles }) =>
        status === 'active' && roles.some((role) => role === 'steward' || role === 'admin'),
    )
    .map(({ member }) => member);
