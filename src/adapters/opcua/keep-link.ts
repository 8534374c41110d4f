// Keeps one machine in view for ever. Whatever goes wrong, everything of the attempt is torn down before the next one
// begins, so that there is never more than one client per machine; our own watchdog finds a server that has fallen
// silent without saying so.

import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import { LinkFault, toLinkFault } from '../../edge/link-fault.ts';
import { alarmOn, type Timers } from '../../edge/timers.ts';
import type { Heard } from './hear-machine.ts';
import type { OpenedMachine, OpenMachine } from './machine-opener.ts';
import type { OpenedClient } from './open-client.ts';
import type { WatchEvents } from './watch-machine.ts';
import type { Pace } from './worker-messages.ts';

type LinkEvents = {
  readonly up: (name: string, troubles: readonly ServerTrouble[]) => void;
  /** While it is up: what somebody should know has been looked at again. */
  readonly rechecked: (troubles: readonly ServerTrouble[]) => void;
  readonly heard: (heard: Heard) => void;
  readonly permission: WatchEvents['permission'];
  readonly alive: () => void;
  /** Also after a failed attempt. */
  readonly down: (fault: LinkFault) => void;
};

export type KeepLinkOptions = {
  readonly open: OpenMachine;
  readonly pace: Pace;
  readonly timers: Timers;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly events: LinkEvents;
};

/** A server that is to be silent for longer than this would be noticed too late. */
const longestSilenceMs = 300_000;
/** So much of each delay is left to chance, lest all machines of a workshop come at once after a power cut. */
const jitter = 0.3;
/** A server that answers is given so long to take leave. */
const politeMs = 1_000;

export type KeptLink = {
  /** The machine, while it is open. */
  machine(): OpenedMachine | null;
  close(): Promise<void>;
};

/** Begins at once. */
export function keepLink(options: KeepLinkOptions): KeptLink {
  const { pace, timers, random, events } = options;
  let closing = false;
  let interrupt: () => void = () => undefined;
  let current: Attempt | null = null;

  async function run(): Promise<void> {
    let retryMs = pace.retryMs;
    while (!closing) {
      const attempt = begin(options);
      interrupt = attempt.giveUp;
      current = attempt;
      const fault = await attempt.over;
      current = null;
      if (!closing) events.down(fault);
      await attempt.end();
      if (closing) return;
      if (attempt.wasProven()) retryMs = pace.retryMs;
      await pause(retryMs * (1 - jitter + 2 * jitter * random()));
      retryMs = Math.min(retryMs * 2, pace.longestRetryMs);
    }
  }

  const pause = (delayMs: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const callOff = timers.after(delayMs, resolve);
    interrupt = () => {
      callOff();
      resolve();
    };
    return promise;
  };

  const running = run();
  return {
    machine: () => current?.machine() ?? null,
    close() {
      closing = true;
      interrupt();
      return running;
    },
  };
}

type Attempt = {
  /** Resolves when it has failed or ended; never rejects. */
  readonly over: Promise<LinkFault>;
  giveUp(): void;
  machine(): OpenedMachine | null;
  /** It held for longer than the longest delay. */
  wasProven(): boolean;
  /** Resolves when nothing of it is left. */
  end(): Promise<void>;
};

function begin({ open, pace, timers, events }: KeepLinkOptions): Attempt {
  const clients = new Set<OpenedClient>();
  const { promise: over, resolve } = Promise.withResolvers<LinkFault>();
  const alarms = { silence: alarmOn(timers), recheck: alarmOn(timers), proven: alarmOn(timers) };
  let isOver = false;
  let isProven = false;
  let machine: OpenedMachine | null = null;
  /** Null until the machine is open: till then the whole attempt must not take too long. */
  let silenceMs: number | null = null;

  const fail = (fault: LinkFault): void => {
    isOver = true;
    for (const alarm of Object.values(alarms)) alarm.off();
    resolve(fault);
  };
  const watchSilence = (): void =>
    alarms.silence.set(silenceMs ?? pace.attemptMs, () => fail(new LinkFault('server-silent')));
  const opened = (found: OpenedMachine): void => {
    machine = found;
    silenceMs = Math.min(3 * found.keepAliveMs, longestSilenceMs);
    watchSilence();
    alarms.proven.set(pace.longestRetryMs, () => {
      isProven = true;
    });
    recheckLater({ machine: found, pace, alarm: alarms.recheck, events, fail });
    events.up(found.name, found.troubles());
  };

  watchSilence();
  open({
    events: {
      heard: (heard) => isOver || events.heard(heard),
      permission: (on, fault) => isOver || events.permission(on, fault),
      alive() {
        if (isOver) return;
        if (silenceMs !== null) watchSilence();
        events.alive();
      },
      ended: () => fail(new LinkFault('link-lost')),
    },
    onClient(client) {
      if (isOver) throw new LinkFault('link-lost');
      clients.add(client);
    },
  })
    .then((found) => isOver || opened(found))
    .catch((fault) => fail(toLinkFault(fault, 'link-lost')));
  return {
    over,
    giveUp: () => fail(new LinkFault('link-lost')),
    machine: () => (isOver ? null : machine),
    wasProven: () => isProven,
    async end() {
      await Promise.all([...clients].map((client) => client.end(politeMs)));
    },
  };
}

type Recheck = Pick<KeepLinkOptions, 'pace' | 'events'> & {
  readonly machine: OpenedMachine;
  readonly alarm: ReturnType<typeof alarmOn>;
  readonly fail: (fault: LinkFault) => void;
};

function recheckLater(recheck: Recheck): void {
  const { machine, pace, alarm, events, fail } = recheck;
  alarm.set(pace.recheckMs, () => {
    try {
      events.rechecked(machine.troubles());
      recheckLater(recheck);
    } catch (fault) {
      fail(toLinkFault(fault, 'link-lost'));
    }
  });
}
