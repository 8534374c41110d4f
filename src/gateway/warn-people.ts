// The notice to the reader of a machine that lacks people: it goes with the entry that says so, in the same transaction.

import type { EntryBody } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Clock, Message, Texts } from './ports.ts';

export type WarnPeople = {
  readonly texts: Texts;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly newId: () => string;
};

/** After this the session has ended, or people are back. */
const noticeLifeMs = 60_000;

export function peopleNotices(
  box: WarnPeople,
  state: State,
  bodies: readonly EntryBody[],
): readonly Message[] {
  return bodies.flatMap((body) => {
    if (body.type !== 'people-short') return [];
    const { machine, session, present, needed } = body.data;
    const described = machineById(state, machine);
    if (!described || described.reader === null) return [];
    const expiresAtMs = box.clock.wallMs() + noticeLifeMs;
    const text = box.texts.say('people-short', { machine: described.name, present, needed });
    // It answers no tap.
    const answer = { tap: '', outcome: 'notice', code: null, text, machine, session } as const;
    const id = box.newId();
    return [
      {
        id,
        kind: 'answer',
        reader: described.reader,
        expiresAtMs,
        answer: { ...answer, untilMs: expiresAtMs },
      },
    ];
  });
}
