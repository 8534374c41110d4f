// Where a server keeps what we watch: the machine under Objects/Machines and its building blocks (OPC 40001-1), found
// by namespace URI, type and name, never by a path or an index. Indices may differ after every restart of a server, so
// nothing found here outlives a session.

import { AttributeIds, type ClientSession, makeNodeId, NodeClass, type NodeId, sameNodeId } from 'node-opcua';
import { LinkFault } from '../../edge/link-fault.ts';
import { type Browse, boundedBrowse, type Child } from './bounded-browse.ts';
import { type FoundProgram, findProgram, machineToolUri } from './find-program.ts';
import { type StateNodes, statesOf } from './find-states.ts';
import { type FoundOrders, jobControlUri, jobsUri } from './job-orders.ts';
import { type ItemState, itemStates, type OperationMode, operationModes } from './machine-state.ts';

export type FoundMachine = {
  readonly name: string;
  /** Null where only the program tells what it does. */
  readonly state: StateNodes<ItemState> | null;
  readonly mode: StateNodes<OperationMode> | null;
  readonly counters: { readonly [name in CounterName]?: NodeId };
  /** Of a machine tool (OPC 40501-1); null elsewhere. */
  readonly program: FoundProgram | null;
  /** Its job orders (ISA-95, OPC 40001-3); null where it has none. */
  readonly orders: FoundOrders | null;
};

export type CounterName = 'PowerOnDuration' | 'OperationDuration' | 'OperationCycleCounter';

const uris = {
  machinery: 'http://opcfoundation.org/UA/Machinery/',
  /** OPC 10000-100; the counters have their names. */
  devices: 'http://opcfoundation.org/UA/DI/',
};
const namespaceArrayId = 'i=2255';
const namespacesLimit = 1_000;

/** Numbers of the nodeset of Machinery, the same at every server; only the index of their namespace differs. */
const numbers = {
  machines: 1001,
  componentsType: 1006,
  stateType: 1002,
  modeType: 1008,
  countersType: 1009,
  /** Of the namespace of Machinery Jobs. */
  jobManagementType: 1003,
  states: { NotAvailable: 5005, OutOfService: 5004, NotExecuting: 5007, Executing: 5006 } satisfies Record<
    ItemState,
    number
  >,
  modes: { None: 5024, Maintenance: 5025, Setup: 5027, Processing: 5026 } satisfies Record<
    OperationMode,
    number
  >,
};

/** A building block is never deeper below its machine, and one question is about so many nodes at once. */
const depthLimit = 4;
const widthLimit = 200;

/** @throws LinkFault */
export async function findMachine(session: ClientSession, wanted: string | null): Promise<FoundMachine> {
  const places = await namespacesOf(session);
  const [machines = []] = await boundedBrowse(session)([makeNodeId(numbers.machines, places.machinery)]);
  const machine = chooseMachine(
    machines.filter(({ nodeClass }) => nodeClass === NodeClass.Object),
    wanted,
  );
  const browse = boundedBrowse(session);
  const blocks = await findBlocks(machine, { browse, places });
  const state =
    blocks.state &&
    (await statesOf(blocks.state, {
      browse,
      index: places.machinery,
      words: itemStates,
      ids: numbers.states,
    }));
  const program = await findProgram(machine, { browse: boundedBrowse(session), index: places.machineTool });
  if (!state && !program) throw new LinkFault('state-missing', { machine: machine.title });
  const mode =
    blocks.mode &&
    (await statesOf(blocks.mode, {
      browse,
      index: places.machinery,
      words: operationModes,
      ids: numbers.modes,
    }));
  return {
    name: machine.title,
    state,
    mode,
    counters: blocks.counters ? await countersOf(blocks.counters, browse) : {},
    program,
    orders: blocks.jobs ? await ordersOf(blocks.jobs, { browse: boundedBrowse(session), places }) : null,
  };
}

/** Indices of namespaces, -1 for those that the server lacks. */
type Places = {
  readonly machinery: number;
  readonly devices: number;
  readonly machineTool: number;
  readonly jobs: number;
  readonly jobControl: number;
};

/** Read at each connect. */
async function namespacesOf(session: ClientSession): Promise<Places> {
  const { value, statusCode } = await session.read({
    nodeId: namespaceArrayId,
    attributeId: AttributeIds.Value,
  });
  const names: unknown[] =
    statusCode.isGood() && Array.isArray(value?.value) ? value.value.slice(0, namespacesLimit) : [];
  const machinery = names.indexOf(uris.machinery);
  if (machinery < 0) throw new LinkFault('not-machinery');
  return {
    machinery,
    devices: names.indexOf(uris.devices),
    machineTool: names.indexOf(machineToolUri),
    jobs: names.indexOf(jobsUri),
    jobControl: names.indexOf(jobControlUri),
  };
}

