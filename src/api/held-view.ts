// What a card tells of the running session beyond who holds it: for everybody what ends it next, for its holder also what
// it costs. What ends it because of money or of the member is nobody else's business.

import type { MachineCard } from '../contract/board.ts';
import type { EndCause } from '../domain/journal/entry.ts';
import type { Session } from '../domain/journal/state.ts';
import { currencyDigits } from '../domain/money.ts';
import type { HeldFacts } from '../gateway/gateway.ts';
import type { BoardSource } from './board-view.ts';
import { rfc3339 } from './instant.ts';

type Held = NonNullable<MachineCard['session']>;

const holdersOnly: ReadonlySet<EndCause> = new Set(['ceiling', 'certificate']);

export function heldView(
  { gateway, nowMs }: BoardSource,
  { session, mine, isKiosk = false }: { session: Session; mine: boolean; isKiosk?: boolean },
): Pick<Held, 'ends' | 'own'> {
  const facts = gateway.heldFacts(session.machine);
  if (facts === null) return { ends: null, own: null };
  const end = facts.ends.find(({ cause }) => mine || isKiosk || !holdersOnly.has(cause));
  const currency = gateway.state().workshop?.space.currency ?? 'EUR';
  return {
    ends: end ? { at: rfc3339(end.atMs), cause: end.trainer ? 'trainer' : end.cause } : null,
    own: mine ? ownView(facts, { currency, nowMs }) : isKiosk ? atKiosk(facts, { currency, nowMs }) : null,
  };
}

function ownView(
  facts: HeldFacts,
  { currency, nowMs }: { readonly currency: string; readonly nowMs: number },
): NonNullable<Held['own']> {
  const { price, ceilingMinor, costCode, canKeep, offeredUntilMs } = facts;
  return {
    costMinor: price === null ? null : price.minor.toString(),
    perHourMinor: (price?.perHourMinor ?? 0n).toString(),
    ...(price?.step && {
      nextStep: { at: rfc3339(nowMs + price.step.leftMs), minor: price.step.minor.toString() },
    }),
    ...(price?.cap && { cap: price.cap }),
    digits: currencyDigits(currency),
    ceilingMinor,
    costCode,
    costCodes: facts.costCodes.map(({ code, name }) => ({ code, name })),
    canKeep,
    offeredUntil: offeredUntilMs === null ? null : rfc3339(offeredUntilMs),
  };
}

/** The kiosk at the machine shows what the session costs; whom it is charged to is nobody's business but the holder's. */
const atKiosk = (facts: HeldFacts, now: Parameters<typeof ownView>[1]): NonNullable<Held['own']> => ({
  ...ownView(facts, now),
  costCode: null,
  costCodes: [],
});
