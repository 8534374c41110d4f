// What a kiosk is told of the person who unlocked it: what stands against a start, what it costs, whom it may be charged
// to, and their place in the queue. Nothing of it is kept.

import type { KioskVisit } from '../contract/kiosk.ts';
import { neededFor } from '../domain/access/level.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { accessView } from './access.ts';
import type { Visit } from './kiosk-visits.ts';
import type { Parts } from './parts.ts';
import { priceView } from './price.ts';
import { queueView } from './queue-view.ts';
import type { Viewer } from './viewers.ts';

/** Null where the member or the machine is there no more. */
export function kioskVisit(
  { options }: Pick<Parts, 'options'>,
  kiosk: Viewer,
  visit: Visit,
): KioskVisit | null {
  const { gateway, clock } = options;
  const { machine, who, untilMonoMs } = visit;
  const { member } = who;
  const described = machineById(gateway.state(), machine);
  const access = gateway.access({ member, machine, at: null });
  const price = gateway.price({ machine, member });
  const choices = gateway.kioskChoices(member);
  if (!described || !access.ok || !price.ok || choices === null) return null;
  const session = gateway.state().sessions.get(machine);
  const needed = neededFor(described.level ?? 'uid', who.proven);
  return {
    name: access.access.name,
    machine,
    leftMs: Math.max(0, Math.round(untilMonoMs - clock.monoMs())),
    holds: session?.member === member && session.phase === 'active',
    needsPin: needed.pin && !who.pinRight,
    access: accessView(access.access),
    price: priceView(machine, price),
    costCode: choices.costCode,
    costCodes: choices.costCodes.map(({ code, name }) => ({ code, name })),
    queue: queueView(gateway, { ...kiosk, member }, described.pool),
  };
}