/** By its name as programs or as people write it; without one there must be only one. */
function chooseMachine(machines: readonly Child[], wanted: string | null): Child {
  const found = namesOf(machines);
  const named = machines.filter(({ name, title }) => wanted === null || name === wanted || title === wanted);
  const [machine] = named;
  if (machines.length === 0) throw new LinkFault('machine-missing', { wanted: wanted ?? '', found });
  if (!machine) throw new LinkFault('machine-missing', { wanted: wanted ?? '', found });
  if (named.length > 1) throw new LinkFault('machine-ambiguous', { found });
  return machine;
}

/** For a sentence: at most eight names. */
function namesOf(machines: readonly Child[]): string {
  const names = machines.slice(0, 8).map(({ title, name }) => printable(title === '' ? name : title));
  return [...names, ...(machines.length > 8 ? ['…'] : [])].join(', ');
}

const printable = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, 40);

type Blocks = { state: Child | null; mode: Child | null; counters: Child | null; jobs: Child | null };
type Search = { readonly browse: Browse; readonly places: Places };

/** The nearest block of each kind, level by level: below MachineryBuildingBlocks, Monitoring or the machine itself. */
async function findBlocks(machine: Child, { browse, places }: Search): Promise<Blocks> {
  const found: Blocks = { state: null, mode: null, counters: null, jobs: null };
  const hasJobs = places.jobs >= 0 && places.jobControl >= 0;
  const kinds = [
    { key: 'state', type: numbers.stateType, name: 'MachineryItemState', index: places.machinery },
    { key: 'mode', type: numbers.modeType, name: 'MachineryOperationMode', index: places.machinery },
    { key: 'counters', type: numbers.countersType, name: 'OperationCounters', index: places.devices },
    ...(hasJobs ? ([{ key: 'jobs', type: null, name: 'JobManagement', index: places.jobs }] as const) : []),
  ] as const;
  const isType = (child: Child, number: number | null) =>
    number !== null
      ? sameNodeId(child.type, makeNodeId(number, places.machinery))
      : hasJobs && sameNodeId(child.type, makeNodeId(numbers.jobManagementType, places.jobs));
  const seen = new Set([machine.nodeId.toString()]);
  let level: readonly NodeId[] = [machine.nodeId];
  for (let depth = 0; depth < depthLimit && level.length > 0; depth++) {
    const next: NodeId[] = [];
    for (const child of (await browse(level)).flat()) {
      const kind = kinds.find(
        ({ type, name, index }) => isType(child, type) || (child.name === name && child.nameIndex === index),
      );
      if (kind) found[kind.key] ??= child;
      // What is said of a component is not said of the machine.
      if (kind || child.nodeClass !== NodeClass.Object || isType(child, numbers.componentsType)) continue;
      const key = child.nodeId.toString();
      if (seen.has(key) || next.length >= widthLimit) continue;
      seen.add(key);
      next.push(child.nodeId);
    }
    if (found.state && found.mode && found.counters && (found.jobs || !hasJobs)) break;
    level = next;
  }
  return found;
}

/** Null where it has neither list. */
async function ordersOf(
  block: Child,
  { browse, places: { jobs, jobControl: index } }: Search,
): Promise<FoundOrders | null> {
  const [parts = []] = await browse([block.nodeId]);
  const listIn = async (part: string, name: string): Promise<NodeId | null> => {
    const home = parts.find((one) => one.name === part && one.nameIndex === jobs);
    const [children = []] = home ? await browse([home.nodeId]) : [];
    const list = children.find(
      (one) => one.nodeClass === NodeClass.Variable && one.name === name && one.nameIndex === index,
    );
    return list?.nodeId ?? null;
  };
  const list = await listIn('JobOrderControl', 'JobOrderList');
  const responses = await listIn('JobOrderResults', 'JobOrderResponseList');
  return list || responses ? { list, responses, index } : null;
}

async function countersOf(block: Child, browse: Browse): Promise<FoundMachine['counters']> {
  const [children = []] = await browse([block.nodeId]);
  const counters: { [name in CounterName]?: NodeId } = {};
  for (const { name, nodeId, nodeClass } of children)
    if (nodeClass === NodeClass.Variable && isCounter(name)) counters[name] ??= nodeId;
  return counters;
}

const isCounter = (name: string): name is CounterName =>
  name === 'PowerOnDuration' || name === 'OperationDuration' || name === 'OperationCycleCounter';
