// Alerts of a machine tool (AlertType of OPC 40501-1, 9.2, a condition that is active or not), as one short text: what its
// display says while it stands in alarm. It is shown and decides nothing.

import {
  constructEventFilter,
  DataType,
  DataValue,
  LocalizedText,
  makeNodeId,
  ofType,
  StatusCodes,
  type Variant,
} from 'node-opcua';
import { shortText } from './short-text.ts';

const alertType = 39;
const textLimit = 40;

/** @param index of the namespace of MachineTool in this session */
export const alertFilter = (index: number) =>
  constructEventFilter(
    ['Message', 'ActiveState.Id', `${index}:ErrorCode`],
    ofType(makeNodeId(alertType, index)),
  );

/** What such an event says, as if a variable held it: empty once the alert is not active any more. */
export function alertIn(fields: readonly Variant[] | null): DataValue {
  const [message, active, code] = (fields ?? []).slice(0, 3).map((field): unknown => field?.value);
  const words = [code, message instanceof LocalizedText ? message.text : null]
    .map((word) => (typeof word === 'string' ? shortText(word, textLimit) : null))
    .filter((word) => word !== null);
  // A server may leave the state out of what it sends; then the alert is news.
  const text = active === false ? '' : words.join(' ').slice(0, textLimit);
  return new DataValue({
    statusCode: StatusCodes.Good,
    value: { dataType: DataType.String, value: text },
  });
}
