// What a simulated mill shows as a machine tool (OPC 40501-1): Production with its ActiveProgram, whose state says how a
// program ended, and Notification with its alerts. Other parts of the standard are left out.

import {
  type AddressSpace,
  type BaseNode,
  coerceQualifiedName,
  DataType,
  NodeId,
  StatusCodes,
  type UAObject,
  type UAObjectType,
  type UAVariable,
} from 'node-opcua';

/** OPC 40501-1, 8.4; the states in the order of their numbers. */
const states = ['Initializing', 'Running', 'Ended', 'Interrupted', 'Aborted'] as const;
type ProgramState = (typeof states)[number];

export type MillProgram = {
  /** Null: the controller cannot say. */
  readonly state: ProgramState | null;
  readonly name: string;
  readonly numberInList: number;
  /** What its display tells; null takes the last alert back. */
  readonly alert: string | null;
};

const uri = 'http://opcfoundation.org/UA/MachineTool/';

/** @returns how to show another program, or another state of it */
export function addProduction(
  addressSpace: AddressSpace,
  mill: UAObject,
): (now: Partial<MillProgram>) => void {
  const index = addressSpace.getNamespaceIndex(uri);
  const typed = (name: string): UAObjectType => {
    const found = addressSpace.findObjectType(name, index);
    if (!found) throw new Error(`the nodeset of MachineTool has no type ${name}`);
    return found;
  };
  const production = typed('ProductionType').instantiate({
    browseName: coerceQualifiedName({ name: 'Production', namespaceIndex: index }),
    namespace: addressSpace.getOwnNamespace(),
    componentOf: mill,
  });
  const program = childOf<UAObject>(production, 'ActiveProgram');
  const current = childOf<UAVariable>(childOf(program, 'State'), 'CurrentState');
  const variables = {
    name: childOf<UAVariable>(program, 'Name'),
    number: childOf<UAVariable>(program, 'NumberInList'),
    id: childOf<UAVariable>(current, 'Id'),
    stateNumber: childOf<UAVariable>(current, 'Number'),
  };
  /** The nodes of the states stand at the type of programs. */
  const machine = typed('ProductionProgramStateMachineType');
  const idOf = (state: ProgramState) => childOf(machine, state).nodeId;

  const notification = typed('NotificationType').instantiate({
    browseName: coerceQualifiedName({ name: 'Notification', namespaceIndex: index }),
    namespace: addressSpace.getOwnNamespace(),
    componentOf: mill,
    optionals: ['Messages'],
  });
  const messages = childOf<UAObject>(notification, 'Messages');
  const alertType = addressSpace.findEventType('AlertType', index);
  if (!alertType) throw new Error('the nodeset of MachineTool has no type AlertType');

  const show = ({ state, name, numberInList, alert }: Partial<MillProgram>): void => {
    if (alert !== undefined)
      messages.raiseEvent(alertType, {
        message: { dataType: DataType.LocalizedText, value: { text: alert ?? '' } },
        errorCode: { dataType: DataType.String, value: alert === null ? '' : 'E42' },
        'activeState.id': { dataType: DataType.Boolean, value: alert !== null },
      });
    if (name !== undefined) variables.name.setValueFromSource({ dataType: DataType.String, value: name });
    if (numberInList !== undefined)
      variables.number.setValueFromSource({ dataType: DataType.UInt16, value: numberInList });
    if (state === undefined) return;
    showState({ current, ...variables }, state === null ? null : { state, id: idOf(state) });
  };
  show({ state: 'Initializing', name: '', numberInList: 0 });
  return show;
}

type StateVariables = {
  readonly current: UAVariable;
  readonly id: UAVariable;
  readonly stateNumber: UAVariable;
};

function showState(
  { current, id, stateNumber }: StateVariables,
  now: { readonly state: ProgramState; readonly id: NodeId } | null,
): void {
  const status = now ? StatusCodes.Good : StatusCodes.BadStateNotActive;
  current.setValueFromSource(
    { dataType: DataType.LocalizedText, value: now ? { text: now.state } : null },
    status,
  );
  id.setValueFromSource({ dataType: DataType.NodeId, value: now?.id ?? NodeId.nullNodeId }, status);
  const number = now ? states.indexOf(now.state) : 0;
  stateNumber.setValueFromSource({ dataType: DataType.UInt32, value: number }, status);
}

export function childOf<Node extends BaseNode>(parent: BaseNode, name: string): Node {
  const found = parent
    .findReferencesExAsObject('HierarchicalReferences')
    .find((node) => node.browseName.name === name);
  if (!found) throw new Error(`${parent.browseName.name} of the simulated mill has no ${name}`);
  return found as Node;
}
