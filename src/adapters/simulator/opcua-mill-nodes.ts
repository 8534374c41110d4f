// What the simulated mill shows: a machine under Objects/Machines with the building blocks Identification,
// MachineryItemState, MachineryOperationMode and OperationCounters of OPC 40001-1 (sections 8, 9 and 12 to 14).

import {
  type AddressSpace,
  coerceQualifiedName,
  DataType,
  instantiateAddIn,
  promoteToStateMachine,
  type UAObject,
  type UAObjectType,
  type UAVariable,
} from 'node-opcua';
import { addOrders, type MillOrder, type OrdersShown } from './opcua-mill-orders.ts';
import { addProduction, type MillProgram } from './opcua-mill-production.ts';

/** OPC 40001-1, 12.2. */
export type ItemState = 'NotAvailable' | 'OutOfService' | 'NotExecuting' | 'Executing';

/** OPC 40001-1, 13.2. */
export type OperationMode = 'None' | 'Maintenance' | 'Setup' | 'Processing';

/** Never reset in the life of a machine (OPC 40001-1, 14.2). */
export type MillCounters = {
  readonly powerOnMs: number;
  readonly operationMs: number;
  readonly cycles: number;
};

export type MillNodes = {
  setState(state: ItemState | null): void;
  setMode(mode: OperationMode): void;
  setProgram(program: Partial<MillProgram>): void;
  setOrders(orders: readonly MillOrder[]): void;
  addCycle(): void;
  setCounters(counters: Partial<MillCounters>): void;
  isEnabled(): boolean;
  /** Brings the durations up to now. */
  count(): void;
};

const uris = {
  di: 'http://opcfoundation.org/UA/DI/',
  machinery: 'http://opcfoundation.org/UA/Machinery/',
};
/** The object Machines of the nodeset: the entry to all machines of a server. */
const machinesId = 1001;

export function addMillNodes(place: {
  readonly addressSpace: AddressSpace;
  readonly name: string;
  readonly enable?: EnableNode;
  /** Whether it is a machine tool, too; then the nodeset of that must be there. */
  readonly production?: boolean;
  /** Job orders need the nodeset of a machine tool. */
  readonly orders?: OrdersShown;
}): MillNodes {
  const { addressSpace, name, enable = 'none', orders = 'none' } = place;
  const machinery = addressSpace.getNamespaceIndex(uris.machinery);
  const machines = addressSpace.findNode(`ns=${machinery};i=${machinesId}`);
  if (!machines) throw new Error('the nodeset of Machinery has no object Machines');
  const own = addressSpace.getOwnNamespace();
  const mill = own.addObject({ browseName: name, organizedBy: machines });
  const blocks = own.addObject({
    browseName: coerceQualifiedName({ name: 'MachineryBuildingBlocks', namespaceIndex: machinery }),
    componentOf: mill,
    typeDefinition: 'FolderType',
  });
  identify(addressSpace, { mill, blocks });
  const state = promoteToStateMachine(
    instantiateAddIn(typeOf(addressSpace, 'MachineryItemState_StateMachineType'), {
      addInOf: blocks,
      namespace: own,
    }),
  );
  const mode = promoteToStateMachine(
    instantiateAddIn(typeOf(addressSpace, 'MachineryOperationModeStateMachineType'), {
      addInOf: blocks,
      namespace: own,
    }),
  );
  const counters = openCounters(countersOf(addressSpace, { mill, blocks }));

  const setProgram = place.production ? addProduction(addressSpace, mill) : () => undefined;
  const setOrders = orders === 'none' ? () => undefined : addOrders(addressSpace, { blocks, shown: orders });
  const permission = enable === 'none' ? null : addEnable(mill, enable);

  let current: ItemState | null = 'NotExecuting';
  state.setState(current);
  mode.setState('Processing');
  const running = (): { powerOn: boolean; executing: boolean } => ({
    powerOn: current !== 'NotAvailable',
    executing: current === 'Executing',
  });
  return {
    setState(to) {
      counters.count(running());
      current = to;
      state.setState(to);
    },
    setMode: (to) => mode.setState(to),
    setProgram,
    setOrders,
    addCycle: () => counters.set({ cycles: counters.cycles() + 1 }),
    setCounters(to) {
      counters.count(running());
      counters.set(to);
    },
    isEnabled: () => permission?.readValue().value.value === true,
    count: () => counters.count(running()),
  };
}

/** Its permission to run, `s=Enable` in the namespace of the server itself: writable, only to be read, or a number. */
export type EnableNode = 'none' | 'writable' | 'read-only' | 'number';

