// The active program of a machine tool (OPC 40501-1, 8.3): Production and ActiveProgram below the machine, found by the
// types and names of its namespace; and where the machine posts its alerts.

import { makeNodeId, NodeClass, type NodeId, sameNodeId } from 'node-opcua';
import type { Browse, Child } from './bounded-browse.ts';
import { type StateNodes, statesOf } from './find-states.ts';
import { type ProgramState, programStates } from './program-state.ts';

export type FoundProgram = {
  readonly state: StateNodes<ProgramState>;
  readonly name: NodeId | null;
  readonly number: NodeId | null;
  readonly job: NodeId | null;
  /** Where the machine posts its alerts; null where it does not. */
  readonly alerts: { readonly nodeId: NodeId; readonly index: number } | null;
};

export const machineToolUri = 'http://opcfoundation.org/UA/MachineTool/';

/** Numbers of the nodeset of MachineTool. A state stands at the base type, and once more at that of programs. */
const numbers = {
  productionType: 21,
  activeProgramType: 32,
  notificationType: 7,
  states: {
    Initializing: [135, 5039],
    Running: [138, 5041],
    Ended: [140, 5038],
    Interrupted: [139, 5040],
    Aborted: [141, 5037],
  } satisfies Record<ProgramState, readonly number[]>,
};

/** Null where the machine has none, or it tells no state. @param index of the namespace, -1 where the server lacks it */
export async function findProgram(
  machine: Pick<Child, 'nodeId'>,
  { browse, index }: { readonly browse: Browse; readonly index: number },
): Promise<FoundProgram | null> {
  if (index < 0) return null;
  const below = async (parent: Pick<Child, 'nodeId'>): Promise<readonly Child[]> =>
    (await browse([parent.nodeId]))[0] ?? [];
  const objectIn = (children: readonly Child[], name: string, type?: number): Child | undefined =>
    children.find(
      (child) =>
        child.nodeClass === NodeClass.Object &&
        ((child.name === name && child.nameIndex === index) ||
          (type !== undefined && sameNodeId(child.type, makeNodeId(type, index)))),
    );
  const parts = await below(machine);
  const production = objectIn(parts, 'Production', numbers.productionType);
  const program = production && objectIn(await below(production), 'ActiveProgram', numbers.activeProgramType);
  if (!program) return null;
  const children = await below(program);
  const block = objectIn(children, 'State');
  const state =
    block && (await statesOf(block, { browse, index, words: programStates, ids: numbers.states }));
  if (!state) return null;
  const notification = objectIn(parts, 'Notification', numbers.notificationType);
  const messages = notification && objectIn(await below(notification), 'Messages');
  /** NumberInList is a property of the base namespace (OPC 10000-5). */
  const variable = (name: string, nameIndex = index): NodeId | null =>
    children.find(
      (child) =>
        child.nodeClass === NodeClass.Variable && child.name === name && child.nameIndex === nameIndex,
    )?.nodeId ?? null;
  return {
    state,
    name: variable('Name'),
    number: variable('NumberInList', 0),
    job: variable('JobIdentifier'),
    alerts: messages ? { nodeId: messages.nodeId, index } : null,
  };
}
