// The configuration of a running gateway: read again at SIGHUP, when a person asks, and after a device was assigned. What
// can change while everything runs does; a file with mistakes changes nothing.

import type { NewcomerDesk } from '../adapters/mqtt/newcomers.ts';
import type { Broker } from '../adapters/mqtt/start-broker.ts';
import type { ConfigReloaded } from '../api/options.ts';
import type { Config } from '../config/config.ts';
import { devicesOf } from '../config/devices-of.ts';
import type { Environment } from '../config/environment.ts';
import { formatMistake } from '../config/findings.ts';
import { loadConfig } from '../config/load-config.ts';
import type { ConfigOutcome } from '../config/read-config.ts';
import type { Flags } from '../config/settings.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { createTurns } from '../gateway/in-turn.ts';
import type { Log } from '../gateway/ports.ts';
import { type Applied, whatApplies } from './what-applies.ts';

export type LiveConfigOptions = {
  readonly config: Config;
  readonly env: Environment;
  readonly flags: Flags;
  readonly gateway: Pick<Gateway, 'describe' | 'state' | 'listen' | 'announceAll'>;
  readonly broker: Pick<Broker, 'setDevices'> & { readonly newcomers: NewcomerDesk };
  readonly log: Log;
};

export type LiveConfig = {
  /** Null for the demo shop. */
  readonly file: string | null;
  /** Reads the file and applies it. Rejects with a JournalFault when the journal could not take it; then all is as before. */
  reload(): Promise<ConfigReloaded>;
  /** The whole of another text for the file, judged as at a start. */
  judge(file: string, text: string, unwritten: ReadonlyMap<string, string>): Promise<ConfigOutcome>;
  /** Applies what was judged; resolves with what waits for a restart. */
  apply(wanted: Config): Promise<readonly string[]>;
  /** One change of the file after the other. */
  inTurn<T>(change: () => Promise<T>): Promise<T>;
  close(): void;
};

export function openLiveConfig(options: LiveConfigOptions): LiveConfig {
  const { config, env, flags, gateway, broker, log } = options;
  const { file } = config;
  const inTurn = createTurns();
  let now: Applied = config;
  /** What waits for the end of a session, and whose. */
  let waiting: { readonly wanted: Config; readonly machines: readonly string[] } | null = null;

  const judge = async (path: string, more: Partial<Parameters<typeof loadConfig>[0]> = {}) => {
    const { profileIds } = await import('../adapters/profile-files/load-profiles.ts');
    return loadConfig({ file: path, env, flags, profiles: await profileIds(), ...more });
  };

  const apply = async (wanted: Config): Promise<readonly string[]> => {
    const next = whatApplies({ started: config, now, wanted, state: gateway.state() });
    await gateway.describe(next.workshop);
    now = next;
    broker.setDevices(devicesOf(next));
    gateway.announceAll();
    waiting = next.waitsFor.length > 0 ? { wanted, machines: next.waitsFor } : null;
    goOn();
    return next.restart;
  };

  /** Once one of the sessions is over that something waits for. */
  const goOn = (): void => {
    if (waiting === null || waiting.machines.every((id) => gateway.state().sessions.has(id))) return;
    const { wanted } = waiting;
    waiting = null;
    inTurn(() => apply(wanted)).catch((err) =>
      log.error({ err }, 'a change of officina.yaml could not be taken over; read it again with SIGHUP'),
    );
  };

  const reload = (): Promise<ConfigReloaded> =>
    inTurn(async () => {
      if (file === null) return { ok: false, code: 'config-none' };
      const read = await judge(file);
      if (!read.ok) return { ok: false, code: 'config-wrong', mistakes: read.mistakes };
      return { ok: true, restart: await apply(read.config) };
    });

  const onHangUp = (): void => {
    reload().then(
      (outcome) => tell(log, file, outcome),
      (err) =>
        log.error({ err, file }, 'officina.yaml was read again and could not be taken over; see the cause'),
    );
  };
  if (file !== null) process.on('SIGHUP', onHangUp);
  const deaf = gateway.listen(({ kind }) => {
    if (kind === 'machine' || kind === 'workshop') goOn();
  });

  return {
    file,
    reload,
    judge: (path, text, unwritten) => judge(path, { text, unwritten }),
    apply,
    inTurn,
    close() {
      deaf();
      process.off('SIGHUP', onHangUp);
    },
  };
}

function tell(log: Log, file: string | null, outcome: ConfigReloaded): void {
  if (!outcome.ok) {
    const mistakes = (outcome.mistakes ?? []).map((mistake) => formatMistake(file, mistake));
    log.error(
      { mistakes },
      'officina.yaml was read again and has mistakes, so nothing changed; correct them',
    );
    return;
  }
  const { restart } = outcome;
  const text =
    restart.length === 0
      ? 'officina.yaml was read again and is in force'
      : 'officina.yaml was read again; what is listed takes effect at the next start';
  log.info({ restart }, text);
}
