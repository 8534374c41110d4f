// A queue as one viewer may see it: everybody sees who stands where and until when a place is kept; by name only those
// who chose to be shown.

import type { QueueView, ReasonView } from '../contract/queue.ts';
import { localDate } from '../domain/time.ts';
import type {
  Gateway,
  PlaceFacts,
  QueueFacts,
  ReasonFacts,
  StandingFacts,
  TicketFacts,
} from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import { mayName } from './may-name.ts';
import type { Viewer } from './viewers.ts';

type QueueSource = Pick<Gateway, 'queue' | 'state' | 'person'>;
type Asked = { readonly gateway: QueueSource; readonly viewer: Viewer };

/** Null for a pool that is not used in turn. */
export function queueView(gateway: QueueSource, viewer: Viewer, pool: string): QueueView | null {
  const facts: QueueFacts | null = gateway.queue({ pool, member: viewer.member });
  if (facts === null) return null;
  const asked = { gateway, viewer };
  const { waiting, latestMs, line, mine } = facts;
  return {
    pool,
    waiting,
    latestStart: instantOf(latestMs),
    line: line.map((place) => placeView(asked, place)),
    mine: mine && ticketView(asked, mine),
  };
}

function placeView(asked: Asked, place: PlaceFacts): QueueView['line'][number] {
  const { member, phase, machine, untilMs, latestMs } = place;
  return {
    member: nameOf(asked, member),
    mine: asked.viewer.member === member,
    ...(asked.viewer.scopes.has('sessions:end') && { key: member }),
    phase,
    machine,
    until: instantOf(untilMs),
    latestStart: instantOf(latestMs),
  };
}

function nameOf({ gateway, viewer }: Asked, member: string): string | null {
  return mayName({ gateway }, viewer, member) ? (gateway.person(member)?.name ?? null) : null;
}

function ticketView(asked: Asked, mine: TicketFacts): NonNullable<QueueView['mine']> {
  const { phase, machine, untilMs, place, latestMs, likelyMs, minutes, ahead, reasons, shorter, weight } =
    mine;
  return {
    phase,
    machine,
    until: instantOf(untilMs),
    place,
    latestStart: instantOf(latestMs),
    likelyStart: instantOf(likelyMs),
    minutes,
    ahead: ahead.map((one) => ({ ...one })),
    ...(weight && { weight: { ...weight } }),
    reasons: reasons.map((reason) => reasonView(asked, reason)),
    shorter: shorter && { ...shorter },
  };
}

function reasonView(asked: Asked, reason: ReasonFacts): ReasonView {
  const member = nameOf(asked, reason.member);
  if ('blocker' in reason) {
    const { code, blocker, leftMs, takesMs } = reason;
    const budget = { of: nameOf(asked, blocker), leftS: secondsOf(leftMs), takesS: secondsOf(takesMs) };
    return { member, code, uses: null, budget };
  }
  const { code, between, theirs, mine } = reason;
  const uses = { between, theirs: standingView(asked, theirs), mine: standingView(asked, mine) };
  return { member, code, uses, budget: null };
}

type UseView = NonNullable<ReasonView['uses']>['mine'];

function standingView({ gateway }: Asked, { usedMs, weight, sinceMs, heaviest }: StandingFacts): UseView {
  const timezone = gateway.state().workshop?.space.timezone ?? 'UTC';
  return {
    usedS: secondsOf(usedMs),
    weight,
    since: rfc3339(sinceMs),
    heaviest: heaviest.map(({ atMs, countsMs }) => ({
      // The hour would tell who it was.
      day: localDate(atMs, timezone),
      countsS: secondsOf(countsMs),
    })),
  };
}

const secondsOf = (ms: number): number => Math.floor(ms / 1000);

const instantOf = (atMs: number | null): string | null => (atMs === null ? null : rfc3339(atMs));
