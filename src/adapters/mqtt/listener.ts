// An account that listens and never speaks, for a program beside us such as Home Assistant: it hears what carries no name,
// and what describes our machines under its own prefix. Whatever it publishes goes nowhere.

import type { Device, Devices, ListenerAccount } from './credentials.ts';

/** It subscribes to a topic per machine and kind of entity, and is told all of them at once. */
export const listenerLimits = {
  packetBytes: 65_536,
  packetsPerSecond: 200,
  burst: 2000,
  subscriptions: 1500,
  unreadBytes: 4_194_304,
} as const;

export function withListener(devices: Devices, account: ListenerAccount | null): Devices {
  if (account === null) return devices;
  const device: Device = account;
  return new Map([...devices, [account.client, device]]);
}
