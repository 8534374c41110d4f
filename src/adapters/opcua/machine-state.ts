// What a machine does, from the two state machines of OPC 40001-1 (Machinery): its item state (section 12) and its
// operation mode (section 13). A table and two pure functions; what is bad, unknown or not said is `unknown`, never
// idle (invariant 7).

import { type Activity, activityFacts } from '../../domain/machine/activity.ts';
import { notAvailable } from '../../domain/machine/shown.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import { shortText } from './short-text.ts';

export const itemStates = ['NotAvailable', 'OutOfService', 'NotExecuting', 'Executing'] as const;
export type ItemState = (typeof itemStates)[number];

export const operationModes = ['None', 'Maintenance', 'Setup', 'Processing'] as const;
export type OperationMode = (typeof operationModes)[number];

/** What the server last said; null where it said nothing that we know. */
type MachineWords = {
  readonly state: ItemState | null;
  /** The state as the server puts it, of any length and in any language. */
  readonly stateText: string | null;
  readonly mode: OperationMode | null;
  /** The server itself is in order (ServerStatus.State is Running); its machine is not known otherwise. */
  readonly serving: boolean;
};

export type Seen = Pick<MachineReport, 'activity' | 'substate' | 'raw'>;

/** One row per item state: the activity in production, and while somebody sets the machine up or mends it. */
const rows: Readonly<Record<ItemState, { readonly producing: Activity; readonly tended: Activity }>> = {
  NotAvailable: { producing: 'unknown', tended: 'unknown' },
  OutOfService: { producing: 'alarm', tended: 'alarm' },
  NotExecuting: { producing: 'idle', tended: 'idle' },
  // It moves, but not in a job.
  Executing: { producing: 'running', tended: 'busy' },
};

/** A raw word has at most 40 printable characters; the longest mode takes thirteen of them. */
const ownLimit = 27;

export function seenAs({ state, stateText, mode, serving }: MachineWords): Seen {
  const tended = mode === 'Setup' || mode === 'Maintenance';
  const row = state === null || !serving ? null : rows[state];
  const own = state ?? (stateText === null ? null : shortText(stateText, ownLimit));
  const words = [own, mode === 'None' ? null : mode].filter((word) => word !== null);
  return {
    activity: row === null ? 'unknown' : tended ? row.tended : row.producing,
    substate: substateOf(row === null ? null : state, tended ? mode : null),
    raw: words.length === 0 ? null : words.join(', '),
  };
}

/** That it is not available, or why it is tended. */
function substateOf(state: ItemState | null, tended: OperationMode | null): string | null {
  if (state === null) return null;
  return state === 'NotAvailable' ? notAvailable : (tended?.toLowerCase() ?? null);
}

/**
 * The edge of a job between two activities, where nothing else tells of jobs; `before` is unknown after a silence. How
 * one ended does not follow from them, so it is never claimed that it ended well.
 */
export function jobEdge(before: Activity, now: Activity): MachineReport['job'] {
  if (before === now) return null;
  if (now === 'running') return { event: 'started' };
  if (activityFacts[now].class !== 'quiet') return null;
  if (now !== 'alarm' && now !== 'estop') return { event: 'ended', result: 'unknown' };
  return { event: 'ended', result: before === 'unknown' ? 'unknown' : 'failed' };
}
