// What a steward says about an open alarm. Seen and false alarms stay, answered, until what raised them is over; one that
// is mended is over by that word, and is raised anew if it is still so.

import type { EntryBody } from '../domain/journal/entry.ts';
import { type AlarmAnswerWord, alarmRows } from '../domain/machine/alarm.ts';
import type { Committer } from './commit.ts';

/** `by`: a member key, or `console` or `admin-token`. */
export type AlarmAnswer = { readonly alarm: string; readonly by: string; readonly what: AlarmAnswerWord };

export type AlarmOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'alarm-unknown' | 'alarm-answered' };

export async function answerAlarm(committer: Committer, answer: AlarmAnswer): Promise<AlarmOutcome> {
  const { alarm, by, what } = answer;
  const open = committer.tentative().alarms.get(alarm);
  if (!open) return { ok: false, code: 'alarm-unknown' };
  if (open.answered !== null) return { ok: false, code: 'alarm-answered' };
  const isOver = what === 'mended' || alarmRows[open.code].ends === 'when-answered';
  const bodies: EntryBody[] = [{ type: 'alarm-answered', data: { alarm, by, what } }];
  if (isOver) bodies.push({ type: 'alarm-cleared', data: { alarm } });
  await committer.commit(bodies);
  return { ok: true };
}
