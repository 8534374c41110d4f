// The watchdog of the service manager: what it is told depends on a tap and a question that come through the real ports.
// Without a service manager nothing of this is made, started or let in.

import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { type ProbeIdentity, sendProbe } from '../adapters/mqtt/probe.ts';
import type { Broker } from '../adapters/mqtt/start-broker.ts';
import type { OpenPort } from '../adapters/system/listen-on.ts';
import type { Listening } from '../adapters/system/patient-listen.ts';
import { serviceManager } from '../adapters/watchdog/service-manager.ts';
import type { Config } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { hostHere } from './host-here.ts';

type WatchdogParts = Pick<CommonBoxes, 'log' | 'meters'> & {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
};

type Ports = { readonly mqtt: Listening<Broker>; readonly http: Listening<OpenPort> };

export type Watchdog = {
  /** What it signs in to the broker with; null where nobody is to be told. */
  readonly probe: ProbeIdentity | null;
  /** Says that the gateway is ready, and from then on that it lives; resolves with how to say that it stops. */
  open(ports: Ports): Promise<() => Promise<void>>;
};

export function createWatchdog({ config, env, log, meters }: WatchdogParts): Watchdog {
  const manager = serviceManager(env, { pid: process.pid });
  if (manager === null) return { probe: null, open: async () => async () => undefined };
  const probe = { id: randomBytes(8).toString('hex'), password: randomBytes(32).toString('base64url') };
  return {
    probe,
    async open(ports) {
      const { askHealth } = await import('../adapters/watchdog/ask-health.ts');
      const { keepWatch } = await import('../adapters/watchdog/keep-watch.ts');
      let taps = 0;
      const askTap = (broker: Broker, limitMs: number): Promise<void> => {
        taps += 1;
        // Ten random bytes: a badge that nobody has.
        const tap = { badge: randomBytes(10).toString('hex'), tap: `probe:${taps}` };
        return sendProbe({ probe, tap, limitMs, ...way(config.mqtt.host, broker.port) });
      };
      // A port that another program holds is not ours to ask; a restart would find it taken again.
      const ask = async (limitMs: number): Promise<void> => {
        const [broker, web] = [ports.mqtt.now(), ports.http.now()];
        await Promise.all([
          broker && askTap(broker, limitMs),
          web && askHealth({ limitMs, ...way(config.http.host, web.port) }),
        ]);
      };
      return keepWatch({ manager, ask, log, meters }).close;
    },
  };
}

/** How the probes get to a port of ours. */
function way(listensOn: string, port: number) {
  const at = { host: hostHere(listensOn), port };
  return { ...at, connect: () => connect(at) };
}
