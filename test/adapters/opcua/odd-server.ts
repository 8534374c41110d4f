// OPC UA servers as they should not be, in this process: without Machinery, with many machines, with thousands of nodes
// and endless names, with a word about who may come in.

import {
  type AddressSpace,
  generateAddressSpace,
  nodesets,
  OPCUACertificateManager,
  OPCUAServer,
  setErrorLogger,
  setWarningLogger,
  type UAObject,
} from 'node-opcua';
import { addMillNodes } from '../../../src/adapters/simulator/opcua-mill-nodes.ts';

export type OddServer = {
  readonly endpoint: string;
  /** The gateway's certificate is trusted from now on, as a person would at the machine. */
  acceptClients(): void;
  close(): Promise<void>;
};

export async function startOddServer(options: {
  readonly pkiDir: string;
  readonly machinery?: boolean;
  /** Names of machines with all building blocks. */
  readonly machines?: readonly string[];
  /** More that stands in its address space. */
  readonly furnish?: (addressSpace: AddressSpace) => void;
  readonly acceptsClients?: boolean;
  /** Anonymous clients are let in unless somebody may sign in. */
  readonly member?: { readonly name: string; readonly password: string };
}): Promise<OddServer> {
  for (const setLogger of [setErrorLogger, setWarningLogger]) setLogger(() => undefined);
  const { pkiDir, machinery = true, machines = [], furnish, acceptsClients = true, member } = options;
  const manager = new OPCUACertificateManager({
    rootFolder: pkiDir,
    automaticallyAcceptUnknownCertificate: acceptsClients,
    disableFileWatchers: true,
  });
  await manager.initialize();
  const server = new OPCUAServer({
    port: 0,
    host: '127.0.0.1',
    hostname: '127.0.0.1',
    serverCertificateManager: manager,
    userCertificateManager: manager,
    allowAnonymous: member === undefined,
    userManager: {
      isValidUser: (name: string, password: string) => name === member?.name && password === member?.password,
    },
    nodesets: [nodesets.standard],
  });
  await server.initialize();
  const { addressSpace } = server.engine;
  if (!addressSpace) throw new Error('the server has no address space');
  if (machinery) await generateAddressSpace(addressSpace, [nodesets.di, nodesets.ia, nodesets.machinery]);
  for (const name of machines) addMillNodes({ addressSpace, name });
  furnish?.(addressSpace);
  await server.start();
  return {
    endpoint: `opc.tcp://127.0.0.1:${server.endpoints[0]?.port}`,
    acceptClients() {
      manager.automaticallyAcceptUnknownCertificate = true;
    },
    async close() {
      await server.shutdown(0);
      await manager.dispose();
    },
  };
}

/** The object under which machines stand (OPC 40001-1, 8.1). */
export function machinesOf(addressSpace: AddressSpace): UAObject {
  const machines = addressSpace.findNode(
    `ns=${addressSpace.getNamespaceIndex('http://opcfoundation.org/UA/Machinery/')};i=1001`,
  );
  if (!machines) throw new Error('the server has no object Machines');
  return machines as UAObject;
}
