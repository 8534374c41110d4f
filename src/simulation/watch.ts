// The witness of a simulated life. It follows the disk entry by entry and hands each to every invariant; it trusts nothing
// that the gateway says of itself, only the disk, the relays and the stopwatch.

import { apply } from '../domain/journal/apply.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { emptyState, type State } from '../domain/journal/state.ts';
import type { Change, Tap } from '../gateway/gateway.ts';
import type { TapAnswer } from '../gateway/ports.ts';
import { invariants } from './invariants.ts';
import { createKnown, type Known } from './model/known.ts';
import type { Order, Relay } from './relays.ts';
import type { World } from './world.ts';

/** What an invariant may look at. */
type Scene = {
  readonly world: World;
  /** What the disk says, by replay; entries are judged before it knows them. */
  readonly shadow: State;
  /** What the model knows by itself; entries are judged before it knows them. */
  readonly known: Known;
  /** When an entry was decided, by the stopwatch. */
  trueMs(entry: Entry): number;
};

type Told = Extract<Change, { kind: 'told' }>['told'];

/** What an invariant wants to see; each throws `Broken`. */
type Judge = {
  /** The entry is on the disk; the shadow is still as it was before. */
  entry?(entry: Entry): void;
  /** The shadow has just taken the entry in. */
  after?(entry: Entry): void;
  order?(order: Order, relay: Relay): void;
  tap?(tap: Tap): void;
  answer?(tap: Tap, answer: TapAnswer): void;
  /** What a member is told of their session without having asked. */
  told?(told: Told): void;
  /** After every step. */
  step?(): void;
  /** Slow proofs, at times and at the end. */
  all?(): void;
};

export type Invariant = {
  /** As in the design. */
  readonly number: number;
  readonly says: string;
  readonly judge: (scene: Scene) => Judge;
};

export type Watch = Required<Omit<Judge, 'entry' | 'after'>> & {
  readonly shadow: State;
  /** How many judgements were made. */
  readonly judged: () => number;
};

export function createWatch(world: () => World): Watch {
  const shadow = emptyState('gateway-1');
  const known = createKnown();
  const bootAtMs = new Map<string, number>();
  const scene: Scene = {
    get world() {
      return world();
    },
    shadow,
    known,
    trueMs: ({ boot, monoMs }) => (bootAtMs.get(boot) ?? 0) + monoMs,
  };
  const judges = invariants.map(({ judge }) => judge(scene));
  const those = <K extends keyof Judge>(hook: K): readonly NonNullable<Judge[K]>[] =>
    judges.flatMap((judge) => (judge[hook] === undefined ? [] : [judge[hook] as NonNullable<Judge[K]>]));
  const hooks = {
    entry: those('entry'),
    after: those('after'),
    order: those('order'),
    tap: those('tap'),
    answer: those('answer'),
    told: those('told'),
    step: those('step'),
    all: those('all'),
  };
  let judged = 0;
  let broken: unknown = null;

  /** Takes in what has come onto the disk since, up to `untilSeq`. */
  const follow = (untilSeq = Number.POSITIVE_INFINITY): void => {
    const entries = world().disk.entries();
    for (let entry = entries[shadow.seq]; entry && entry.seq <= untilSeq; entry = entries[shadow.seq]) {
      if (entry.type === 'gateway-booted')
        bootAtMs.set(entry.data.boot, world().clock.trueMs() - world().clock.monoMs());
      for (const judge of hooks.entry) judge(entry);
      known.follow(entry, world().shop.workshop);
      apply(shadow, entry);
      for (const judge of hooks.after) judge(entry);
      judged += hooks.entry.length + hooks.after.length;
    }
  };
  /** Called from within the gateway, which would take what is thrown for a broken device: kept for `step`. */
  const later = (judge: () => void): void => {
    judged += 1;
    try {
      judge();
    } catch (fault) {
      broken ??= fault;
    }
  };

  return {
    shadow,
    judged: () => judged,
    order: (order, relay) =>
      later(() => {
        // What the gateway goes by must be on the disk; the disk may be ahead of it by the rest of a group.
        const seq = world().gateway()?.state().seq ?? 0;
        follow(seq);
        for (const judge of hooks.order) judge(order, relay);
      }),
    tap: (tap) =>
      later(() => {
        for (const judge of hooks.tap) judge(tap);
      }),
    answer: (tap, answer) =>
      later(() => {
        follow();
        for (const judge of hooks.answer) judge(tap, answer);
      }),
    told: (told) =>
      later(() => {
        for (const judge of hooks.told) judge(told);
      }),
    step() {
      if (broken !== null) throw broken;
      follow();
      for (const judge of hooks.step) judge();
      judged += hooks.step.length;
    },
    all() {
      for (const judge of hooks.all) judge();
      judged += hooks.all.length;
    },
  };
}
