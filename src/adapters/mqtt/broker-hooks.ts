// Binds the broker library to our rules: who signs in, who may say and hear what, and what becomes of a message. Every
// decision looks at the devices as they are described now, so a revoked device has lost its rights at once.

import type { Aedes, AuthenticateError, Client } from 'aedes';
import { type Connection, type Connections, isHeard, newConnection } from './connections.ts';
import { type Device, type Devices, isSameDevice, type Newcomer } from './credentials.ts';
import type { DeviceInbox } from './device-inbox.ts';
import { bridgeLimits } from './door.ts';
import { earsOf } from './ears.ts';
import type { KnownBoxes } from './known-boxes.ts';
import { listenerLimits } from './listener.ts';
import type { Newcomers } from './newcomers.ts';
import type { Guard } from './packet-guard.ts';
import { maxSubscriptions } from './packet-rules.ts';
import { isCommandTopic, permit } from './permit.ts';
import type { RefusalReason, Refusals } from './refusals.ts';
import type { RetainedCommands } from './retained-commands.ts';
import { whoIs } from './who-is.ts';

export type HookOptions = {
  readonly aedes: Aedes;
  readonly connections: Connections;
  readonly devices: Devices;
  readonly inbox: DeviceInbox;
  readonly newcomers: Newcomers;
  readonly boxes: Pick<KnownBoxes, 'heard' | 'setDevices'>;
  readonly refusals: Refusals;
  readonly retained: Pick<RetainedCommands, 'found'>;
  /** A listener has subscribed to something. */
  readonly listenerHere?: () => void;
  readonly maxKeepaliveS: number;
  /** How long a refused sign-in waits for its answer: with the bound on connections, a limit to guessing. */
  readonly refusedSignInMs: number;
};

export type Hooks = {
  /** Hands a guarded connection to the broker library. */
  enter(guard: Guard): void;
  setDevices(devices: Devices): void;
};

export function connectHooks(options: HookOptions): Hooks {
  const { aedes, connections, inbox, newcomers, boxes, refusals } = options;
  const visitors = new WeakMap<Client, Visitor>();
  let devices = options.devices;
  const isStanding = (clientId: string, device: Peer): boolean =>
    device.kind === 'unassigned'
      ? newcomers.mayStay(device, devices)
      : isSameDevice(devices.get(clientId), device);
  const gone = (device: Peer): void => {
    // Of the others the list sees for itself that they have gone.
    if (device.kind !== 'unassigned' && device.kind !== 'listener') inbox.gone(device);
  };
  const context: Context = {
    ...options,
    visitorOf: (client) => visitors.get(client),
    devices: () => devices,
    deviceOf: (client) => {
      const device = visitors.get(client)?.device;
      return device && isStanding(client.id, device) ? device : null;
    },
    gone,
    connectionOf: (client) => {
      const connection = connections.get(client.id);
      return connection && connection.guard === visitors.get(client)?.guard ? connection : undefined;
    },
    refuse: (reason, client) => {
      const address = visitors.get(client)?.guard.address ?? 'unknown';
      refusals.refuse(reason, { client: client.id, address });
    },
    retainedCommand: (client, topic) => {
      context.refuse('command-retained', client);
      options.retained.found(client.id, topic);
    },
  };
  bindSignIn(context);
  bindPermissions(context);
  bindPublish(context);
  bindConnections(context);

  return {
    enter(guard) {
      visitors.set(aedes.handle(guard.stream), { guard, will: null, device: null });
    },
    setDevices(next) {
      devices = next;
      newcomers.forget(next);
      boxes.setDevices(next);
      for (const connection of [...connections.all()]) {
        if (isStanding(connection.clientId, connection.device)) continue;
        refusals.refuse('revoked', { client: connection.clientId });
        connection.guard.close();
        if (connections.remove(connection)) gone(connection.device);
      }
    },
  };
}

type Peer = Device | Newcomer;

type Will = { readonly topic: string; readonly payload: string | Buffer; readonly retain?: boolean };

/** What we know of a client before and after it signed in. */
type Visitor = { readonly guard: Guard; will: Will | null; device: Peer | null };

