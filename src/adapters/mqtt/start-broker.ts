// The MQTT broker of the gateway: readers, switches and machines, native or stock, sign in here and speak for themselves.
// Messages of devices go to the gateway and never to another device; a tap is acknowledged once it is durable.

import type { EventEmitter } from 'node:events';
import { Aedes } from 'aedes';
import { realTimers } from '../../edge/timers.ts';
import type { About } from '../../gateway/gateway.ts';
import type {
  AllowLists,
  Announcer,
  Chance,
  Clock,
  Log,
  Meters,
  Readers,
  Switches,
  Texts,
} from '../../gateway/ports.ts';
import { type Announcements, createAnnouncements } from './announcements.ts';
import { connectHooks } from './broker-hooks.ts';
import { createConnections } from './connections.ts';
import type { Devices, ListenerAccount } from './credentials.ts';
import { createDeviceHttp } from './device-http.ts';
import { createDeviceInbox, type DeviceHandlers, type DeviceInbox } from './device-inbox.ts';
import { guessDevice } from './dialects/guess-device.ts';
import { createDoors, type Door, type DoorLimits, type DoorPlace, defaultLimits } from './door.ts';
import { createKnownBoxes, type KnownBoxes } from './known-boxes.ts';
import { withListener } from './listener.ts';
import { createNewcomers, type NewcomerDesk } from './newcomers.ts';
import { createReaders, createSwitches, sendAnswer } from './outgoing.ts';
import { keptPlaces, type Probe, withProbe } from './probe.ts';
import { createRefusals } from './refusals.ts';
import { createRetainedCommands } from './retained-commands.ts';
import { createStockDeeds } from './stock-deeds.ts';
import { createStockLists } from './stock-lists.ts';

export type BrokerOptions = {
  readonly devices: Devices;
  readonly handlers: DeviceHandlers;
  /** The gateway's own question whether a tap still finds its way; left out, nobody can ask it. */
  readonly probe?: Probe | null;
  /** From where devices may come that nobody has described; left out, from nowhere. */
  readonly attachFrom?: readonly string[];
  /** Told of orders that devices sent with the retain flag, and with null once there was none for an hour. */
  readonly retainedCommands?: (about: About | null) => void;
  /** A program that only listens, and who is told when it subscribes; left out, there is none. */
  readonly listener?: { readonly account: ListenerAccount; readonly here: () => void } | null;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly meters: Meters;
  readonly texts: Texts;
  readonly limits?: Partial<DoorLimits>;
  readonly timing?: Partial<BrokerTiming>;
};

type BrokerTiming = {
  /** After so long without a report a machine is lost. */
  readonly silenceMs: number;
  /** How long an answer may wait for its acknowledgement. */
  readonly answerMs: number;
  /** How long a refused sign-in waits for its answer. */
  readonly refusedSignInMs: number;
  /** How long a device that nobody has described may stay connected. */
  readonly visitMs: number;
  /** How long a change of a list of badges may wait for its acknowledgement, and a list for its next row. */
  readonly ackMs: number;
  readonly quietMs: number;
};

export type Broker = {
  /** Lets devices in at a port, with or without TLS; rejects when it cannot be opened. */
  openDoor(place: DoorPlace): Promise<Door>;
  readonly switches: Switches;
  readonly readers: Readers;
  readonly announcer: Announcer & Pick<Announcements, 'retain'>;
  /** Devices that nobody has described. */
  readonly newcomers: NewcomerDesk;
  readonly boxes: Pick<KnownBoxes, 'list'>;
  readonly allowLists: AllowLists;
  /** Takes a new list of devices; closes connections of those that left or have another password. */
  setDevices(devices: Devices): void;
  /** Says `offline` to all, then closes every connection. */
  close(): Promise<void>;
};

const defaultTiming: BrokerTiming = {
  silenceMs: 60_000,
  answerMs: 5000,
  refusedSignInMs: 500,
  visitMs: 30 * 60_000,
  // Such a box reads a file per row, and puts a file down per change.
  ackMs: 10_000,
  quietMs: 2000,
};

