// One subscription to one machine: what its states become, what its counters reach, and a sign of life. Handles are
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
} from 'node-opcua';
import type { PermissionFault } from '../../domain/machine/permission.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { FoundMachine } from './find-machine.ts';
import { counterNames, type Heard, hearMachine, type ItemKey } from './hear-machine.ts';
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
const notificationsLimit = 200;

/**
 * Resolves with how often the server says at least something, milliseconds, as it has agreed.
 * @throws LinkFault `state-missing`, and whatever the library throws when the server goes away
 */
export async function watchMachine(options: {
  readonly session: ClientSession;
  readonly found: FoundMachine;
  /** Null where nothing is to be read back. */
  readonly readBack: NodeIdLike | null;
  readonly pace: Pick<Pace, 'publishingMs' | 'keepAliveMs'>;
  readonly events: WatchEvents;
}): Promise<number> {
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
  subscription.on('raw_notification', (message: NotificationMessage) => {
    events.alive();
    const values = valuesOf(message);
    if (values.size === 0) return;
    const permission = values.get(handles.permission)?.at(-1);
    if (permission) events.permission(...permissionIn(permission));
    for (const heard of hear((key) => values.get(handles[key]) ?? [])) events.heard(heard);
  });
  subscription.on('status_changed', events.ended);
  subscription.on('terminated', events.ended);
  subscription.on('internal_error', events.ended);
  const items = itemsOf(found, readBack);
  const codes = await monitor(session, { subscriptionId: subscription.subscriptionId, items, pace });
  const refused = codes[items.findIndex(({ key }) => key === 'permission')];
  if (refused?.isNot(StatusCodes.Good)) events.permission(null, permissionFault(refused));
  return subscription.publishingInterval * subscription.maxKeepAliveCount;
}

/** By which the messages call our items. */
const handles: Readonly<Record<WatchedKey, number>> = {
  server: 1,
  stateId: 2,
  stateText: 3,
  modeId: 4,
  modeText: 5,
  PowerOnDuration: 6,
  OperationDuration: 7,
  OperationCycleCounter: 8,
  permission: 9,
};

type WatchedKey = ItemKey | 'permission';

type Item = { readonly key: WatchedKey; readonly nodeId: NodeIdLike };

function itemsOf({ state, mode, counters }: FoundMachine, readBack: NodeIdLike | null): readonly Item[] {
  const all: readonly { key: WatchedKey; nodeId: NodeIdLike | null | undefined }[] = [
    { key: 'server', nodeId: serverStateId },
    { key: 'stateId', nodeId: state.id },
    { key: 'stateText', nodeId: state.text },
    { key: 'modeId', nodeId: mode?.id },
    { key: 'modeText', nodeId: mode?.text },
    ...counterNames.map((key) => ({ key, nodeId: counters[key] })),
    { key: 'permission', nodeId: readBack },
  ];
  return all.flatMap(({ key, nodeId }) => (nodeId ? [{ key, nodeId }] : []));
}

type Monitored = {
  readonly subscriptionId: number;
  readonly items: readonly Item[];
  readonly pace: Pick<Pace, 'publishingMs'>;
};

/** What the server says to each item, in their order. */
async function monitor(
  session: ClientSession,
  { subscriptionId, items, pace }: Monitored,
): Promise<readonly (StatusCode | undefined)[]> {
  const parametersOf = (key: WatchedKey) =>
    counterNames.some((name) => name === key)
      ? { samplingInterval: counterSamplingMs, queueSize: 1 }
      : { samplingInterval: pace.publishingMs / 2, queueSize: stateQueue };
  // The library's own items choose their handles only when the first values may be here already.
  const raw = session as ClientSession & ClientSessionRawSubscriptionService;
  const { results } = await raw.createMonitoredItems({
    subscriptionId,
    // Time counts from when a value arrives (invariant 4): the clock of a controller is often wrong.
    timestampsToReturn: TimestampsToReturn.Neither,
    itemsToCreate: items.map(({ key, nodeId }) => ({
      itemToMonitor: { nodeId, attributeId: AttributeIds.Value },
      monitoringMode: MonitoringMode.Reporting,
      requestedParameters: { ...parametersOf(key), clientHandle: handles[key], discardOldest: true },
    })),
  });
  const isWatched = items.some(
    ({ key }, index) => (key === 'stateId' || key === 'stateText') && results?.[index]?.statusCode.isGood(),
  );
  if (!isWatched) throw new LinkFault('state-missing');
  return items.map((_, index) => results?.[index]?.statusCode);
}

function valuesOf({ notificationData }: NotificationMessage): ReadonlyMap<number, readonly DataValue[]> {
  const values = new Map<number, DataValue[]>();
  for (const data of notificationData ?? []) {
    const { monitoredItems } = (data ?? {}) as {
      monitoredItems?: readonly { clientHandle: number; value: DataValue }[];
    };
    for (const { clientHandle, value } of (monitoredItems ?? []).slice(0, notificationsLimit)) {
      const known = values.get(clientHandle);
      if (known) known.push(value);
      else values.set(clientHandle, [value]);
    }
  }
  return values;
}
