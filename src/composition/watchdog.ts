// The watchdog of the service manager: what it is told depends on a tap and a question that come through the real ports.
// Without a service manager nothing of this is made, started or let in.

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type ProbeIdentity, sendProbe } from '../adapters/mqtt/probe.ts';
import type { OpenPort } from '../adapters/system/listen-on.ts';
import type { Listening } from '../adapters/system/patient-listen.ts';
import { serviceManager } from '../adapters/watchdog/service-manager.ts';
import type { Config } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { hostHere } from './host-here.ts';
import type { MqttListening } from './listen-mqtt.ts';

type WatchdogParts = Pick<CommonBoxes, 'log' | 'meters'> & {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
};

type Ports = { readonly mqtt: Omit<MqttListening, 'broker'>; readonly http: Listening<OpenPort> };

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
      const dial = await dialer(config);
      let taps = 0;
      const askTap = (to: Way, limitMs: number): Promise<void> => {
        taps += 1;
        // Ten random bytes: a badge that nobody has.
        const tap = { badge: randomBytes(10).toString('hex'), tap: `probe:${taps}` };
        return sendProbe({ probe, tap, limitMs, ...to });
      };
      // A port that another program holds is not ours to ask; a restart would find it taken again.
      const ask = async (limitMs: number): Promise<void> => {
        const { mqtt, http } = config;
        const [plain, encrypted, web] = [ports.mqtt.plain(), ports.mqtt.tls(), ports.http.now()];
        const door = plain ?? encrypted;
        await Promise.all([
          door && askTap(way({ ...door, host: mqtt.host, dial: door === plain ? connect : dial }), limitMs),
          web && askHealth({ limitMs, ...way({ ...web, host: http.host, dial: http.tls ? dial : connect }) }),
        ]);
      };
      return keepWatch({ manager, ask, log, meters }).close;
    },
  };
}

type Way = { readonly host: string; readonly port: number; readonly connect: () => Socket };

type Dial = (at: { readonly host: string; readonly port: number }) => Socket;

/**
 * Connects encrypted, where some port of ours wants that. Whose certificate it is does not matter: the probes never leave
 * this computer, and what they sign in with opens nothing else.
 */
async function dialer({ http, mqtt }: Config): Promise<Dial> {
  if (http.tls === null && mqtt.tls === null) return connect;
  const tls = await import('node:tls');
  return (at) => tls.connect({ ...at, rejectUnauthorized: false });
}

/** How the probes get to a port of ours. */
function way(listening: { host: string; port: number; dial: Dial }): Way {
  const at = { host: hostHere(listening.host), port: listening.port };
  return { ...at, connect: () => listening.dial(at) };
}
