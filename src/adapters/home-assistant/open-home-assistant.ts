// Keeps at the broker what Home Assistant finds our machines by, and how they are: each told again only when it changed, at
// most once a second. Machines that are described no more are taken away there with an empty message.

import type { State } from '../../domain/journal/state.ts';
import type { Readings } from '../../domain/machine/reading.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Clock, Meters } from '../../gateway/ports.ts';
import { discoveryOf, discoveryTopic, factsTopic } from './discovery-of.ts';
import { factsOf } from './facts-of.ts';

export type HomeAssistantOptions = {
  /** The first level of its discovery topics. */
  readonly prefix: string;
  readonly gateway: Pick<Gateway, 'state' | 'listen' | 'latestReadings'>;
  /** Keeps a message at the broker; an empty one takes it away. */
  readonly retain: (topic: string, payload: string) => Promise<void>;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly meters: Meters;
  readonly version: string;
  /** Left out: one second. */
  readonly settleMs?: number;
};

export type HomeAssistant = {
  /** It has subscribed to something: what is gone is told once more, because nobody keeps an empty message. */
  here(): void;
  close(): void;
};

const usualSettleMs = 1000;

export function openHomeAssistant(options: HomeAssistantOptions): HomeAssistant {
  const { gateway, clock, meters, prefix, version } = options;
  // Topic → what was said last; two for each machine that is described.
  const said = new Map<string, string>();
  // What switches measure is in no reading that the gateway keeps; bounded by the machines and two names each.
  const metered = new Map<string, Readings>();
  let timer: NodeJS.Timeout | null = null;
  let isNew = true;

  const say = (topic: string, payload: string): void => {
    if (said.get(topic) === payload) return;
    said.set(topic, payload);
    meters.count('home_assistant_messages_total');
    void options.retain(topic, payload);
  };

  const tellMachine = (state: State, machine: string, name: string): void => {
    const space = state.workshop?.space.name ?? 'Officina';
    say(discoveryTopic(prefix, machine), JSON.stringify(discoveryOf({ machine, name, space, version })));
    const readings = { ...gateway.latestReadings(machine), ...metered.get(machine) };
    const facts = factsOf({ state, machine, readings, atMs: clock.wallMs() });
    say(factsTopic(machine), JSON.stringify(facts));
  };

  /** Ids are never reused, and what a machine did outlives its description. */
  const takeAway = (state: State): void => {
    const described = state.workshop?.machines ?? {};
    for (const machine of new Set([...state.machines.keys(), ...state.care.keys()])) {
      if (Object.hasOwn(described, machine)) continue;
      metered.delete(machine);
      for (const topic of [discoveryTopic(prefix, machine), factsTopic(machine)]) {
        said.delete(topic);
        void options.retain(topic, '');
      }
    }
  };

  const settle = (): void => {
    timer = null;
    const state = gateway.state();
    if (isNew) takeAway(state);
    isNew = false;
    for (const [machine, { name }] of Object.entries(state.workshop?.machines ?? {}))
      tellMachine(state, machine, name);
  };

  const soon = (): void => {
    timer ??= setTimeout(settle, options.settleMs ?? usualSettleMs).unref();
  };

  const deaf = gateway.listen((change) => {
    if (change.kind === 'reading') {
      const before = metered.get(change.machine);
      const measured = electricIn(change.readings);
      if (measured) metered.set(change.machine, { ...before, ...measured });
    }
    if (change.kind === 'workshop') isNew = true;
    if (telling.has(change.kind)) soon();
  });
  soon();

  return {
    here() {
      isNew = true;
      soon();
    },
    close() {
      deaf();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

const telling: ReadonlySet<string> = new Set(['machine', 'reading', 'workshop', 'alarm', 'entry']);

/** Null where it measured nothing electric. */
function electricIn(readings: Readings): Readings | null {
  const { 'electric.power': power, 'electric.energy': energy } = readings;
  if (power === undefined && energy === undefined) return null;
  return {
    ...(power === undefined ? {} : { 'electric.power': power }),
    ...(energy === undefined ? {} : { 'electric.energy': energy }),
  };
}