function addEnable(mill: UAObject, enable: Exclude<EnableNode, 'none'>): UAVariable {
  return mill.namespace.addVariable({
    componentOf: mill,
    browseName: 'Enable',
    nodeId: 's=Enable',
    ...(enable === 'number'
      ? { dataType: DataType.Int32, value: { dataType: DataType.Int32, value: 0 } }
      : { dataType: DataType.Boolean, value: { dataType: DataType.Boolean, value: false } }),
    accessLevel: 'CurrentRead | CurrentWrite',
    userAccessLevel: enable === 'read-only' ? 'CurrentRead' : 'CurrentRead | CurrentWrite',
  });
}

type Homes = { readonly mill: UAObject; readonly blocks: UAObject };

/** The name plate (8.2): at the machine itself, and found among its building blocks too. */
function identify(addressSpace: AddressSpace, { mill, blocks }: Homes): void {
  const plate = typeOf(addressSpace, 'MachineIdentificationType').instantiate({
    browseName: named(addressSpace, 'Identification'),
    namespace: addressSpace.getOwnNamespace(),
    optionals: ['Model', 'YearOfConstruction'],
  });
  for (const home of [mill, blocks]) home.addReference({ referenceType: 'HasAddIn', nodeId: plate.nodeId });
  const tell = (property: string, value: Parameters<UAVariable['setValueFromSource']>[0]): void =>
    propertyOf(plate, property).setValueFromSource(value);
  tell('Manufacturer', { dataType: DataType.LocalizedText, value: { text: 'Officina' } });
  tell('Model', { dataType: DataType.LocalizedText, value: { text: 'Simulated mill' } });
  tell('SerialNumber', { dataType: DataType.String, value: '0001' });
  tell('ProductInstanceUri', { dataType: DataType.String, value: 'urn:officina:simulated-mill:0001' });
  tell('YearOfConstruction', { dataType: DataType.UInt16, value: 2026 });
}

/** 14.1: among the building blocks, and at the machine for those who only know OPC 10000-100. */
function countersOf(addressSpace: AddressSpace, { mill, blocks }: Homes): UAObject {
  const counters = typeOf(addressSpace, 'MachineryOperationCounterType').instantiate({
    browseName: named(addressSpace, 'OperationCounters'),
    namespace: addressSpace.getOwnNamespace(),
    optionals: ['PowerOnDuration', 'OperationDuration', 'OperationCycleCounter'],
  });
  for (const home of [blocks, mill])
    home.addReference({ referenceType: 'HasAddIn', nodeId: counters.nodeId });
  return counters;
}

function openCounters(node: UAObject) {
  let values: MillCounters = { powerOnMs: 0, operationMs: 0, cycles: 0 };
  let lastMs = performance.now();
  const show = (): void => {
    const tell = (property: string, dataType: DataType, value: number): void =>
      propertyOf(node, property).setValueFromSource({ dataType, value });
    tell('PowerOnDuration', DataType.Double, values.powerOnMs);
    tell('OperationDuration', DataType.Double, values.operationMs);
    tell('OperationCycleCounter', DataType.UInt32, values.cycles);
  };
  const set = (to: Partial<MillCounters>): void => {
    values = { ...values, ...to };
    show();
  };
  show();
  return {
    set,
    cycles: () => values.cycles,
    /** Adds the time since the last call to what was running in it. */
    count(running: { readonly powerOn: boolean; readonly executing: boolean }): void {
      const passedMs = Math.round(performance.now() - lastMs);
      lastMs += passedMs;
      set({
        powerOnMs: values.powerOnMs + (running.powerOn ? passedMs : 0),
        operationMs: values.operationMs + (running.executing ? passedMs : 0),
      });
    },
  };
}

/** The default names of both blocks belong to OPC 10000-100 (Devices). */
const named = (addressSpace: AddressSpace, name: string) =>
  coerceQualifiedName({ name, namespaceIndex: addressSpace.getNamespaceIndex(uris.di) });

function typeOf(addressSpace: AddressSpace, name: string): UAObjectType {
  const found = addressSpace.findObjectType(name, addressSpace.getNamespaceIndex(uris.machinery));
  if (!found) throw new Error(`the nodeset of Machinery has no type ${name}`);
  return found;
}

function propertyOf(node: UAObject, name: string): UAVariable {
  const found = node.getPropertyByName(name);
  if (!found) throw new Error(`${node.browseName.name} of the simulated mill has no property ${name}`);
  return found;
}
