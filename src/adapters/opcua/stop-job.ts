// The one order that a machine may be given here: the value or the method by which the operator says that its job ends.
// It is written in the type that the node has; what the server answers is not yet an end.

import { AttributeIds, type ClientSession, DataType, type DataValue } from 'node-opcua';
import { nodeHere } from './permit-machine.ts';
import type { StopOrder } from './worker-messages.ts';

export type StopAnswer = 'taken' | 'refused';

/** Rejects when the server goes away. */
export async function stopJob(session: ClientSession, order: StopOrder): Promise<StopAnswer> {
  if (order.kind === 'call') {
    const [objectId, methodId] = [
      await nodeHere(session, order.object),
      await nodeHere(session, order.method),
    ];
    if (objectId === null || methodId === null) return 'refused';
    const { statusCode } = await session.call({ objectId, methodId, inputArguments: [] });
    return statusCode.isGood() ? 'taken' : 'refused';
  }
  const nodeId = await nodeHere(session, order.node);
  if (nodeId === null) return 'refused';
  const now = await session.read({ nodeId, attributeId: AttributeIds.Value });
  const value = asTyped(order.value, now);
  if (value === null) return 'refused';
  const status = await session.write({ nodeId, attributeId: AttributeIds.Value, value: { value } });
  return status.isGood() ? 'taken' : 'refused';
}

/** Least and greatest of the whole numbers of OPC 10000-6, 5.1.2, that fit a number here. */
const wholes: ReadonlyMap<DataType, readonly [number, number]> = new Map([
  [DataType.SByte, [-(2 ** 7), 2 ** 7 - 1]],
  [DataType.Byte, [0, 2 ** 8 - 1]],
  [DataType.Int16, [-(2 ** 15), 2 ** 15 - 1]],
  [DataType.UInt16, [0, 2 ** 16 - 1]],
  [DataType.Int32, [-(2 ** 31), 2 ** 31 - 1]],
  [DataType.UInt32, [0, 2 ** 32 - 1]],
]);

type Typed = { readonly dataType: DataType; readonly value: boolean | number | string };

/** Null where the node is of another type than the value of the file. */
function asTyped(value: Typed['value'], { value: now }: DataValue): Typed | null {
  const dataType = now?.dataType ?? DataType.Null;
  const limits = wholes.get(dataType);
  const isFit =
    (typeof value === 'boolean' && dataType === DataType.Boolean) ||
    (typeof value === 'string' && dataType === DataType.String) ||
    (typeof value === 'number' && (dataType === DataType.Double || dataType === DataType.Float)) ||
    (typeof value === 'number' &&
      Number.isInteger(value) &&
      limits &&
      value >= limits[0] &&
      value <= limits[1]);
  return isFit ? { dataType, value } : null;
}
