// A simulated mill that is a real OPC UA server, with the building blocks of OPC 40001-1 (Machinery). It speaks signed
// or encrypted unless asked otherwise, and lets every client in: who may read a demo mill is not what it is there to
// show. Import it only where it is needed: node-opcua takes a second and some 80 MB.

import {
  type AddressSpace,
  generateAddressSpace,
  MessageSecurityMode,
  nodesets,
  OPCUAServer,
  SecurityPolicy,
} from 'node-opcua';
import { openMillCertificate } from './opcua-mill-certificate.ts';
import {
  addMillNodes,
  type EnableNode,
  type ItemState,
  type MillCounters,
  type MillNodes,
  type OperationMode,
} from './opcua-mill-nodes.ts';
import type { MillOrder, OrdersShown } from './opcua-mill-orders.ts';
import { addPlainNodes, addStop, type StopNode } from './opcua-mill-plain.ts';
import type { MillProgram } from './opcua-mill-production.ts';

export type OpcuaMillOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the certificate and its key are kept; made when it is empty. */
  readonly pkiDir: string;
  readonly name?: string;
  /** Registered before those of Machinery, as another make of controller would, so that the indices differ. */
  readonly extraNamespaces?: readonly string[];
  /** `none` leaves Sign and SignAndEncrypt out; `both` offers all three. */
  readonly security?: 'encrypted' | 'none' | 'both';
  /** `kept` uses the one of the folder; `new` replaces it and its key; `expired` replaces it by one that ended. */
  readonly certificate?: 'kept' | 'new' | 'expired';
  /** How often the two durations move on while they run; 0 for only when told. */
  readonly countEveryMs?: number;
  /** Whether its controller can give the permission to run. */
  readonly enable?: EnableNode;
  /** `machine-tool` shows its program, too (OPC 40501-1); `plain` shows variables of its own and no companion model. */
  readonly model?: 'machinery' | 'machine-tool' | 'plain';
  /** Whether a machine tool shows job orders, too (OPC 40001-3). */
  readonly orders?: OrdersShown;
  /** Whether it takes an order to end its job. */
  readonly stop?: StopNode;
  /** Told of its certificate, DER, before anybody can connect. */
  readonly onCertificate?: (certificate: Buffer) => void;
};

export type OpcuaMill = {
  readonly port: number;
  readonly endpoint: string;
  /** SHA-1 of the certificate, lower-case hex, as OPC UA names certificates (OPC 10000-6, 6.2.2). */
  readonly thumbprint: string;
  /** The certificate itself, DER. */
  readonly certificate: Buffer;
  /** Null: the controller cannot say (status BadStateNotActive). */
  setState(state: ItemState | null): void;
  setMode(mode: OperationMode): void;
  /** What it runs; a mill without that model shows nothing of it. */
  setProgram(program: Partial<MillProgram>): void;
  /** All of its job orders; a mill without them shows nothing. */
  setOrders(orders: readonly MillOrder[]): void;
  /** One more finished work piece. */
  addCycle(): void;
  setCounters(counters: Partial<MillCounters>): void;
  /** The drives: without power the item is NotAvailable, but the controller answers, from a supply of its own. */
  setPower(on: boolean): void;
  /** What the node of its permission holds; false without one. */
  isEnabled(): boolean;
  close(): Promise<void>;
};

const securePolicies = [
  SecurityPolicy.Basic256Sha256,
  SecurityPolicy.Aes128_Sha256_RsaOaep,
  SecurityPolicy.Aes256_Sha256_RsaPss,
];
const secureModes = [MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt];

const host = '127.0.0.1';

/** @throws when the port is taken or the folder cannot be written */
export async function simulateOpcuaMill(options: OpcuaMillOptions): Promise<OpcuaMill> {
  const { name = 'Mill', countEveryMs = 1_000, security = 'encrypted' } = options;
  const applicationUri = 'urn:officina:simulated-mill';
  const own = await openMillCertificate({ ...options, applicationUri, host });
  options.onCertificate?.(own.certificate);
  const server = new OPCUAServer({
    port: options.port,
    host,
    hostname: host,
    serverInfo: { applicationUri, productUri: applicationUri, applicationName: { text: name } },
    serverCertificateManager: own.manager,
    userCertificateManager: own.manager,
    certificateFile: own.certificateFile,
    privateKeyFile: own.manager.privateKey,
    securityPolicies: [
      ...(security === 'none' ? [] : securePolicies),
      ...(security === 'encrypted' ? [] : [SecurityPolicy.None]),
    ],
    securityModes: [
      ...(security === 'none' ? [] : secureModes),
      ...(security === 'encrypted' ? [] : [MessageSecurityMode.None]),
    ],
    // The library knows the structures of those nodesets only that are there from the start.
    nodesets: [nodesets.standard, ...(hasOrders(options) ? nodesetsOf(options) : [])],
  });
  await server.initialize();
  const addressSpace = server.engine.addressSpace;
  if (!addressSpace) throw new Error('the OPC UA server has no address space after its start');
  for (const uri of options.extraNamespaces ?? []) addressSpace.registerNamespace(uri);
  const nodes = await addNodes(addressSpace, { ...options, name });
  await server.start();

  const counting = countEveryMs > 0 ? setInterval(nodes.count, countEveryMs) : null;
  counting?.unref();
  const port = server.endpoints[0]?.port ?? options.port;
  return {
    port,
    endpoint: `opc.tcp://${host}:${port}`,
    thumbprint: own.thumbprint,
    certificate: own.certificate,
    setState: nodes.setState,
    setMode: nodes.setMode,
    setProgram: nodes.setProgram,
    setOrders: nodes.setOrders,
    addCycle: nodes.addCycle,
    setCounters: nodes.setCounters,
    setPower(on) {
      nodes.setState(on ? 'NotExecuting' : 'NotAvailable');
      nodes.setMode(on ? 'Processing' : 'None');
    },
    isEnabled: nodes.isEnabled,
    async close() {
      if (counting) clearInterval(counting);
      await server.shutdown(0);
      await own.manager.dispose();
    },
  };
}

const hasOrders = ({ model, orders = 'none' }: OpcuaMillOptions): boolean =>
  model === 'machine-tool' && orders !== 'none';

function nodesetsOf({ model = 'machinery' }: OpcuaMillOptions): readonly string[] {
  if (model === 'plain') return [];
  const machinery = [nodesets.di, nodesets.ia, nodesets.machinery];
  const tool = [nodesets.isa95JobControl, nodesets.machineryJobs, nodesets.machineTool];
  return [...machinery, ...(model === 'machine-tool' ? tool : [])];
}

async function addNodes(addressSpace: AddressSpace, options: OpcuaMillOptions): Promise<MillNodes> {
  const { name = 'Mill', model = 'machinery', stop = 'none', enable = 'none', orders = 'none' } = options;
  const isTool = model === 'machine-tool';
  const later = hasOrders(options) ? [] : nodesetsOf(options);
  if (later.length > 0) await generateAddressSpace(addressSpace, [...later]);
  const nodes =
    model === 'plain'
      ? addPlainNodes({ addressSpace, name })
      : addMillNodes({ addressSpace, name, enable, production: isTool, orders: isTool ? orders : 'none' });
  const onStop = (): void => {
    nodes.setProgram({ state: 'Aborted' });
    nodes.setState('NotExecuting');
  };
  if (stop !== 'none') addStop(addressSpace.getOwnNamespace(), { stop, onStop });
  return nodes;
}
