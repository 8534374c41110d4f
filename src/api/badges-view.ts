// Badges as they are shown, to their member or to a steward: never more of a number than its last characters.

import type { BadgeLost, BadgesAndPin } from '../contract/badges.ts';
import { isPinLocked } from '../domain/access/level.ts';
import type { BadgeLost as Lost } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import type { ApiOptions } from './options.ts';

type Asked = { readonly member: string; readonly changeable: boolean };

/** Null for somebody who is nobody any more. */
export function badgesView(
  { gateway, clock }: Pick<ApiOptions, 'gateway' | 'clock'>,
  { member, changeable }: Asked,
): BadgesAndPin | null {
  const person = gateway.person(member);
  const state = gateway.state();
  if (person === undefined) return null;
  const held = [...state.sessions.values()].filter(({ phase }) => phase === 'active');
  const badges = person.badges.map(({ badge, tail }) => ({
    badge,
    tail,
    holds: held.filter((session) => session.badge === badge).map(({ machine }) => machine),
  }));
  const isLocked = isPinLocked(state, member, { atMs: clock.wallMs() });
  const pin = person.pin === null ? 'none' : isLocked ? 'locked' : 'set';
  return { badges, pin, changeable };
}

/** What came of taking a badge away. */
export function lostView({ ended, untilMs }: Extract<Lost, { ok: true }>): BadgeLost {
  return { ended: [...ended], until: untilMs === null ? null : rfc3339(untilMs) };
}
