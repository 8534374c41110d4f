// The keys of a link that say how the gateway sits beside another host at one controller: `owner`, and `host` for where
// that host comes in.

import { type Static, Type } from 'typebox';
import type { BesideConfig } from './config.ts';
import { isLoopback } from './is-loopback.ts';
import type { DeviceScope } from './password.ts';
import { placeOf, readShape } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

export const besideFields = {
  owner: Type.Optional(Type.Enum(['exclusive', 'passThrough', 'tap', 'observeOnly'])),
  host: Type.Optional(Type.Unknown()),
};

/** `host` of a TCP link is its own address; there the door for hosts stands in `door`. */
export const besideTcpFields = { owner: besideFields.owner, door: Type.Optional(Type.Unknown()) };

const doorSchema = Type.Object({
  tcp: Type.Optional(
    Type.String({
      pattern: '^(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9._-]{1,253}):[1-9][0-9]{0,4}$',
      description: 'an address and a port to listen on, for instance 127.0.0.1:2300',
    }),
  ),
  pty: Type.Optional(
    Type.String({
      // What socat would take for an option of its own stays out.
      pattern: '^/[A-Za-z0-9._/-]{1,200}$',
      description: 'the path of a terminal to be made, for instance /run/officina/laser',
    }),
  ),
});

/** Nothing for `exclusive`, which is what a link is when it says nothing. */
export function readBeside(
  owner: Static<(typeof besideFields)['owner']> | undefined,
  link: { tree: Tree; key: 'host' | 'door' },
  scope: DeviceScope,
): { beside?: BesideConfig } {
  const { tree, key } = link;
  const field = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  const { mistake } = scope.findings;
  if (owner !== 'passThrough') {
    if (field)
      mistake(field.place, `"${key}" of ${scope.name} is for owner: passThrough; add that, or leave it out.`);
    return owner === 'tap' || owner === 'observeOnly' ? { beside: { owner } } : {};
  }
  if (!field) {
    mistake(
      placeOf(tree, 'owner'),
      `${scope.name} shares its controller but names no place for the host; add ${key}: { tcp: "127.0.0.1:2300" }.`,
    );
    return {};
  }
  const inner = { ...scope, name: `${scope.name}.${key}`, place: field.place };
  const { tcp, pty } = readShape(doorSchema, field.tree, inner);
  if ((tcp === undefined) === (pty === undefined)) {
    mistake(field.place, `"${key}" of ${scope.name} must have either "tcp" or "pty".`);
    return {};
  }
  if (pty !== undefined) return { beside: { owner, door: { kind: 'pty', path: pty } } };
  const door = addressOf(tcp ?? '');
  if (door.port > 65_535) mistake(field.place, `"tcp" of ${inner.name} has no port from 1 to 65535.`);
  if (!isLoopback(door.host)) {
    const text = `${scope.name} lets hosts in at ${tcp}: whoever reaches it drives the machine while a session is open, without a password; take 127.0.0.1, or keep that network for the one host.`;
    scope.findings.warning(placeOf(field.tree, 'tcp'), text);
  }
  return { beside: { owner, door: { kind: 'tcp', ...door } } };
}

function addressOf(text: string): { host: string; port: number } {
  const cut = text.lastIndexOf(':');
  return { host: text.slice(0, cut).replace(/^\[|\]$/g, ''), port: Number(text.slice(cut + 1)) };
}
