// A queue as one viewer may see it; nobody in it is named.

import type { QueueView } from '../contract/queue.ts';
import type { Gateway, QueueFacts, TicketFacts } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import type { Viewer } from './viewers.ts';

/** Null for a pool that is not used in turn. */
export function queueView(
  { queue }: Pick<Gateway, 'queue'>,
  viewer: Pick<Viewer, 'member'>,
  pool: string,
): QueueView | null {
  const facts: QueueFacts | null = queue({ pool, member: viewer.member });
  if (facts === null) return null;
  const { waiting, latestMs, mine } = facts;
  return { pool, waiting, latestStart: instantOf(latestMs), mine: mine && ticketView(mine) };
}

function ticketView(mine: TicketFacts): NonNullable<QueueView['mine']> {
  const { phase, machine, untilMs, place, latestMs, likelyMs, ahead, shorter, weight } = mine;
  return {
    phase,
    machine,
    until: instantOf(untilMs),
    place,
    latestStart: instantOf(latestMs),
    likelyStart: instantOf(likelyMs),
    ahead: ahead.map((one) => ({ ...one })),
    ...(weight && { weight: { ...weight } }),
    shorter: shorter && { ...shorter },
  };
}

const instantOf = (atMs: number | null): string | null => (atMs === null ? null : rfc3339(atMs));
