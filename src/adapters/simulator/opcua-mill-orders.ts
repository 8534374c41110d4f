// The job orders of a simulated mill (OPC 40001-3 with ISA-95 job control, OPC 10031-4): a list of orders with their states and,
// if wanted, what came of them. Its methods are not bound: nobody gives it orders over the network.

import {
  type AddressSpace,
  coerceQualifiedName,
  DataType,
  type UAObject,
  type UAVariable,
  VariantArrayType,
} from 'node-opcua';
import { childOf } from './opcua-mill-production.ts';

/** OPC 10031-4, 6.2.1, in the order of their numbers, which begin at 1. */
const states = ['NotAllowedToStart', 'AllowedToStart', 'Running', 'Interrupted', 'Ended', 'Aborted'] as const;

export type MillOrder = {
  readonly id: string;
  readonly description?: string;
  readonly state: (typeof states)[number];
  /** As the machine judges it; told in its response only. */
  readonly result?: (typeof results)[number];
};

/** OPC 40001-3, 9.2, in the order of their numbers. */
const results = ['Unknown', 'Successful', 'Unsuccessful'] as const;

/** `listed` leaves the responses out, as a server may. */
export type OrdersShown = 'none' | 'listed' | 'answered';

const uris = {
  jobs: 'http://opcfoundation.org/UA/Machinery/Jobs/',
  control: 'http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/',
};

/** @returns how to show other orders */
export function addOrders(
  addressSpace: AddressSpace,
  { blocks, shown }: { readonly blocks: UAObject; readonly shown: Exclude<OrdersShown, 'none'> },
): (orders: readonly MillOrder[]) => void {
  const jobs = addressSpace.getNamespaceIndex(uris.jobs);
  const control = addressSpace.getNamespaceIndex(uris.control);
  const own = addressSpace.getOwnNamespace();
  const type = addressSpace.findObjectType('JobManagementType', jobs);
  if (!type) throw new Error('the nodeset of Machinery Jobs has no type JobManagementType');
  const management = type.instantiate({
    browseName: coerceQualifiedName({ name: 'JobManagement', namespaceIndex: jobs }),
    namespace: own,
  });
  blocks.addReference({ referenceType: 'HasAddIn', nodeId: management.nodeId });
  const list = childOf<UAVariable>(childOf(management, 'JobOrderControl'), 'JobOrderList');
  const responses =
    shown === 'answered'
      ? own.addVariable({
          componentOf: childOf<UAObject>(management, 'JobOrderResults'),
          browseName: coerceQualifiedName({ name: 'JobOrderResponseList', namespaceIndex: control }),
          dataType: structure(addressSpace, 'ISA95JobResponseDataType').nodeId,
          valueRank: 1,
        })
      : null;
  const make = (name: string, fields: object) =>
    addressSpace.constructExtensionObject(structure(addressSpace, name), fields as Record<string, unknown>);
  const stateOf = (state: MillOrder['state']) => [
    // Of a state within another one: it is not the state of the order.
    make('ISA95StateDataType', {
      browsePath: { elements: [{ targetName: { namespaceIndex: control, name: 'Substates' } }] },
      stateText: { text: 'Substate' },
      stateNumber: 1,
    }),
    make('ISA95StateDataType', {
      browsePath: { elements: [] },
      stateText: { text: state },
      stateNumber: states.indexOf(state) + 1,
    }),
  ];
  const tell = (variable: UAVariable, value: readonly object[]): void =>
    variable.setValueFromSource({
      dataType: DataType.ExtensionObject,
      arrayType: VariantArrayType.Array,
      value: [...value],
    });
  const show = (orders: readonly MillOrder[]): void => {
    if (responses)
      tell(
        responses,
        orders
          .filter(({ state }) => states.indexOf(state) >= states.indexOf('Running'))
          .map((order) => make('ISA95JobResponseDataType', responseOf(order, stateOf(order.state)))),
      );
    const listed = orders.map(({ id, description, state }) =>
      make('ISA95JobOrderAndStateDataType', {
        jobOrder: make('ISA95JobOrderDataType', {
          jobOrderID: id,
          ...(description !== undefined && { description: [{ text: description }] }),
          priority: 3,
          startTime: new Date(0),
        }),
        state: stateOf(state),
      }),
    );
    tell(list, listed);
  };
  show([]);
  return show;
}

const responseOf = ({ id, result }: MillOrder, jobState: readonly object[]) => ({
  jobResponseID: `response to ${id}`,
  jobOrderID: id,
  startTime: new Date(0),
  jobState,
  ...(result && {
    jobResponseData: [
      { ID: 'Weight', value: { dataType: DataType.Double, value: 1.5 } },
      { ID: 'JobResult', value: { dataType: DataType.Int32, value: results.indexOf(result) } },
    ],
  }),
});

function structure(addressSpace: AddressSpace, name: string) {
  const found = addressSpace.findDataType(name, addressSpace.getNamespaceIndex(uris.control));
  if (!found) throw new Error(`the nodeset of ISA-95 job control has no structure ${name}`);
  return found;
}
