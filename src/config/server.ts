// The keys `http`, `mqtt` and `log`: where the gateway listens and what it says about itself.

import { Type } from 'typebox';
import { attachFromSchema, checkAttachFrom } from './attach-from.ts';
import type { Config } from './config.ts';
import { addressField, checkAddress } from './http-address.ts';
import { hostSchema } from './link.ts';
import { isEmpty, placeOf, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { clientCaField, readTls, type TlsScope } from './tls.ts';

type Usual = { readonly host: string; readonly port: number };

const portSchema = Type.Integer({
  minimum: 0,
  maximum: 65_535,
  description: 'a port from 0 to 65535; 0 takes a free one',
});

/** `tls` has a reader of its own. */
const listenFields = {
  host: Type.Optional(hostSchema),
  port: Type.Optional(portSchema),
  tls: Type.Optional(Type.Unknown()),
};
const yesOrNo = (what: string) => Type.Optional(Type.Boolean({ description: `true or false: ${what}` }));

const httpSchema = Type.Object({ ...listenFields, address: addressField });
const mqttSchema = Type.Object({
  ...listenFields,
  plain: yesOrNo('whether devices may come without TLS'),
  attachFrom: Type.Optional(attachFromSchema),
});

const httpTlsFields = { hsts: yesOrNo('whether browsers keep to HTTPS for this host name') };
const mqttTlsFields = {
  port: Type.Optional(portSchema),
  clientCa: clientCaField,
  required: yesOrNo('whether each device must have a certificate of clientCa'),
};

/** IANA's port for MQTT over TLS. */
const usualTlsPort = 8883;

export function readHttp(field: Field | undefined, usual: Usual, scope: TlsScope): Config['http'] {
  if (!field) return { ...usual, tls: null };
  const shape = readShape(httpSchema, field.tree, scope);
  const { host = usual.host, port = usual.port } = shape;
  const address = shape.address === undefined ? undefined : checkAddress(shape.address, field.tree, scope);
  const tls = readTls(innerTree(field.tree, 'tls'), httpTlsFields, { ...scope, name: `${scope.name}.tls` });
  return {
    ...{ host, port, tls: tls && { ...tls.files, hsts: tls.shape.hsts ?? true } },
    ...(address !== undefined && { address }),
  };
}

/** @param portSaid what flag or environment say: the port without TLS, or with it where there is no other */
export function readMqtt(
  field: Field | undefined,
  usual: Usual & { readonly portSaid: number | null },
  scope: TlsScope,
): Config['mqtt'] {
  const { portSaid } = usual;
  if (!field) return { host: usual.host, port: portSaid ?? usual.port, tls: null };
  const shape = readShape(mqttSchema, field.tree, scope);
  const { host = usual.host, plain = true } = shape;
  const tlsTree = innerTree(field.tree, 'tls');
  const tls = readTls(tlsTree, mqttTlsFields, { ...scope, name: `${scope.name}.tls` });
  if (!plain && (tlsTree === undefined || isEmpty(tlsTree))) {
    const text = `${scope.name} has "plain: false" and no "tls", so no device could come in; give it "tls: { cert, key }".`;
    scope.findings.mistake(placeOf(field.tree, 'plain'), text);
  }
  const attachFrom = shape.attachFrom && checkAttachFrom(shape.attachFrom, field.tree, scope);
  if (tls?.shape.required !== undefined && tls.files.clientCa === undefined) {
    const text = `"required" of ${scope.name}.tls speaks of certificates of devices, and "clientCa" is not there; name the file of their issuer.`;
    scope.findings.mistake(placeOf(tlsTree ?? field.tree, 'required'), text);
  }
  const certificates = tls?.shape.required === false ? 'asked' : 'required';
  if (plain && tls?.files.clientCa !== undefined && certificates === 'required') {
    const text = `"clientCa" of ${scope.name}.tls is required there, and devices may still come without TLS; "plain: false" in ${scope.name} closes that.`;
    scope.findings.warning(placeOf(tlsTree ?? field.tree, 'clientCa'), text);
  }
  const tlsPort = (plain ? null : portSaid) ?? tls?.shape.port ?? usualTlsPort;
  return {
    host,
    port: plain ? (portSaid ?? shape.port ?? usual.port) : null,
    tls: tls && { ...tls.files, port: tlsPort, ...(tls.files.clientCa !== undefined && { certificates }) },
    ...(attachFrom && attachFrom.length > 0 && { attachFrom }),
  };
}

function innerTree(tree: Tree, key: string): Tree | undefined {
  return tree.kind === 'fields' ? tree.fields.get(key)?.tree : undefined;
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export const isLogLevel = (word: string): word is Config['log'] => logLevels.some((level) => level === word);

const logSchema = Type.Object({ log: Type.Enum(logLevels) });

export function readLog(field: Field | undefined, scope: Scope): Config['log'] {
  if (!field) return 'info';
  const fields = new Map([['log', field]]);
  return readShape(logSchema, { kind: 'fields', fields, place: field.place }, scope).log ?? 'info';
}
