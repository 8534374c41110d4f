// Where devices find the broker of this gateway: what a person types into them as host and port.

import { hostname, networkInterfaces } from 'node:os';
import type { Config } from '../config/config.ts';

export type Reached = {
  readonly host: string;
  readonly port: number;
  /** Why a device may not find it there; null where nothing is known against it. */
  readonly warning: string | null;
  /** The same as a code. */
  readonly why: 'loopback-only' | 'tls-only' | null;
};

export function reachedAt({ mqtt }: Pick<Config, 'mqtt'>): Reached {
  const port = mqtt.port ?? mqtt.tls?.port ?? 1883;
  const tls = mqtt.port === null ? 'The broker wants TLS (plain: false); turn TLS on in the device.' : null;
  if (/^(127\.|::1$|localhost$)/.test(mqtt.host)) {
    const warning = `The broker listens on ${mqtt.host} only, where no device can reach it; set mqtt.host to 0.0.0.0 in officina.yaml.`;
    return { host: mqtt.host, port, warning, why: 'loopback-only' };
  }
  const known = { port, warning: tls, why: tls === null ? null : ('tls-only' as const) };
  if (mqtt.host !== '0.0.0.0' && mqtt.host !== '::') return { host: mqtt.host, ...known };
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return { host: own?.address ?? hostname(), ...known };
}
