// The permission to run at an OPC UA server: one Boolean node is written, and what another says is read back. What the
// server refuses becomes a fault with the server's own word for it, which people can look up.

import {
  AttributeIds,
  type ClientSession,
  DataType,
  type DataValue,
  resolveNodeId,
  type StatusCode,
  StatusCodes,
} from 'node-opcua';
import type { PermissionFault } from '../../domain/machine/permission.ts';

/** Null when the server took the value. */
export async function writePermission(
  session: ClientSession,
  order: { node: string; on: boolean },
): Promise<PermissionFault | null> {
  const status = await session.write({
    nodeId: resolveNodeId(order.node),
    attributeId: AttributeIds.Value,
    value: { value: { dataType: DataType.Boolean, value: order.on } },
  });
  return status.isGood() ? null : permissionFault(status);
}

/** What a value says; a good one that is no Boolean is a fault of the description. */
export function permissionIn({ statusCode, value }: DataValue): [boolean | null, PermissionFault | null] {
  if (!statusCode.isGood()) return [null, null];
  if (typeof value?.value === 'boolean') return [value.value, null];
  return [null, { code: 'not-boolean', detail: '' }];
}

export function permissionFault(status: StatusCode): PermissionFault {
  return { code: codes.get(status.value) ?? 'refused', detail: status.name.slice(0, 60) };
}

/** OPC 10000-4, 7.39.2. */
const codes: ReadonlyMap<number, PermissionFault['code']> = new Map([
  [StatusCodes.BadUserAccessDenied.value, 'denied'],
  [StatusCodes.BadNotWritable.value, 'denied'],
  [StatusCodes.BadNotReadable.value, 'denied'],
  [StatusCodes.BadWriteNotSupported.value, 'denied'],
  [StatusCodes.BadTypeMismatch.value, 'not-boolean'],
  [StatusCodes.BadNodeIdUnknown.value, 'missing'],
  [StatusCodes.BadNodeIdInvalid.value, 'missing'],
]);

/**
 * A node of the file as this session knows it: the index of a namespace may change at every start of a server, its name
 * does not. Null when the server has no such namespace.
 */
export const nodeHere = async (session: ClientSession, written: string): Promise<string | null> =>
  nodeIn(await session.readNamespaceArray(), written);

/** The same among namespaces that are known already. */
export function nodeIn(namespaces: readonly string[], written: string): string | null {
  const [, uri, id] = /^nsu=([^;]*);(.*)$/s.exec(written) ?? [];
  if (uri === undefined || id === undefined) return written;
  const index = namespaces.indexOf(uri);
  return index < 0 ? null : `ns=${index};${id}`;
}