type Context = Omit<HookOptions, 'devices'> & {
  visitorOf(client: Client): Visitor | undefined;
  devices(): Devices;
  /** Null once the device is no longer described as it was when it signed in. */
  deviceOf(client: Client): Peer | null;
  gone(device: Peer): void;
  /** Undefined when a newer connection has taken its place. */
  connectionOf(client: Client): Connection | undefined;
  refuse(reason: RefusalReason, client: Client): void;
  /** Beside the reason for which it was refused: this one is also told to a person. */
  retainedCommand(client: Client, topic: string): void;
};

function bindSignIn(context: Context): void {
  const { aedes, visitorOf, refuse, retainedCommand, maxKeepaliveS, refusedSignInMs } = context;
  aedes.preConnect = (client, packet, done) => {
    const visitor = visitorOf(client);
    // The will is checked at sign-in and then forgotten: the gateway sees for itself that a device has gone.
    if (visitor) visitor.will = packet.will ?? null;
    delete packet.will;
    // No session outlives its connection, so there is no queue to bound and no subscription to revoke.
    packet.clean = true;
    packet.keepalive = Math.min(packet.keepalive || maxKeepaliveS, maxKeepaliveS);
    done(null, visitor !== undefined);
  };

  aedes.authenticate = (client, userName, password, done) => {
    const visitor = visitorOf(client);
    const attempt = { clientId: client.id, userName, password };
    const who = visitor ? whoIs(context, visitor.guard, attempt) : 'credentials';
    if (!visitor || typeof who === 'string') {
      const reason = typeof who === 'string' ? who : 'credentials';
      refuse(reason, client);
      setTimeout(
        () => done(signInFault(reason.startsWith('certificate') ? 5 : 4), false),
        refusedSignInMs,
      ).unref();
      return;
    }
    const device = who;
    const { will } = visitor;
    // Of a device that nobody has described nothing is kept or told, so its will is nothing to refuse.
    if (will && device.kind !== 'unassigned' && !permit(device, 'publish', will.topic)) {
      refuse('will-forbidden', client);
      if (will.retain && isOrder(will)) retainedCommand(client, will.topic);
      return done(signInFault(5), false);
    }
    visitor.device = device;
    if (device.kind === 'stock' && device.parts.some(({ kind }) => kind === 'zigbee2mqtt'))
      visitor.guard.limit(bridgeLimits);
    if (device.kind === 'listener') visitor.guard.limit(listenerLimits);
    done(null, true);
  };
}

function bindPermissions({ aedes, deviceOf, connectionOf, refuse, refusals }: Context): void {
  aedes.authorizeSubscribe = (client, subscription, done) => {
    const device = deviceOf(client);
    const subscribed = connectionOf(client)?.subscribed;
    if (!device || !subscribed || !permit(device, 'subscribe', subscription.topic)) {
      // Stock firmware and other programs listen for more than is ours, and nobody can teach them otherwise.
      if (device && isOfOthers(device)) refusals.ignore('subscribe');
      else refuse('subscribe-forbidden', client);
      return done(null, null);
    }
    const most = device.kind === 'listener' ? listenerLimits.subscriptions : maxSubscriptions;
    if (subscribed.size >= most && !subscribed.has(subscription.topic)) {
      refuse('subscriptions-full', client);
      return done(null, null);
    }
    subscribed.set(subscription.topic, subscription.qos);
    done(null, subscription);
  };

  aedes.authorizeForward = (client, packet) => {
    const device = deviceOf(client);
    // The library marks what came from a client; nothing of one device ever goes to another.
    const fromDevice = 'clientId' in packet && packet.clientId !== undefined;
    return device && !fromDevice && permit(device, 'forward', packet.topic) ? packet : null;
  };
}