/** Taps of one reader that may wait for the journal at the same time. */
const tapsInFlight = 16;

/** A client that does not speak for one and a half times this is closed, whatever keep-alive it asked for, seconds. */
const maxKeepaliveS = 120;

/** Nobody can come in before a door is opened. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { handlers, clock, meters, log, texts, probe = null, attachFrom = [], listener = null } = options;
  const timing = { ...defaultTiming, ...options.timing };
  // A described device never stands before a full house: each has a place, and one for its next connection.
  const connectionsMax = Math.max(defaultLimits.connections, 2 * options.devices.size + 64);
  const limits = { ...defaultLimits, connections: connectionsMax, ...options.limits };
  const account = listener?.account ?? null;
  const all = (described: Devices): Devices => withListener(withProbe(described, probe), account);
  const refusals = createRefusals({ clock, log, meters });
  const retained = createRetainedCommands({ clock, tell: options.retainedCommands ?? (() => undefined) });
  const connections = createConnections();
  const answerMs = timing.answerMs;
  const http = createDeviceHttp({ meters });
  const stock = createStockDeeds({
    connections,
    http,
    answered: (part, said) => inbox.receiveHttp(part, said),
  });
  const lists = createStockLists({ ...timing, connections, timers: realTimers, meters });
  const inbox: DeviceInbox = createDeviceInbox({
    handlers,
    probe: probe?.tap ?? null,
    clock,
    meters,
    log,
    texts,
    refusals,
    tapsInFlight,
    silenceMs: timing.silenceMs,
    ask: stock.ask,
    lists,
    answer: (reader, message) => sendAnswer(connections, { reader, message, answerMs }),
  });
  const newcomers = createNewcomers({ ...options, ...timing, attachFrom, guess: guessDevice });
  const boxes = createKnownBoxes({ devices: options.devices, connections, meters, guess: guessDevice });
  const aedes = await openLibrary(limits, log);
  const { enter, setDevices } = connectHooks({
    aedes,
    connections,
    devices: all(options.devices),
    inbox,
    newcomers,
    boxes,
    refusals,
    retained,
    listenerHere: () => listener?.here(),
    maxKeepaliveS,
    refusedSignInMs: timing.refusedSignInMs,
  });
  const announcements = createAnnouncements(aedes);
  await announcements.status('online');
  const doors = createDoors({ limits, keptPlaces: probe ? keptPlaces : 0, clock, meters, refusals, enter });
  const sweeper = sweep([inbox, retained], timing.silenceMs);

  const close = async (): Promise<void> => {
    clearInterval(sweeper);
    await announcements.status('offline');
    await doors.close();
    lists.close();
    http.close();
    await closeLibrary(aedes);
  };
  let closing: Promise<void> | null = null;

  return {
    openDoor: doors.open,
    switches: createSwitches(connections, stock),
    readers: createReaders(connections, { answerMs, meters }),
    announcer: announcements,
    newcomers,
    boxes,
    allowLists: lists,
    setDevices: (devices) => setDevices(all(devices)),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function sweep(boxes: readonly { sweep(): void }[], silenceMs: number): NodeJS.Timeout {
  const all = (): void => {
    for (const box of boxes) box.sweep();
  };
  return setInterval(all, Math.max(10, silenceMs / 8)).unref();
}

async function openLibrary(limits: DoorLimits, log: Log): Promise<Aedes> {
  const aedes = new Aedes({
    // The guard closes a subscriber that does not read, so no message ever waits for another's subscriber.
    concurrency: 0,
    drainTimeout: limits.connectMs,
    connectTimeout: limits.connectMs,
    maxInflightInbound: tapsInFlight,
    queueLimit: limits.burst,
  });
  // The library's types leave out this event; without a listener it would end the process.
  const events: EventEmitter = aedes;
  events.on('error', (err: unknown) =>
    log.error({ err }, 'The MQTT broker failed at a message; see the cause'),
  );
  await aedes.listen();
  return aedes;
}

const closeLibrary = (aedes: Aedes): Promise<void> => new Promise((resolve) => aedes.close(resolve));
