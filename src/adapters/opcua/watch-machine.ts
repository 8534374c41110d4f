// One subscription to one machine: what its states become, what its counters and named nodes reach, and a sign of life. Handles are
// ours, so that a value is known for what it is however a server orders them.

import {
  AttributeIds,
  type ClientSession,
  type ClientSessionRawSubscriptionService,
  type DataValue,
  MonitoringMode,
  type NodeIdLike,
  type NotificationMessage,
  type StatusCode,
  StatusCodes,
  TimestampsToReturn,
  type Variant,
} from 'node-opcua';
import type { PermissionFault } from '../../domain/machine/permission.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { alertFilter, alertIn } from './alert-words.ts';
import type { FoundMachine } from './find-machine.ts';
import { counterNames, type Hearable, type Heard, hearMachine, type ItemKey } from './hear-machine.ts';
import { permissionFault, permissionIn } from './permit-machine.ts';
import type { Pace } from './worker-messages.ts';

export type WatchEvents = {
  readonly heard: (heard: Heard) => void;
  /** What the node that is read back says of the permission to run; null when it does not say yes or no. */
  readonly permission: (on: boolean | null, fault: PermissionFault | null) => void;
  /** The server has said anything at all. */
  readonly alive: () => void;
  /** The server has ended the subscription. */
  readonly ended: () => void;
};

const serverStateId = 'i=2259';

/** So many states wait at the server until it may tell them: more than a real machine has in half a second. */
const stateQueue = 10;
/** Counters grow all the time; more often would only fill the diary. */
const counterSamplingMs = 10_000;
/** Speeds and temperatures, as often as they are shown. */
const readingSamplingMs = 1_000;
const notificationsLimit = 200;
/** Messages that may come before the answer to what we watch. */
const earlyLimit = 20;

export type WatchedMachine = {
  /** How often the server says at least something, as it has agreed. */
  readonly keepAliveMs: number;
  /** Nodes of the file that the server does not tell. */
  readonly untold: readonly string[];
};

/** @throws LinkFault `state-missing` or `nodes-missing`, and whatever the library throws when the server goes away */
export async function watchMachine(options: {
  readonly session: ClientSession;
  readonly found: Watchable;
  /** Null where nothing is to be read back. */
  readonly readBack: NodeIdLike | null;
  readonly pace: Pick<Pace, 'publishingMs' | 'keepAliveMs'>;
  readonly events: WatchEvents;
}): Promise<WatchedMachine> {
  const { session, found, readBack, pace, events } = options;
  const keepAliveCount = Math.max(1, Math.round(pace.keepAliveMs / pace.publishingMs));
  const subscription = await session.createSubscription2({
    requestedPublishingInterval: pace.publishingMs,
    requestedMaxKeepAliveCount: keepAliveCount,
    requestedLifetimeCount: keepAliveCount * 10,
    maxNotificationsPerPublish: notificationsLimit,
    publishingEnabled: true,
    priority: 1,
  });
  const hear = hearMachine(found);
  const items = itemsOf(found, readBack);
  /** What comes before the server has said which nodes it watches at all; null once it has. */
  let early: ReadonlyMap<WatchedKey, readonly DataValue[]>[] | null = [];
  const take = (values: ReadonlyMap<WatchedKey, readonly DataValue[]>): void => {
    const permission = values.get('permission')?.at(-1);
    if (permission) events.permission(...permissionIn(permission));
    for (const heard of hear((key) => values.get(key) ?? [])) events.heard(heard);
  };
  subscription.on('raw_notification', (message: NotificationMessage) => {
    events.alive();
    const values = valuesOf(message, items);
    if (values.size === 0) return;
    if (!early) take(values);
    else if (early.length < earlyLimit) early.push(values);
    else events.ended();
  });
  subscription.on('status_changed', events.ended);
  subscription.on('terminated', events.ended);
  subscription.on('internal_error', events.ended);
  const codes = await monitor(session, {
    subscriptionId: subscription.subscriptionId,
    items,
    pace,
    alertsIndex: found.program?.alerts?.index ?? 0,
  });
  const refused = codes.get('permission');
  if (refused?.isNot(StatusCodes.Good)) events.permission(null, permissionFault(refused));
  const untold = untoldOf(found, codes);
  const held = early;
  early = null;
  for (const values of held) take(values);
  return { keepAliveMs: subscription.publishingInterval * subscription.maxKeepAliveCount, untold };
}

type Watchable = Hearable & Pick<FoundMachine, 'counters'>;

type WatchedKey = ItemKey | 'permission';

/** The message calls each by its place, counted from 1. */
type Item = { readonly key: WatchedKey; readonly nodeId: NodeIdLike };

