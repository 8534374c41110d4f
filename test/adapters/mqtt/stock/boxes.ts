// The stock boxes of the tests, one of each kind, as the configuration would describe them.

import type { Device, StockAccount } from '../../../../src/adapters/mqtt/credentials.ts';
import type { StockPart } from '../../../../src/adapters/mqtt/dialects/speech-of.ts';

/** A part without its spelling, which is the usual one. */
type Part = StockPart extends infer P ? (P extends StockPart ? Omit<P, 'spelling'> : never) : never;

export const box = (client: string, ...parts: Part[]): StockAccount => ({
  kind: 'stock',
  client,
  user: `${client}-user`,
  password: `${client}-key`,
  parts: parts.map((part) => ({ ...part, spelling: null }) as StockPart),
});

const tasmotaEntry = { topic: 'lathe', fullTopic: '%prefix%/%topic%/', relay: 1 };
const plug = (id: string, friendly: string): Part => ({
  role: 'switch',
  id,
  kind: 'zigbee2mqtt',
  entry: { base: 'zigbee2mqtt', friendly, endpoint: null },
});

export const boxes = {
  tasmota: box(
    'DVES_A1B2C3',
    { role: 'reader', id: 'lathe-reader', kind: 'tasmota', entry: tasmotaEntry },
    { role: 'switch', id: 'lathe-relay', kind: 'tasmota', entry: tasmotaEntry },
  ),
  espRfid: box('ESP-door', {
    role: 'reader',
    id: 'door',
    kind: 'esp-rfid',
    entry: { topic: 'rfid', generation: 2, hostname: 'door-box', allowList: false },
  }),
  esphome: box(
    'saw-board',
    {
      role: 'reader',
      id: 'saw-reader',
      kind: 'esphome',
      entry: { prefix: 'saw', relay: null, power: null, energy: null },
    },
    {
      role: 'switch',
      id: 'saw-relay',
      kind: 'esphome',
      entry: { prefix: 'saw', relay: 'relay', power: null, energy: null },
    },
  ),
  shellyGen2: box('shellyplus-1', {
    role: 'switch',
    id: 'press',
    kind: 'shelly-gen2',
    entry: { prefix: 'shellyplus-1', channel: 0 },
  }),
  zigbee: box('mqttjs_bridge', plug('oven', 'oven plug'), plug('fan', 'hall/fan')),
} as const;

export const shellyGen1At = (host: string): StockAccount =>
  box('shellyplug-s-A1B2', {
    role: 'switch',
    id: 'drill',
    kind: 'shelly-gen1',
    entry: { prefix: 'shellies/drill', relay: 0, host },
  });

export const devicesOf = (...accounts: readonly StockAccount[]): ReadonlyMap<string, Device> =>
  new Map(accounts.map((account) => [account.client, account]));

/** What a simulated box signs in with. */
export const signInOf = ({ client, user, password }: StockAccount, url: string) => ({
  url,
  client,
  user,
  password,
});
