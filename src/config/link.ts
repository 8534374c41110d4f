// The key `link` of a machine: how its controller is reached, one shape per kind.

import { type Static, Type } from 'typebox';
import type { LinkConfig } from './config.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

export const hostSchema = Type.String({
  pattern: '^[A-Za-z0-9._:-]{1,253}$',
  description: 'a host name or address, for instance 127.0.0.1',
});

/** As the file of the profile is called; two dots never stand together, so it names no other folder. */
const profileSchema = Type.String({
  pattern: '^(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{0,63}$',
  description: 'the id of a firmware profile, for instance grbl-1.1',
});

const serialSchema = Type.Object({
  kind: Type.Literal('serial'),
  path: Type.String({
    pattern: '^[^\\u0000-\\u001f\\u007f]{1,255}$',
    description: 'the path of the serial port, for instance /dev/ttyUSB0',
  }),
  baud: Type.Optional(
    Type.Integer({
      minimum: 1200,
      maximum: 4_000_000,
      description: 'a whole number of bits per second from 1200',
    }),
  ),
  profile: profileSchema,
});

const tcpSchema = Type.Object({
  kind: Type.Literal('tcp'),
  host: hostSchema,
  port: Type.Integer({ minimum: 1, maximum: 65_535, description: 'a port from 1 to 65535' }),
  profile: profileSchema,
});

const linkKinds = {
  serial: serialSchema,
  tcp: tcpSchema,
  mqtt: Type.Object({ kind: Type.Literal('mqtt'), ...passwordFields }),
  none: Type.Object({ kind: Type.Literal('none') }),
};

/** A machine without a link is one that we cannot hear. After a mistake the link is `none`, too. */
export function readLink(tree: Tree, scope: DeviceScope): LinkConfig {
  const read = readKind(linkKinds, tree, scope);
  if (read?.kind === 'mqtt') return { kind: 'mqtt', password: takePassword(read.shape, tree, scope) };
  if (read?.kind === 'serial') {
    const { path, baud, profile } = read.shape as Partial<Static<typeof serialSchema>>;
    return { kind: 'serial', path: path ?? '', baud: baud ?? null, profile: profile ?? '' };
  }
  if (read?.kind === 'tcp') {
    const { host, port, profile } = read.shape as Partial<Static<typeof tcpSchema>>;
    return { kind: 'tcp', host: host ?? '', port: port ?? 0, profile: profile ?? '' };
  }
  return { kind: 'none' };
}

/** The firmware profile of a link; null where the machine speaks our own words or not at all. */
export const profileOf = (link: LinkConfig): string | null => ('profile' in link ? link.profile : null);
