// The nodes that the file names, at the server as it is in this session, and what their values mean. A value that the
// file does not name is unknown, with its own word; a bad one is unknown without a word (invariant 7).

import { type ClientSession, type DataValue, LocalizedText } from 'node-opcua';
import type { Activity } from '../../domain/machine/activity.ts';
import type { ReadingName } from '../../domain/machine/reading.ts';
import type { Seen } from './machine-state.ts';
import { nodeIn } from './permit-machine.ts';
import { shortText } from './short-text.ts';
import type { NodeMap, ScaledNode } from './worker-messages.ts';

export type MappedNodes = {
  readonly activity: {
    readonly nodeId: string;
    readonly values: ReadonlyMap<string, Activity>;
  } | null;
  readonly program: string | null;
  readonly readings: ReadonlyMap<ReadingName, { readonly nodeId: string; readonly scale: number }>;
  /** What the file names in a namespace that the server does not have. */
  readonly missing: readonly string[];
};

export const noNodes: MappedNodes = { activity: null, program: null, readings: new Map(), missing: [] };

export async function nodesHere(session: ClientSession, map: NodeMap): Promise<MappedNodes> {
  const missing: string[] = [];
  const namespaces = await session.readNamespaceArray();
  const here = (key: string, node: string): string | null => {
    const found = nodeIn(namespaces, node);
    if (found === null) missing.push(key);
    return found;
  };
  const { activity, program, progress } = map;
  const activityId = activity && here('activity', activity.node);
  const programId = program && here('program', program);
  const readings = new Map<ReadingName, { nodeId: string; scale: number }>();
  const scaled: readonly (ScaledNode & { name: ReadingName })[] = [
    ...map.readings,
    ...(progress ? [{ name: 'program.progress' as const, ...progress }] : []),
  ];
  for (const { name, node, scale } of scaled) {
    const nodeId = here(name, node);
    if (nodeId !== null) readings.set(name, { nodeId, scale });
  }
  const values = new Map(activity?.values.map((one) => [one.value, one.activity]) ?? []);
  return {
    activity: activityId ? { nodeId: activityId, values } : null,
    program: programId,
    readings,
    missing,
  };
}

/** @param value null before the first */
export function seenByNode(
  value: DataValue | null,
  { values, serving }: { values: ReadonlyMap<string, Activity>; serving: boolean },
): Seen {
  const word = value?.statusCode.isGood() ? wordOf(value.value?.value) : null;
  const activity = word === null || !serving ? 'unknown' : (values.get(word) ?? 'unknown');
  return { activity, substate: null, raw: word === null ? null : shortText(word, 40) };
}

/** As the file writes it: numbers plainly, yes and no as true and false; a text at most 200 characters long. */
function wordOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value.slice(0, 200);
  if (value instanceof LocalizedText) return value.text?.slice(0, 200) ?? null;
  const number = numberOf(value);
  return number === null ? null : String(number);
}

/** Null for what is bad or not a finite number, and for a progress beyond its bounds. */
export function scaledOf(name: ReadingName, value: DataValue, scale: number): number | null {
  const number = value.statusCode.isGood() ? numberOf(value.value?.value) : null;
  if (number === null || !Number.isFinite(number * scale)) return null;
  const scaled = number * scale;
  return name === 'program.progress' && (scaled < 0 || scaled > 1) ? null : scaled;
}

/** Whole numbers of 64 bits come as two of 32. */
export function numberOf(value: unknown): number | null {
  const isPair = Array.isArray(value) && value.length === 2;
  const number = isPair ? Number(value[0]) * 2 ** 32 + Number(value[1]) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
