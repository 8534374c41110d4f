// The one place that decides who may publish, subscribe and be sent what. Deny by default: what no row covers is no.
// Pure, so that the whole matrix can be tested.

import { isId } from '../../domain/ids.ts';

/** `probe` is the gateway itself, asking whether a tap still finds its way; see `probe.ts`. */
export type DeviceKind = 'reader' | 'switch' | 'machine' | 'probe';

/** Forwarding is decided again for every message: a subscription outlives no change of this table. */
export type Action = 'publish' | 'subscribe' | 'forward';

/** What everyone who signed in may hear. */
const open = ['officina/v1/machine/+/state', 'officina/v1/gateway/status'];

/** `{id}` is the device's own id. What may be heard may be subscribed and forwarded. */
const table: Readonly<
  Record<DeviceKind, { readonly says: readonly string[]; readonly hears: readonly string[] }>
> = {
  reader: { says: ['officina/v1/reader/{id}/tap'], hears: ['officina/v1/reader/{id}/answer', ...open] },
  switch: { says: ['officina/v1/switch/{id}/state'], hears: ['officina/v1/switch/{id}/set', ...open] },
  machine: { says: ['officina/v1/machine/{id}/report'], hears: open },
  probe: { says: ['officina/v1/probe/{id}/tap'], hears: [] },
};

/** Whether the device may do this with this topic, or with this filter when it subscribes. */
export function permit(
  device: { readonly kind: DeviceKind; readonly id: string },
  action: Action,
  topic: string,
): boolean {
  if (!isId(device.id)) return false;
  const row = table[device.kind];
  const patterns = action === 'publish' ? row.says : row.hears;
  if (action !== 'subscribe' && /[+#]/.test(topic)) return false;
  return patterns.some((pattern) => covers(pattern.replace('{id}', device.id), topic));
}

/** Level by level; `+` in the pattern covers `+` and any id, `#` is never covered. */
function covers(pattern: string, topic: string): boolean {
  if (pattern === topic) return true;
  const wanted = pattern.split('/');
  const levels = topic.split('/');
  return (
    wanted.length === levels.length &&
    wanted.every((want, i) => want === levels[i] || (want === '+' && isId(levels[i] ?? '')))
  );
}
