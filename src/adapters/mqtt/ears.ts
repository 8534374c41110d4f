// What a device must have subscribed to before it can be told anything: its ears. A native device has one, a box with
// stock firmware one for each of its parts.

import type { Device, Newcomer } from './credentials.ts';
import { type StockPart, speechOf } from './dialects/speech-of.ts';

export type Ear = {
  readonly name: string;
  /** It hears once all of these are subscribed. */
  readonly topics: readonly string[];
  /** Null for a native device. */
  readonly part: StockPart | null;
};

export function earsOf(device: Device | Newcomer): readonly Ear[] {
  if (device.kind === 'unassigned' || device.kind === 'listener') return [];
  if (device.kind === 'stock') return device.parts.map(earOf).filter(({ topics }) => topics.length > 0);
  const { kind, id } = device;
  if (kind === 'switch') return [nativeEar(`officina/v1/switch/${id}/set`)];
  if (kind === 'machine' && device.switch !== undefined)
    return [nativeEar(`officina/v1/machine/${id}/enable`)];
  return kind === 'reader' ? [nativeEar(`officina/v1/reader/${id}/answer`)] : [];
}

const nativeEar = (topic: string): Ear => ({ name: 'own', topics: [topic], part: null });

/** Where its orders would go, whatever they say. */
function earOf(part: StockPart): Ear {
  const { order, ask, list } = speechOf(part);
  const orders =
    part.role === 'switch'
      ? [order({ on: true, leaseS: 1, n: 0 }), order({ on: false, leaseS: 1, n: 0 })].flat()
      : [];
  const topics = [...orders, ...ask()].flatMap((deed) => (deed.kind === 'publish' ? [deed.topic] : []));
  const lists = part.role === 'reader' ? (list()?.topic ?? []) : [];
  return { name: `${part.role} ${part.id}`, topics: [...new Set(topics.concat(lists))], part };
}
