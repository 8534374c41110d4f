// A controller without a companion model, as many older ones are: some variables in a namespace of its own, and an order
// that ends its job. What the numbers mean stands in its manual only.

import {
  type AddressSpace,
  DataType,
  type Namespace,
  StatusCodes,
  type UAObject,
  type UAVariable,
} from 'node-opcua';
import type { ItemState, MillNodes } from './opcua-mill-nodes.ts';
import type { MillProgram } from './opcua-mill-production.ts';

/** What its State says; 7 stands in no manual. */
const codes: Readonly<Record<ItemState, number>> = {
  NotExecuting: 0,
  Executing: 1,
  OutOfService: 2,
  NotAvailable: 7,
};

/** `s=State`, `s=Program`, `s=Progress` (percent) and `s=Spindle` (revolutions a second) in the namespace of the server. */
export function addPlainNodes(place: {
  readonly addressSpace: AddressSpace;
  readonly name: string;
}): MillNodes {
  const own = place.addressSpace.getOwnNamespace();
  const machine = own.addObject({
    browseName: place.name,
    organizedBy: place.addressSpace.rootFolder.objects,
  });
  const variable = (id: string, dataType: DataType, value: number | string): UAVariable =>
    own.addVariable({
      componentOf: machine,
      browseName: id,
      nodeId: `s=${id}`,
      dataType,
      value: { dataType, value },
    });
  const state = variable('State', DataType.Int16, 0);
  const program = variable('Program', DataType.String, '');
  const progress = variable('Progress', DataType.Double, 0);
  const spindle = variable('Spindle', DataType.Float, 0);
  return {
    setState(to) {
      const value = { dataType: DataType.Int16, value: to === null ? 0 : codes[to] };
      state.setValueFromSource(value, to === null ? StatusCodes.BadDeviceFailure : StatusCodes.Good);
      spindle.setValueFromSource({ dataType: DataType.Float, value: to === 'Executing' ? 25 : 0 });
      if (to === 'Executing') progress.setValueFromSource({ dataType: DataType.Double, value: 40 });
    },
    setProgram: ({ name }: Partial<MillProgram>) => {
      if (name !== undefined) program.setValueFromSource({ dataType: DataType.String, value: name });
    },
    setOrders: () => undefined,
    setMode: () => undefined,
    addCycle: () => undefined,
    setCounters: () => undefined,
    isEnabled: () => false,
    count: () => undefined,
  };
}

/** How it takes the order to end a job, `s=Stop` (write true) or the method `s=EndJob` of `s=Panel`. */
export type StopNode = 'none' | 'obeys' | 'read-only';

export function addStop(
  own: Namespace,
  { stop, onStop }: { readonly stop: Exclude<StopNode, 'none'>; readonly onStop: () => void },
): void {
  const panel: UAObject = own.addObject({
    browseName: 'Panel',
    nodeId: 's=Panel',
    organizedBy: own.addressSpace.rootFolder.objects,
  });
  const stopped = own.addVariable({
    componentOf: panel,
    browseName: 'Stop',
    nodeId: 's=Stop',
    dataType: DataType.Boolean,
    accessLevel: 'CurrentRead | CurrentWrite',
    userAccessLevel: stop === 'read-only' ? 'CurrentRead' : 'CurrentRead | CurrentWrite',
    value: { dataType: DataType.Boolean, value: false },
  });
  stopped.on('value_changed', ({ value }) => {
    if (value.value !== true) return;
    onStop();
    // A key that springs back.
    stopped.setValueFromSource({ dataType: DataType.Boolean, value: false });
  });
  const method = own.addMethod(panel, { browseName: 'EndJob', nodeId: 's=EndJob', inputArguments: [] });
  method.bindMethod((_inputs, _context, answer) => {
    if (stop === 'obeys') onStop();
    answer(null, { statusCode: stop === 'obeys' ? StatusCodes.Good : StatusCodes.BadUserAccessDenied });
  });
}
