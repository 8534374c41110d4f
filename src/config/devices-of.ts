// The devices that may sign in to the broker, by their client id.

import type { Config } from './config.ts';

export type SignInDevice = {
  readonly kind: 'reader' | 'switch' | 'machine';
  readonly id: string;
  readonly password: string;
};

export function devicesOf(
  config: Pick<Config, 'readers' | 'switches' | 'links'>,
): ReadonlyMap<string, SignInDevice> {
  const devices = new Map<string, SignInDevice>();
  const add = (kind: SignInDevice['kind'], id: string, password: string): void => {
    devices.set(`${kind}-${id}`, { kind, id, password });
  };
  for (const [id, reader] of Object.entries(config.readers))
    if (reader.kind === 'native') add('reader', id, reader.password);
  for (const [id, one] of Object.entries(config.switches))
    if (one.kind === 'native') add('switch', id, one.password);
  for (const [id, link] of Object.entries(config.links))
    if (link.kind === 'mqtt') add('machine', id, link.password);
  return devices;
}
