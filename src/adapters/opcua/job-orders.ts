// Job orders of ISA-95 at a server (OPC 10031-4, as OPC 40001-3 and machine tools use it): which one is under way, and how
// the last one ended. A list that cannot be read is unknown, never empty (invariant 7).

import { type DataValue, makeNodeId, NodeId, sameNodeId } from 'node-opcua';
import type { JobResult } from '../../domain/journal/entry.ts';
import type { JobSeen } from '../../edge/talk.ts';
import type { Seen } from './machine-state.ts';
import { readStructure, type Structure } from './order-structures.ts';
import { shortText } from './short-text.ts';

export type FoundOrders = {
  /** The orders with their states (JobOrderList); null where the server has no such variable. */
  readonly list: NodeId | null;
  /** What came of them (JobOrderResponseList), which a server may leave out. */
  readonly responses: NodeId | null;
  /** Of the namespace of ISA-95 job control in this session. */
  readonly index: number;
};

export const jobControlUri = 'http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/';
export const jobsUri = 'http://opcfoundation.org/UA/Machinery/Jobs/';

/** Numbers of the states of an order (OPC 10031-4, 6.2.1); those before are still to be started. */
const states = { running: 3, interrupted: 4, ended: 5, aborted: 6 } as const;
/** Of the encodings of both structures in the nodeset. */
const encodings = { orderAndState: 5032, response: 5026 } as const;
/** JobResult of OPC 40001-3, 9.2, by its number. */
const results: readonly JobResult[] = ['unknown', 'completed', 'failed'];
/** More orders at one machine are not looked at. */
const ordersLimit = 200;
const nameLimit = 80;

type JobOrder = {
  readonly id: string;
  readonly name: string;
  readonly state: number;
  /** Null where none was told. */
  readonly result: JobResult | null;
};

export type OrderSeen = { readonly job: JobSeen; readonly isInterrupted: boolean };

/** Keeps what was last said; answers what happened in one message, in order. */
export function followOrders({ index }: FoundOrders) {
  let orders: readonly JobOrder[] = [];
  let responses: readonly JobOrder[] = [];
  let underWay: string | null = null;

  function look(): readonly OrderSeen[] {
    const all = together(orders, responses);
    const going = all.filter(({ state }) => state === states.running || state === states.interrupted);
    const now = going.find(({ id }) => id === underWay) ?? going[0];
    const before = underWay;
    underWay = now?.id ?? null;
    const seen: OrderSeen[] = [];
    if (before !== null && before !== now?.id) seen.push(still(endOf(before, all)));
    if (now)
      seen.push({
        job: { state: 'under-way', id: now.id, name: now.name },
        isInterrupted: now.state === states.interrupted,
      });
    else if (before === null) seen.push(still({ state: 'none' }));
    return seen;
  }

  return {
    take(lists: readonly DataValue[], answered: readonly DataValue[]): readonly OrderSeen[] {
      const said = answered.at(-1);
      // What came of an order is told with its end, and belongs to it.
      if (said) responses = ordersIn(said, { index, kind: 'response' }) ?? responses;
      const steps = lists.flatMap((list): readonly OrderSeen[] => {
        const read = ordersIn(list, { index, kind: 'orderAndState' });
        if (read === null) return [still({ state: 'unknown' })];
        orders = read;
        return look();
      });
      return steps.length === 0 && said ? look() : steps;
    },
  };
}

/** Of a machine that stands still, while its order waits to go on. */
export const withOrder = (seen: Seen, order: OrderSeen | null): Seen =>
  order?.isInterrupted && seen.activity === 'idle' && seen.substate === null
    ? { ...seen, activity: 'paused' }
    : seen;

const still = (job: JobSeen): OrderSeen => ({ job, isInterrupted: false });

/** An order that was taken off the list has ended in a way that nobody saw. */
function endOf(id: string, all: readonly JobOrder[]): JobSeen {
  const order = all.find((one) => one.id === id);
  if (order?.state === states.aborted) return { state: 'over', id, result: 'aborted' };
  if (order?.state === states.ended) return { state: 'over', id, result: order.result ?? 'completed' };
  return { state: 'none' };
}

/** The state of an order counts as its list tells it; only where no list has it, as its response does. */
function together(orders: readonly JobOrder[], responses: readonly JobOrder[]): readonly JobOrder[] {
  const answered = new Map(responses.map((one) => [one.id, one]));
  const listed = new Set(orders.map(({ id }) => id));
  return [
    ...orders.map((order) => ({ ...order, result: answered.get(order.id)?.result ?? null })),
    ...responses.filter(({ id }) => !listed.has(id)),
  ];
}

/** Null for what is bad or cannot be read. */
function ordersIn(
  { statusCode, value }: DataValue,
  { index, kind }: { readonly index: number; readonly kind: keyof typeof encodings },
): readonly JobOrder[] | null {
  const list: unknown = statusCode.isGood() ? (value?.value ?? []) : null;
  if (!Array.isArray(list)) return null;
  const encoding = makeNodeId(encodings[kind], index);
  const orders = list.slice(0, ordersLimit).map((one: unknown) => {
    const bytes = bytesOf(one, encoding);
    const read = bytes && readStructure(bytes, kind);
    return read && orderIn(read);
  });
  return orders.every((one) => one !== null) ? orders : null;
}

/** The library leaves a structure that it does not know as its bytes, and the name of their encoding. */
function bytesOf(structure: unknown, encoding: NodeId): Buffer | null {
  const { nodeId, buffer } = (structure ?? {}) as { readonly nodeId?: unknown; readonly buffer?: unknown };
  const isOurs = nodeId instanceof NodeId && sameNodeId(nodeId, encoding);
  return isOurs && Buffer.isBuffer(buffer) ? buffer : null;
}

function orderIn(structure: Structure): JobOrder | null {
  const order = (structure.JobOrder ?? structure) as Structure;
  const id = textOf(order.JobOrderID);
  const said = (structure.State ?? structure.JobState ?? []) as readonly Structure[];
  // Besides its own, the states within it may be told; those have a path.
  const own = said.find(({ BrowsePath: path }) => Array.isArray(path) && path.length === 0) ?? said[0];
  const state = own?.StateNumber;
  if (id === null || typeof state !== 'number') return null;
  const [described] = [order.Description].flat();
  const data = (structure.JobResponseData ?? []) as readonly Structure[];
  const told = data.find((one) => one.ID === 'JobResult')?.Value;
  const result = typeof told === 'number' ? (results[told] ?? 'unknown') : null;
  return { id, name: textOf(described) ?? id, state, result };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? shortText(value, nameLimit) : null;
