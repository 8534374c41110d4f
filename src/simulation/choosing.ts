// What a deed is, and how one is chosen with the world in sight. A deed that was chosen is plain data: it can be done again
// without the chance that chose it, and does nothing where the world has become another.

import type { TapWishes } from '../domain/access/tap-decision.ts';
import { cardOf } from './people.ts';
import type { SeededChance } from './seeded-chance.ts';
import type { World } from './world.ts';

export type Args = Readonly<Record<string, string | number | boolean | null>>;

/** What happens next: after a while, the row of that name, with what was chosen for it. */
export type Deed = { readonly waitMs: number; readonly name: string; readonly args: Args };

export type Choosing = {
  readonly world: World;
  readonly chance: SeededChance;
  /** Numbers taps and the like. */
  readonly count: number;
};

export type Row<A extends Args = Args> = {
  readonly name: string;
  /** How often, in comparison. */
  readonly weight: number;
  /** Null where nobody could do it now. */
  choose(choosing: Choosing): A | null;
  act(world: World, args: A): void;
};

export type TapArgs = {
  readonly reader: string;
  readonly card: string;
  readonly machine: string | null;
  readonly tap: string;
};

export function send(world: World, { reader, card, machine, tap }: TapArgs, wishes?: TapWishes): void {
  world.tap({ reader, badge: card, machine, tap, spelling: null, ...(wishes && { wishes }) });
}

/** Whoever asked hears of a fault of the disk; the world goes on. */
export const ignore = (): void => undefined;

export const person = ({ world, chance }: Choosing): number => chance.below(world.shop.members.length);

export const machineIds = (world: World): readonly string[] => world.shop.workshop.order;

export function tapAt({ world, count }: Choosing, machine: string, card: string): TapArgs | null {
  const reader = world.shop.workshop.machines[machine]?.reader ?? null;
  return reader === null ? null : { reader, card, machine, tap: `door:${count}` };
}

/** A machine that somebody holds, or that nobody does; null where there is none. */
export function someMachine({ world, chance }: Choosing, isHeld: boolean): string | null {
  const state = world.gateway()?.state();
  if (!state) return null;
  const found = machineIds(world).filter((id) => (state.sessions.get(id)?.phase === 'active') === isHeld);
  return found.length === 0 ? null : chance.pick(found);
}

/** A machine with the tap of whoever holds it; null where nobody does. */
export function tapOfHolder(choosing: Choosing): (TapArgs & { readonly machine: string }) | null {
  const gateway = choosing.world.gateway();
  const machine = someMachine(choosing, true);
  const member = gateway?.state().sessions.get(machine ?? '')?.member;
  const handle = member === undefined ? undefined : gateway?.person(member)?.handle;
  if (machine === null || handle === undefined) return null;
  const tap = tapAt(choosing, machine, cardOf(Number(handle.slice('person-'.length))));
  return tap && { ...tap, machine };
}
