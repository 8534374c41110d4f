// One attempt at one machine: a session with its server, the place where the server keeps it, and a subscription that
// tells what it does.

import { AttributeIds, type ClientSession } from 'node-opcua';
import type { PermissionFault } from '../../domain/machine/permission.ts';
import type { ServerTrouble } from '../../domain/machine/trouble.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { type FoundMachine, findMachine } from './find-machine.ts';
import { nodesHere, noNodes } from './node-map.ts';
import { openSession, type SessionOptions } from './open-session.ts';
import { nodeHere, writePermission } from './permit-machine.ts';
import { type StopAnswer, stopJob } from './stop-job.ts';
import { type WatchEvents, watchMachine } from './watch-machine.ts';
import type { Pace } from './worker-messages.ts';

export type OpenedMachine = {
  /** As the server calls it. */
  readonly name: string;
  readonly keepAliveMs: number;
  /** What somebody should know though all is well; throws a LinkFault when the server may not be spoken to any more. */
  troubles(): readonly ServerTrouble[];
  /** Writes the permission to run; null when the server took it. Rejects when the server goes away. */
  permit(on: boolean): Promise<PermissionFault | null>;
  /** Orders the end of the job; null where the file names no such order. Rejects when the server goes away. */
  readonly stop: (() => Promise<StopAnswer>) | null;
};

export type OpenMachine = (attempt: {
  readonly events: WatchEvents;
  readonly onClient: SessionOptions['onClient'];
}) => Promise<OpenedMachine>;

/** The file names a namespace that this server does not have. */
const noNamespace: PermissionFault = { code: 'missing', detail: 'no such namespace' };

/** What counts as wrong in the clock of a server (OPC 10000-6, 6.3). */
const clockLimitMs = 300_000;
const serverTimeId = 'i=2258';

export function machineOpener(
  options: Omit<SessionOptions, 'onClient'> & { readonly pace: Pace; readonly wallMs: () => number },
): OpenMachine {
  return async ({ events, onClient }) => {
    const { session, client, recheck } = await openSession({ ...options, onClient });
    client.on('connection_lost', events.ended);
    client.on('close', events.ended);
    const clock = await clockTrouble(session, options.wallMs);
    const { enable, nodes: map } = options.address;
    const nodes = map ? await nodesHere(session, map) : noNodes;
    if (map?.activity && !nodes.activity) throw new LinkFault('nodes-missing', { nodes: 'activity' });
    const found = nodes.activity ? withoutModel : await findMachine(session, options.address.machine);
    const [node, readBack] = [
      enable && (await nodeHere(session, enable.node)),
      enable && (await nodeHere(session, enable.readBack)),
    ];
    if (enable && readBack === null) events.permission(null, noNamespace);
    const { keepAliveMs, untold } = await watchMachine({
      session,
      found: { ...found, nodes },
      readBack,
      pace: options.pace,
      events,
    });
    const missing = missingNodes([...nodes.missing, ...untold]);
    const order = map?.stop ?? null;
    return {
      name: found.name,
      keepAliveMs,
      troubles: () => [...recheck(), ...clock, ...missing],
      permit: async (on) => (node === null ? noNamespace : writePermission(session, { node, on })),
      stop: order && (() => stopJob(session, order)),
    };
  };
}

/** The server is known by its address alone where the file says which node tells what it does. */
const withoutModel: FoundMachine = {
  name: 'its server',
  state: null,
  mode: null,
  counters: {},
  program: null,
  orders: null,
};

/** The link works without them; at most eight are named. */
function missingNodes(names: readonly string[]): readonly ServerTrouble[] {
  if (names.length === 0) return [];
  const shown = [...names.slice(0, 8), ...(names.length > 8 ? ['…'] : [])].join(', ');
  return [{ code: 'nodes-missing', values: { nodes: shown } }];
}

/** Nothing is timed by the clock of a server; but certificates are, and people who read its display. */
async function clockTrouble(session: ClientSession, wallMs: () => number): Promise<readonly ServerTrouble[]> {
  const beforeMs = wallMs();
  const { value, statusCode } = await session.read({ nodeId: serverTimeId, attributeId: AttributeIds.Value });
  const ourMs = (beforeMs + wallMs()) / 2;
  const theirs: unknown = value?.value;
  if (!statusCode.isGood() || !(theirs instanceof Date)) return [];
  const offMs = theirs.getTime() - ourMs;
  if (!(Math.abs(offMs) > clockLimitMs)) return [];
  return [{ code: 'clock-off', values: { minutes: Math.round(offMs / 60_000) } }];
}
