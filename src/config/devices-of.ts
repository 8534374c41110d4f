// The devices that may sign in to the broker, by their client id. Entries of stock devices with the same client id are
// one box that signs in once, as a reader with a relay or a bridge with many plugs.

import type { SpellingName } from '../domain/access/spelling.ts';
import type { Config, ReaderConfig, SwitchConfig } from './config.ts';
import type { StockDevice } from './stock.ts';

export type SignInDevice = NativeSignIn | StockSignIn;

type NativeSignIn = {
  readonly kind: 'reader' | 'switch' | 'machine';
  readonly id: string;
  readonly password: string;
  /** Of a reader that does not write hexadecimal. */
  readonly spelling?: SpellingName;
  /** Of a machine whose controller gives the permission: the switch that it is. */
  readonly switch?: string;
};

type StockSignIn = {
  readonly kind: 'stock';
  readonly client: string;
  readonly user: string;
  readonly password: string;
  readonly parts: readonly StockPart[];
};

/** What one entry adds to a box: the entry without its sign-in. */
type StockPart = {
  [K in StockDevice['kind']]: Omit<Extract<StockDevice, { kind: K }>, 'account'> & {
    readonly role: 'reader' | 'switch';
    readonly id: string;
    readonly spelling: SpellingName | null;
  };
}[StockDevice['kind']];

export function devicesOf(
  config: Pick<Config, 'readers' | 'switches' | 'links'>,
): ReadonlyMap<string, SignInDevice> {
  const devices = new Map<string, SignInDevice>();
  const add = (kind: NativeSignIn['kind'], id: string, password: string): void => {
    devices.set(`${kind}-${id}`, { kind, id, password });
  };
  const addPart = (device: StockDevice, named: Pick<StockPart, 'role' | 'id' | 'spelling'>): void => {
    const { account, kind, entry } = device;
    const before = devices.get(account.client);
    const parts = before?.kind === 'stock' ? before.parts : [];
    // Its kind and its entry belong together as they did before.
    const part = { ...named, kind, entry } as StockPart;
    devices.set(account.client, { kind: 'stock', ...account, parts: [...parts, part] });
  };
  for (const [id, reader] of Object.entries(config.readers)) {
    if (isStock(reader)) addPart(reader, { role: 'reader', id, spelling: reader.spelling });
    if (reader.kind !== 'native') continue;
    const { password, spelling } = reader;
    devices.set(`reader-${id}`, { kind: 'reader', id, password, ...(spelling && { spelling }) });
  }
  for (const [id, one] of Object.entries(config.switches)) {
    if (isStock(one)) addPart(one, { role: 'switch', id, spelling: null });
    if (one.kind === 'native') add('switch', id, one.password);
  }
  for (const [id, link] of Object.entries(config.links))
    if (link.kind === 'mqtt') add('machine', id, link.password);
  for (const [id, one] of Object.entries(config.switches)) {
    if (one.kind !== 'controller') continue;
    const client = `machine-${one.machine}`;
    const machine = devices.get(client);
    if (machine?.kind === 'machine') devices.set(client, { ...machine, switch: id });
  }
  return devices;
}

export const isStock = <Device extends ReaderConfig | SwitchConfig>(
  device: Device,
): device is Extract<Device, StockDevice> => 'account' in device;