function itemsOf(found: Watchable, readBack: NodeIdLike | null): readonly Item[] {
  const { state, mode, counters, program, orders, nodes } = found;
  const all: readonly { key: WatchedKey; nodeId: NodeIdLike | null | undefined }[] = [
    { key: 'server', nodeId: serverStateId },
    { key: 'stateId', nodeId: state?.id },
    { key: 'stateText', nodeId: state?.text },
    { key: 'modeId', nodeId: mode?.id },
    { key: 'modeText', nodeId: mode?.text },
    { key: 'programId', nodeId: program?.state.id },
    { key: 'programText', nodeId: program?.state.text },
    { key: 'programName', nodeId: nodes.program ?? program?.name },
    { key: 'programNumber', nodeId: program?.number },
    { key: 'programJob', nodeId: program?.job },
    { key: 'orders', nodeId: orders?.list },
    { key: 'responses', nodeId: orders?.responses },
    { key: 'alert', nodeId: program?.alerts?.nodeId },
    { key: 'activity', nodeId: nodes.activity?.nodeId },
    ...counterNames.map((key) => ({ key, nodeId: counters[key] })),
    ...[...nodes.readings].map(([name, { nodeId }]) => ({ key: `reading ${name}` as const, nodeId })),
    { key: 'permission', nodeId: readBack },
  ];
  return all.flatMap(({ key, nodeId }) => (nodeId ? [{ key, nodeId }] : []));
}

type Monitored = {
  readonly subscriptionId: number;
  readonly items: readonly Item[];
  readonly pace: Pick<Pace, 'publishingMs'>;
  /** Of the namespace of alerts. */
  readonly alertsIndex: number;
};

type Codes = ReadonlyMap<WatchedKey, StatusCode>;

/** What the server says to each item. */
async function monitor(
  session: ClientSession,
  { subscriptionId, items, pace, alertsIndex }: Monitored,
): Promise<Codes> {
  const parametersOf = (key: WatchedKey) => {
    if (counterNames.some((name) => name === key))
      return { samplingInterval: counterSamplingMs, queueSize: 1 };
    if (key === 'alert')
      return { samplingInterval: 0, queueSize: stateQueue, filter: alertFilter(alertsIndex) };
    if (key.startsWith('reading ')) return { samplingInterval: readingSamplingMs, queueSize: 1 };
    return { samplingInterval: pace.publishingMs / 2, queueSize: stateQueue };
  };
  // The library's own items choose their handles only when the first values may be here already.
  const raw = session as ClientSession & ClientSessionRawSubscriptionService;
  const { results } = await raw.createMonitoredItems({
    subscriptionId,
    // Time counts from when a value arrives (invariant 4): the clock of a controller is often wrong.
    timestampsToReturn: TimestampsToReturn.Neither,
    itemsToCreate: items.map(({ key, nodeId }, index) => ({
      itemToMonitor: {
        nodeId,
        attributeId: key === 'alert' ? AttributeIds.EventNotifier : AttributeIds.Value,
      },
      monitoringMode: MonitoringMode.Reporting,
      requestedParameters: { ...parametersOf(key), clientHandle: index + 1, discardOldest: true },
    })),
  });
  return new Map(
    items.map(({ key }, index) => [key, results?.[index]?.statusCode ?? StatusCodes.BadNodeIdUnknown]),
  );
}

/** @throws LinkFault where nothing tells what the machine does */
function untoldOf({ nodes }: Watchable, codes: Codes): readonly string[] {
  const isTold = (...keys: readonly WatchedKey[]): boolean =>
    keys.some((key) => codes.get(key)?.isGood() === true);
  if (nodes.activity && !isTold('activity')) throw new LinkFault('nodes-missing', { nodes: 'activity' });
  if (!nodes.activity && !isTold('stateId', 'stateText', 'programId', 'programText'))
    throw new LinkFault('state-missing');
  const names = [...nodes.readings.keys()].filter((name) => !isTold(`reading ${name}`));
  return nodes.program && !isTold('programName') ? ['program', ...names] : names;
}

function valuesOf(
  { notificationData }: NotificationMessage,
  items: readonly Item[],
): ReadonlyMap<WatchedKey, readonly DataValue[]> {
  const values = new Map<WatchedKey, DataValue[]>();
  const take = (clientHandle: number, value: DataValue): void => {
    const key = items[clientHandle - 1]?.key;
    if (key === undefined) return;
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  };
  for (const data of notificationData ?? []) {
    const told = (data ?? {}) as {
      monitoredItems?: readonly { clientHandle: number; value: DataValue }[] | null;
      events?: readonly { clientHandle: number; eventFields: readonly Variant[] | null }[] | null;
    };
    const { monitoredItems, events } = told;
    // The library fails at events of items that it has not made itself, whoever sends them; and for values of unknown
    // structures it would read the types that the server declares.
    if (events) told.events = [];
    if (monitoredItems) told.monitoredItems = [];
    for (const { clientHandle, value } of (monitoredItems ?? []).slice(0, notificationsLimit))
      take(clientHandle, value);
    for (const { clientHandle, eventFields } of (events ?? []).slice(0, notificationsLimit))
      take(clientHandle, alertIn(eventFields));
  }
  return values;
}
