// Speaks to systemd as sd_notify(3) asks. Node has no datagram sockets of that kind, so each message is one run of
// `systemd-notify`: one at a time, in order, and never longer than its limit.

import { execFile } from 'node:child_process';

export type ServiceManager = {
  /** How long it waits for a sign of life, milliseconds; null where it waits for none. */
  readonly watchdogMs: number | null;
  /** Sends assignments, such as `READY=1`; rejects when they could not be handed over. */
  tell(...assignments: readonly string[]): Promise<void>;
};

type Environment = Readonly<Record<string, string | undefined>>;

type OwnProcess = {
  readonly pid: number;
  /** For one run of `systemd-notify`, milliseconds. */
  readonly limitMs?: number;
};

/** Null where no service manager waits to be told. */
export function serviceManager(
  env: Environment,
  { pid, limitMs = 5_000 }: OwnProcess,
): ServiceManager | null {
  const socket = env.NOTIFY_SOCKET;
  if (socket === undefined || socket === '') return null;
  // Nothing else of our environment, which may hold secrets.
  const child = { NOTIFY_SOCKET: socket, PATH: env.PATH ?? '' };
  // Bounded by the callers: who asks for a sign of life waits for it before asking for the next.
  let last: Promise<unknown> = Promise.resolve();
  return {
    watchdogMs: watchdogOf(env, pid),
    tell(...assignments) {
      const mine = last.then(() => notify(assignments, { env: child, timeout: limitMs }));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** WATCHDOG_USEC counts only for the process that WATCHDOG_PID names (sd_watchdog_enabled(3)). */
function watchdogOf(env: Environment, pid: number): number | null {
  const micros = env.WATCHDOG_USEC ?? '';
  const forUs = env.WATCHDOG_PID === undefined || env.WATCHDOG_PID === String(pid);
  return forUs && /^[1-9]\d{0,14}$/.test(micros) ? Number(micros) / 1000 : null;
}

/** Comes with systemd. */
const program = 'systemd-notify';

type Run = { readonly env: NodeJS.ProcessEnv; readonly timeout: number };

function notify(assignments: readonly string[], run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, [...assignments], { ...run, killSignal: 'SIGKILL' }, (cause) => {
      if (cause === null) return resolve();
      const text = `systemd could not be told ${assignments.join(' ')}; see whether systemd-notify is installed, and NotifyAccess=all stands in the unit.`;
      reject(new Error(text, { cause }));
    });
  });
}
