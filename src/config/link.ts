// The key `link` of a machine: how its controller is reached, one shape per kind.

import { type Static, Type } from 'typebox';
import { besideFields, besideTcpFields, readBeside } from './beside.ts';
import type { LinkConfig, OpcuaLinkConfig } from './config.ts';
import { currentSenseSchema, readCurrentSense } from './current-sense.ts';
import { networkKinds, readNetworkLink } from './network-link.ts';
import { readOpcuaNodes } from './opcua-nodes.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { isEmpty, placeOf, readKind } from './read-shape.ts';
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
  ...besideFields,
});

const tcpSchema = Type.Object({
  kind: Type.Literal('tcp'),
  host: hostSchema,
  port: Type.Integer({ minimum: 1, maximum: 65_535, description: 'a port from 1 to 65535' }),
  profile: profileSchema,
  ...besideTcpFields,
});

const opcuaSchema = Type.Object({
  kind: Type.Literal('opcua'),
  endpoint: Type.String({
    pattern:
      '^opc\\.tcp://([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[1-9][0-9]{0,4})?(/[!-~]{0,200})?$',
    description: 'the address of an OPC UA server, for instance opc.tcp://192.0.2.7:4840',
  }),
  machine: Type.Optional(
    Type.String({
      pattern: '^(?!\\s)[^\\u0000-\\u001f\\u007f]{1,120}$',
      description: 'the name of a machine as the server shows it under Machines',
    }),
  ),
  security: Type.Optional(Type.Enum(['sign-and-encrypt', 'sign', 'none'])),
  user: Type.Optional(
    Type.String({
      pattern: '^[^\\u0000-\\u001f\\u007f]{1,120}$',
      description: 'the name by which the server knows this gateway',
    }),
  ),
  ...passwordFields,
  nodes: Type.Optional(Type.Unknown()),
});

const linkKinds = {
  serial: serialSchema,
  tcp: tcpSchema,
  mqtt: Type.Object({ kind: Type.Literal('mqtt'), ...passwordFields }),
  opcua: opcuaSchema,
  ...networkKinds,
  'current-sense': currentSenseSchema,
  none: Type.Object({ kind: Type.Literal('none') }),
};

/** A machine without a link is one that we cannot hear. After a mistake the link is `none`, too. */
export function readLink(tree: Tree, scope: DeviceScope): LinkConfig {
  const read = readKind(linkKinds, tree, scope);
  if (read?.kind === 'mqtt') return { kind: 'mqtt', password: takePassword(read.shape, tree, scope) };
  if (read?.kind === 'serial') {
    const { path, baud, profile, owner } = read.shape as Partial<Static<typeof serialSchema>>;
    const beside = readBeside(owner, { tree, key: 'host' }, scope);
    return { kind: 'serial', path: path ?? '', baud: baud ?? null, profile: profile ?? '', ...beside };
  }
  if (read?.kind === 'tcp') {
    const { host, port, profile, owner } = read.shape as Partial<Static<typeof tcpSchema>>;
    const beside = readBeside(owner, { tree, key: 'door' }, scope);
    return { kind: 'tcp', host: host ?? '', port: port ?? 0, profile: profile ?? '', ...beside };
  }
  if (read?.kind === 'opcua')
    return readOpcua(read.shape as Partial<Static<typeof opcuaSchema>>, tree, scope);
  if (read?.kind === 'current-sense')
    return { kind: read.kind, sense: readCurrentSense(read.shape, tree, scope) };
  if (read) return readNetworkLink(read, tree, scope) ?? { kind: 'none' };
  return { kind: 'none' };
}

/** Anonymous unless a user is named, and protected unless the file says otherwise, which `check` then repeats. */
function readOpcua(
  shape: Partial<Static<typeof opcuaSchema>>,
  tree: Tree,
  scope: DeviceScope,
): OpcuaLinkConfig {
  const { endpoint = '', machine = null, security = 'sign-and-encrypt', user = null } = shape;
  const { mistake, warning } = scope.findings;
  if (!URL.canParse(endpoint) && endpoint !== '')
    mistake(
      placeOf(tree, 'endpoint'),
      `"endpoint" of ${scope.name} has no port from 1 to 65535: "${endpoint}".`,
    );
  const hasPassword = ['password', 'password_file'].some(
    (key) => tree.kind === 'fields' && tree.fields.has(key) && !isEmpty(tree.fields.get(key)?.tree ?? tree),
  );
  if (hasPassword && user === null)
    mistake(scope.place, `${scope.name} has a password but no "user"; name the user, or leave both out.`);
  if (security === 'none' && user !== null) {
    const text = `${scope.name} would send its password in the clear, because "security" is none; leave "user" out, or protect the link.`;
    mistake(placeOf(tree, 'security'), text);
  }
  if (security === 'none') {
    const text = `${scope.name} is not protected: whoever is in that network can read it, and can pretend to be the machine; protect it where the server can, or give it a network of its own.`;
    warning(placeOf(tree, 'security'), text);
  }
  const password = user === null ? null : takePassword(shape, tree, scope);
  const nodes = readOpcuaNodes(tree, scope);
  if (nodes?.activity && machine !== null) {
    const text = `"machine" of ${scope.name} has no effect, because "nodes" says which node tells the activity; take it out.`;
    mistake(placeOf(tree, 'machine'), text);
  }
  return { kind: 'opcua', endpoint, machine, security, user, password, ...(nodes && { nodes }) };
}

/** The firmware profile of a link; null where the machine speaks our own words or not at all. */
export const profileOf = (link: LinkConfig): string | null => ('profile' in link ? link.profile : null);
