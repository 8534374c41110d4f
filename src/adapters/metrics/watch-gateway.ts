// What the gateway knows of its machines, devices, queues and itself, as series for Prometheus. Read when the page is asked
// for; no member and no session is named.

import { shownAt } from '../../domain/access/shown-at.ts';
import type { State } from '../../domain/journal/state.ts';
import { activities } from '../../domain/machine/activity.ts';
import { shownOrder } from '../../domain/machine/shown.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Clock } from '../../gateway/ports.ts';
import type { Prometheus, Reading } from './prometheus.ts';

export type WatchGateway = {
  readonly meters: Pick<Prometheus, 'gauge' | 'series'>;
  readonly gateway: Pick<Gateway, 'state' | 'devices' | 'health' | 'waitingMessages'>;
  readonly clock: Pick<Clock, 'wallMs'>;
};

export function watchGateway({ meters, gateway, clock }: WatchGateway): void {
  const state = (): State => gateway.state();
  meters.gauge('healthy', () => Number(gateway.health().ok));
  meters.series('health_reason', 'gauge', () =>
    gateway.health().reasons.map(({ code }) => ({ labels: { code }, value: 1 })),
  );
  meters.gauge('journal_position', () => state().seq);
  meters.gauge('outbox_messages', () => gateway.waitingMessages());
  meters.gauge('alarms_open', () => state().alarms.size);
  meters.series('machine_link_up', 'gauge', () =>
    machinesOf(state()).map((machine) => ({
      labels: { machine },
      value: Number(state().machines.get(machine)?.link === 'up'),
    })),
  );
  meters.series('machine_activity', 'gauge', () =>
    machinesOf(state()).flatMap((machine) =>
      oneOf(activities, state().machines.get(machine)?.activity ?? 'unknown', (activity) => ({
        machine,
        activity,
      })),
    ),
  );
  meters.series('machine_shown', 'gauge', () =>
    machinesOf(state()).flatMap((machine) =>
      oneOf(shownOrder, shownAt(state(), machine, { atMs: clock.wallMs() }).shown, (shown) => ({
        machine,
        shown,
      })),
    ),
  );
  meters.series('sessions', 'gauge', () => sessionsByPhase(state()));
  meters.series('queue_waiting', 'gauge', () => waitingByPool(state()));
  meters.series('device_up', 'gauge', () =>
    gateway.devices().map(({ role, id, there }) => ({ labels: { role, device: id }, value: Number(there) })),
  );
}

const machinesOf = ({ workshop }: State): readonly string[] => Object.keys(workshop?.machines ?? {});

/** A series for each word, 1 for the one that holds: a word that ends is then seen to end. */
const oneOf = <Word extends string>(
  words: readonly Word[],
  holds: Word,
  labels: (word: Word) => Readonly<Record<string, string>>,
): readonly Reading[] => words.map((word) => ({ labels: labels(word), value: Number(word === holds) }));

const phases = ['active', 'finishing', 'cooling', 'darkening'] as const;

function sessionsByPhase({ sessions }: State): readonly Reading[] {
  const found = [...sessions.values()].map(({ phase }) => phase);
  return phases.map((phase) => ({ labels: { phase }, value: found.filter((one) => one === phase).length }));
}

function waitingByPool({ schedule }: State): readonly Reading[] {
  return [...schedule.queues].map(([pool, { tickets }]) => ({
    labels: { pool },
    value: [...tickets.values()].filter(({ phase }) => phase === 'callable').length,
  }));
}
