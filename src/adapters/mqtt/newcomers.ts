// Devices that nobody has described, at the broker: who of them comes in, for how long, and how one that was assigned
// hears of its own credentials. Deny by default: without a code or an allowed address nobody does.

import { BlockList, isIP } from 'node:net';
import type { Chance, Clock, Meters } from '../../gateway/ports.ts';
import type { Unassigned } from '../../gateway/unassigned.ts';
import { type Connection, tellSurely } from './connections.ts';
import type { Devices, Newcomer, SignIn } from './credentials.ts';
import { bridgeLimits } from './door.ts';
import type { Guard } from './packet-guard.ts';
import { createPairingCodes, type PairingCode } from './pairing-codes.ts';
import { pairingTopic } from './permit.ts';
import { createQuarantine, type Guess } from './quarantine.ts';

/** What the rest of the gateway may do with them. */
export type NewcomerDesk = {
  list(): readonly Unassigned[];
  /** A new code; null while too many are open. */
  openPairing(): PairingCode | null;
  /** Takes one aside to be assigned; null when there is none of that client id, or somebody else does it already. */
  take(client: string): Leaving | null;
  /** Called after each change of the list; returns how to stop. */
  onChange(listener: () => void): () => void;
};

/** One that is being assigned: until one of the two is called it stays, also once its client id is described. */
export type Leaving = {
  readonly device: Unassigned;
  /** Tells it, where it came with a code and listens for that; it then has to go. Resolves with whether it has heard. */
  dismiss(credentials: DeviceCredentials): Promise<boolean>;
  /** Nothing came of it. */
  putBack(): void;
};

type DeviceCredentials = { readonly client: string; readonly user: string; readonly password: string };

export type Newcomers = NewcomerDesk & {
  /** Who that is; null when it is turned away. A code that opened is gone. */
  signIn(attempt: SignIn & { readonly devices: Devices; readonly guard: Guard }): Newcomer | null;
  entered(newcomer: Newcomer, connection: Connection): void;
  said(newcomer: Newcomer, message: { topic: string; payload: Uint8Array; isRetained: boolean }): void;
  /** Whether it may stay: also while it is being assigned, when its client id may be described already. */
  mayStay(newcomer: Newcomer, devices: Devices): boolean;
  /** Whoever is described now leaves the list. */
  forget(devices: Devices): void;
};

export type NewcomerOptions = {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly meters: Meters;
  /** Addresses and ranges as in `mqtt.attachFrom`. */
  readonly attachFrom: readonly string[];
  readonly guess: Guess;
  /** After so long a connection is closed. */
  readonly visitMs: number;
  readonly answerMs: number;
};

/** The user name of whoever comes with a code. */
export const pairingUser = 'pair';

/**
 * Firmware says some dozens of things at its start and little after that. One of them may be the list of a bridge, so 32
 * visitors hold at most 32 MB for as long as their messages take to come in.
 */
const newcomerLimits = {
  packetBytes: bridgeLimits.packetBytes,
  packetsPerSecond: 10,
  burst: 100,
} as const;

export function createNewcomers(options: NewcomerOptions): Newcomers {
  const codes = createPairingCodes(options);
  const isAllowed = createRange(options.attachFrom);
  const inside = new Map<string, Connection>();
  const taken = new Set<string>();
  const listeners = new Set<() => void>();
  const close = (client: string): void => inside.get(client)?.guard.close();
  const quarantine = createQuarantine({
    ...options,
    onDropped: close,
    onChange: () => {
      for (const listener of listeners) listener();
    },
  });

  const howOf = (
    { clientId: client, userName, password }: SignIn,
    address: string,
  ): Newcomer['how'] | null => {
    if (taken.has(client)) return null;
    if (userName === pairingUser) return codes.redeem({ said: password, address }) ? 'code' : null;
    if (!isAllowed(address)) return null;
    const before = quarantine.find(client);
    // Nobody takes the place of one who is there, or who was expected.
    const isFree = !before || (before.how === 'address' && (!before.there || before.address === address));
    return isFree ? 'address' : null;
  };

  return {
    signIn(attempt) {
      const { clientId: client, userName, devices, guard } = attempt;
      // A described device with a wrong password is just that.
      const how = devices.has(client) ? null : howOf(attempt, guard.address);
      if (how === null) return null;
      guard.limit(newcomerLimits);
      return { kind: 'unassigned', client, user: plainUser(userName), address: guard.address, how };
    },
    entered(newcomer, connection) {
      const { client } = newcomer;
      inside.set(client, connection);
      const timer = setTimeout(() => connection.guard.close(), options.visitMs).unref();
      connection.guard.stream.once('close', () => {
        clearTimeout(timer);
        if (inside.get(client) !== connection) return;
        inside.delete(client);
        quarantine.left(client);
      });
      quarantine.enter(newcomer);
    },
    said: ({ client }, message) => quarantine.said(client, message),
    mayStay: ({ client }, devices) => taken.has(client) || !devices.has(client),
    forget(devices) {
      for (const client of quarantine.clients())
        if (devices.has(client) && !taken.has(client)) quarantine.remove(client);
    },
    list: quarantine.all,
    openPairing: codes.open,
    take(client) {
      const device = quarantine.view(client);
      if (!device || taken.has(client)) return null;
      taken.add(client);
      return {
        device,
        async dismiss(credentials) {
          const connection = inside.get(client);
          const topic = pairingTopic(client);
          const timeoutMs = options.answerMs;
          const told = await tellSurely(connection, { topic, message: credentials, timeoutMs });
          close(client);
          taken.delete(client);
          quarantine.remove(client);
          return told === 'acknowledged';
        },
        putBack: () => void taken.delete(client),
      };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** As it may stand in `officina.yaml`; what could not is left out. */
const plainUser = (user: string | undefined): string | null =>
  user !== undefined && user !== pairingUser && /^[^\p{Cc}]{1,128}$/u.test(user) ? user : null;

function createRange(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => {
    // Without the zone of a link-local address.
    const [plain = ''] = address.split('%');
    return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
  };
}