function bindPublish(context: Context): void {
  const { aedes, deviceOf, refuse, refusals, retainedCommand, inbox, newcomers, boxes } = context;
  aedes.authorizePublish = (client, packet, done) => {
    const device = client && deviceOf(client);
    const { topic, payload, retain: isRetained } = packet;
    if (device?.kind === 'stock') boxes.heard(device, { topic, payload: bytesOf(payload) });
    if (client && device?.kind === 'stock' && !permit(device, 'publish', topic)) {
      // A bridge speaks for all that it knows, and firmware for its groups: not for us, and no reason to close.
      if (isOrder(packet)) refuse('command-forbidden', client);
      else refusals.ignore('publish');
      if (isRetained && isOrder(packet)) retainedCommand(client, topic);
      packet.retain = false;
      return done(null);
    }
    if (!client || !device || !permit(device, 'publish', packet.topic)) {
      if (client) refuse('publish-forbidden', client);
      if (client && device && isRetained && isOrder(packet)) retainedCommand(client, topic);
      return done(new Error('publish-forbidden'));
    }
    // Nothing that a device says is kept.
    packet.retain = false;
    if (device.kind === 'listener') {
      refusals.ignore('publish');
      return done(null);
    }
    if (device.kind === 'unassigned') {
      newcomers.said(device, { topic, payload: bytesOf(payload), isRetained });
      return done(null);
    }
    if (isRetained && device.kind !== 'stock') {
      refuse('retained', client);
      return done(null);
    }
    // Without `done(null)` there is no PUBACK; with an error the library closes, so the device sends again later.
    inbox.receive(device, { topic, payload: bytesOf(payload), isRetained }).then(
      (outcome) => done(outcome === 'withhold' ? new Error('tap-not-recorded') : null),
      (cause: unknown) => done(new Error('device-message-failed', { cause })),
    );
  };
}

function bindConnections(context: Context): void {
  const { aedes, connections, visitorOf, deviceOf, connectionOf, inbox, newcomers, gone } = context;
  aedes.on('client', (client) => {
    const visitor = visitorOf(client);
    if (!visitor?.device) return;
    const connection = newConnection(client.id, visitor.device, visitor.guard);
    const older = connections.put(connection);
    older?.guard.close();
    if (older) gone(older.device);
    if (visitor.device.kind === 'unassigned') newcomers.entered(visitor.device, connection);
  });
  aedes.on('clientReady', (client) => {
    const guard = visitorOf(client)?.guard;
    if (deviceOf(client)) guard?.admit();
    else guard?.close();
  });
  aedes.on('clientDisconnect', (client) => {
    const connection = connectionOf(client);
    if (connection && connections.remove(connection)) gone(connection.device);
  });
  // Told once the SUBACK is on its way: what follows from it must come after it.
  aedes.on('subscribe', (subscriptions, client) => {
    const connection = connectionOf(client);
    if (!connection) return;
    const { device } = connection;
    if (device.kind === 'unassigned' || !subscriptions.some(({ qos }) => qos <= 2)) return;
    if (device.kind === 'listener') return context.listenerHere?.();
    for (const { name, topics, part } of earsOf(device)) {
      const hears = topics.every((topic) => isHeard(connection, topic));
      if (!hears || connection.listening.has(name)) continue;
      connection.listening.add(name);
      inbox.listening(device, part);
    }
  });
  aedes.on('unsubscribe', (topics, client) => {
    const connection = connectionOf(client);
    if (!connection) return;
    for (const topic of topics) connection.subscribed.delete(topic);
    for (const { name, topics: needed } of earsOf(connection.device))
      if (!needed.every((topic) => isHeard(connection, topic))) connection.listening.delete(name);
  });
}

const isOfOthers = ({ kind }: Peer): boolean =>
  kind === 'stock' || kind === 'unassigned' || kind === 'listener';

/** An empty message switches nothing: with one, Tasmota clears what others retained for it. */
const isOrder = ({ topic, payload }: Pick<Will, 'topic' | 'payload'>): boolean =>
  payload.length > 0 && isCommandTopic(topic);

/** The library hands on text only where it makes a message itself. */
const bytesOf = (payload: string | Buffer): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload;

/** CONNACK return codes, table 3.1: 4 bad user name or password, 5 not authorised. */
function signInFault(returnCode: 4 | 5): AuthenticateError {
  return Object.assign(new Error('sign-in refused'), { returnCode });
}
