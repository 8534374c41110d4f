// What the queue would say to a member who tapped now, as one more row of "who may": the tap itself is not made.

import type { RefusalCode } from '../domain/access/refusal.ts';
import type { Asked } from '../domain/access/rule.ts';
import type { TapRequest } from '../domain/access/tap-decision.ts';
import { tapInTurn } from '../domain/access/tap-in-turn.ts';
import type { Stamp } from '../domain/time.ts';
import type { RuleRead } from './asked.ts';
import type { Texts } from './ports.ts';

/** @returns no row where the pool is not used in turn, or another session holds the machine: that is said already. */
export function readTurn(
  texts: Texts,
  { state, id, machine, member, session }: Asked,
  stamp: Stamp,
): readonly RuleRead[] {
  if (session !== undefined) return [];
  const request: TapRequest = {
    reader: machine.reader ?? '',
    tap: '',
    machine: id,
    badge: { badge: '', member: member.member, counter: null },
    replayed: false,
    pin: 'none',
    // It stands in no entry.
    newSession: 'asked',
  };
  const seat = tapInTurn(state, { request, id, machine, member, badge: '', isFree: true }, stamp);
  if (seat === null) return [];
  const asks = texts.say('rule.in-turn', {});
  if (seat.starts) return [{ rule: 'in-turn', asks, no: null, bypassed: false }];
  const { code: said, outcome, sentence = said, values, untilMs = null } = seat.decision;
  // A place in the queue is a no to whoever wants to begin now.
  const code: RefusalCode = outcome === 'refused' ? (said as RefusalCode) : 'machine-called';
  const no = {
    code,
    sentence: texts.say(sentence, values),
    remedy: texts.say(`remedy.${code}`, values),
    fromMs: null,
    untilMs,
  };
  return [{ rule: 'in-turn', asks, no, bypassed: false }];
}
