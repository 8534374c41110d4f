// The devices that are connected now: one connection per device, the newest. What is sent to one device goes through
// here, straight to its connection; nothing is kept for a device that is not there.

import { generate } from 'mqtt-packet';
import type { Device, Newcomer } from './credentials.ts';
import type { Guard } from './packet-guard.ts';
import { permit } from './permit.ts';
import { covers } from './topic-rules.ts';

export type Connection = {
  readonly clientId: string;
  readonly device: Device | Newcomer;
  readonly guard: Guard;
  /** Filter → granted QoS; at most `maxSubscriptions`. */
  readonly subscribed: Map<string, number>;
  /** Packet id → who waits for its PUBACK; at most `maxUnacknowledged`. */
  readonly unacknowledged: Map<number, (acknowledged: boolean) => void>;
  nextPacketId: number;
  /** Which of its ears were told of: those that hear their own topics; a repeated subscription is no news. */
  readonly listening: Set<string>;
};

export type Connections = {
  /** Puts the connection in the place of an older one of the same device, which it returns. */
  put(connection: Connection): Connection | undefined;
  get(clientId: string): Connection | undefined;
  /** False when another has taken its place already. */
  remove(connection: Connection): boolean;
  all(): Iterable<Connection>;
};

const maxUnacknowledged = 64;

export function createConnections(): Connections {
  const byClient = new Map<string, Connection>();
  return {
    put(connection) {
      const older = byClient.get(connection.clientId);
      byClient.set(connection.clientId, connection);
      return older;
    },
    get: (clientId) => byClient.get(clientId),
    remove(connection) {
      if (byClient.get(connection.clientId) !== connection) return false;
      return byClient.delete(connection.clientId);
    },
    all: () => byClient.values(),
  };
}

/** A connection that has just signed in; it settles its own acknowledgements. */
export function newConnection(clientId: string, device: Connection['device'], guard: Guard): Connection {
  const unacknowledged: Connection['unacknowledged'] = new Map();
  const settle = (packetId: number, acknowledged: boolean): void => {
    const waiting = unacknowledged.get(packetId);
    unacknowledged.delete(packetId);
    waiting?.(acknowledged);
  };
  guard.onAcknowledged = (packetId) => settle(packetId, true);
  guard.stream.once('close', () => {
    for (const packetId of [...unacknowledged.keys()]) settle(packetId, false);
  });
  return {
    clientId,
    device,
    guard,
    subscribed: new Map(),
    unacknowledged,
    nextPacketId: 1,
    listening: new Set(),
  };
}

/** Sends at QoS 0; false when the device is gone or does not listen to that topic. */
export function tell(connection: Connection | undefined, topic: string, message: object): boolean {
  if (!connection?.subscribed.has(topic)) return false;
  return tellText(connection, topic, JSON.stringify(message));
}

/** The same in the words of a stock device, which may listen to a whole tree. */
export function tellText(connection: Connection, topic: string, text: string): boolean {
  if (!isHeard(connection, topic) || !permit(connection.device, 'forward', topic)) return false;
  return connection.guard.send(packetOf({ topic, text }));
}

/** Whether the device has subscribed to that topic, by name or by a filter. */
export function isHeard({ subscribed }: Connection, topic: string): boolean {
  return subscribed.has(topic) || [...subscribed.keys()].some((filter) => covers(filter, topic));
}

export type Told = 'acknowledged' | 'absent' | 'full' | 'unacknowledged';

/** Sends at QoS 1 and waits for the PUBACK, at most `timeoutMs`; at QoS 0 when the device asked for no more. */
export async function tellSurely(
  connection: Connection | undefined,
  { topic, message, timeoutMs }: { topic: string; message: object; timeoutMs: number },
): Promise<Told> {
  if (!connection?.subscribed.has(topic)) return 'absent';
  if (connection.subscribed.get(topic) === 0) {
    return tell(connection, topic, message) ? 'acknowledged' : 'absent';
  }
  if (connection.unacknowledged.size >= maxUnacknowledged) return 'full';
  const packetId = freePacketId(connection);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  connection.unacknowledged.set(packetId, resolve);
  const timer = setTimeout(() => {
    connection.unacknowledged.delete(packetId);
    resolve(false);
  }, timeoutMs);
  timer.unref();
  const sent =
    permit(connection.device, 'forward', topic) &&
    connection.guard.send(packetOf({ topic, text: JSON.stringify(message), packetId }));
  if (!sent) connection.unacknowledged.delete(packetId);
  const acknowledged = sent && (await promise);
  clearTimeout(timer);
  if (acknowledged) return 'acknowledged';
  return sent ? 'unacknowledged' : 'absent';
}

/** Ids go round, 1 to 65535, past those that still wait. */
function freePacketId(connection: Connection): number {
  do connection.nextPacketId = (connection.nextPacketId % 65_535) + 1;
  while (connection.unacknowledged.has(connection.nextPacketId));
  return connection.nextPacketId;
}

function packetOf({ topic, text, packetId }: { topic: string; text: string; packetId?: number }): Buffer {
  const common = { cmd: 'publish', topic, payload: text, retain: false, dup: false } as const;
  return generate(
    packetId === undefined ? { ...common, qos: 0 } : { ...common, qos: 1, messageId: packetId },
  );
}
