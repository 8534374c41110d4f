// Tells the service manager that the gateway is ready, lives, and stops. That it lives is told only after a probe came
// through everything that a tap needs; silence is told to nobody, and the service manager then starts us again.

import type { Log, Meters } from '../../gateway/ports.ts';
import type { ServiceManager } from './service-manager.ts';

export type KeepWatch = {
  readonly manager: ServiceManager;
  /** Resolves when everything answered; rejects at the latest after the limit. */
  readonly ask: (limitMs: number) => Promise<void>;
  readonly log: Log;
  readonly meters: Meters;
};

export type Watch = {
  /** Says that the gateway stops; it is not asked again. */
  close(): Promise<void>;
};

/** The longest that a probe may take. */
const askMs = 10_000;

/** Rounds within the time that the service manager waits. */
const rounds = 4;

/** Begins at once. */
export function keepWatch({ manager, ask, log, meters }: KeepWatch): Watch {
  const everyMs = manager.watchdogMs === null ? null : manager.watchdogMs / rounds;
  const tell = teller({ manager, log, meters });
  const judge = judgement({ log, meters });
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  /** One round ends before the next begins, however slow it is. */
  const round = async (roundMs: number): Promise<void> => {
    const beganMs = performance.now();
    const lives = await ask(Math.min(askMs, roundMs)).then(judge.well, judge.failed);
    if (closed) return;
    if (lives) await tell('WATCHDOG=1');
    if (closed) return;
    const tookMs = performance.now() - beganMs;
    timer = setTimeout(() => void round(roundMs), Math.max(0, roundMs - tookMs));
  };

  void tell('READY=1').then(() => {
    if (everyMs !== null && !closed) void round(everyMs);
  });
  return {
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await tell('STOPPING=1');
    },
  };
}

type Voice = Pick<KeepWatch, 'log' | 'meters'>;

/** Never rejects: a fault is counted, and said once until it went well again. */
function teller({ manager, log, meters }: Voice & { manager: ServiceManager }) {
  let isDeaf = false;
  return async (assignment: string): Promise<void> => {
    try {
      await manager.tell(assignment);
      isDeaf = false;
    } catch (fault) {
      meters.count('service_messages_failed_total');
      if (!isDeaf)
        log.error({ fault }, 'the service manager could not be told; it may start the gateway again');
      isDeaf = true;
    }
  };
}

/** Counts the rounds, and says in the log when they begin to fail and when they came through again. */
function judgement({ log, meters }: Voice) {
  let failing = false;
  return {
    well(): true {
      meters.count('watchdog_probes_total', { outcome: 'answered' });
      if (failing) log.info({}, 'the watchdog probe comes through again');
      failing = false;
      return true;
    },
    failed(fault: unknown): false {
      meters.count('watchdog_probes_total', { outcome: 'silent' });
      const text =
        'the watchdog probe did not come through; the service manager hears no sign of life until one does, and will start the gateway again';
      if (!failing) log.error({ fault }, text);
      failing = true;
      return false;
    },
  };
}
