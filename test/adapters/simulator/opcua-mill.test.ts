// The simulated mill seen by a plain OPC UA client, over a real socket: what OPC 40001-1 promises, and its security.

import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AttributeIds,
  type ClientSession,
  DataType,
  type DataValue,
  MessageSecurityMode,
  makeBrowsePath,
  NodeId,
  OPCUACertificateManager,
  OPCUAClient,
  SecurityPolicy,
  StatusCodes,
  setErrorLogger,
  setWarningLogger,
} from 'node-opcua';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpcuaMill, simulateOpcuaMill } from '../../../src/adapters/simulator/opcua-mill.ts';
import { startMill } from '../opcua/start-mill.ts';

const dir = mkdtempSync(join(tmpdir(), 'officina-mill-'));
const pkiDir = join(dir, 'mill');
const machineryUri = 'http://opcfoundation.org/UA/Machinery/';
const deviceUri = 'http://opcfoundation.org/UA/DI/';

let certificates: OPCUACertificateManager;
let clients: OPCUAClient[] = [];

beforeAll(async () => {
  // What the library would print about an ended certificate and a turned clock is what is tested.
  for (const setLogger of [setErrorLogger, setWarningLogger]) setLogger(() => undefined);
  certificates = new OPCUACertificateManager({
    rootFolder: join(dir, 'client'),
    automaticallyAcceptUnknownCertificate: true,
    disableFileWatchers: true,
  });
  await certificates.initialize();
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.disconnect()));
  clients = [];
});
afterAll(async () => {
  await certificates.dispose();
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

type Security = { readonly mode: MessageSecurityMode; readonly policy: SecurityPolicy };
const encrypted = { mode: MessageSecurityMode.SignAndEncrypt, policy: SecurityPolicy.Basic256Sha256 };

async function connect(endpoint: string, { mode, policy }: Security = encrypted): Promise<OPCUAClient> {
  const client = OPCUAClient.create({
    clientCertificateManager: certificates,
    applicationUri: 'urn:officina:test',
    securityMode: mode,
    securityPolicy: policy,
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 0, initialDelay: 100 },
  });
  clients.push(client);
  await client.connect(endpoint);
  return client;
}

const openSession = async (endpoint: string, security?: Security): Promise<ClientSession> =>
  (await connect(endpoint, security)).createSession();

/** Reads by names, as a client does that knows no node ids. */
async function readerOf(session: ClientSession) {
  const namespaces: string[] = (await session.read({ nodeId: 'i=2255', attributeId: AttributeIds.Value }))
    .value.value;
  const machinery = namespaces.indexOf(machineryUri);
  const device = namespaces.indexOf(deviceUri);
  const find = async (path: string): Promise<NodeId> => {
    const named = path.replaceAll('machinery:', `${machinery}:`).replaceAll('di:', `${device}:`);
    const found = await session.translateBrowsePath(
      makeBrowsePath('ObjectsFolder', `/${machinery}:Machines/1:Mill/${named}`),
    );
    expect(found.statusCode, path).toBe(StatusCodes.Good);
    return found.targets?.[0]?.targetId ?? new NodeId();
  };
  const read = async (path: string): Promise<DataValue> =>
    session.read({ nodeId: await find(path), attributeId: AttributeIds.Value });
  return { namespaces, machinery, find, read };
}

const blocks = 'machinery:MachineryBuildingBlocks';
const itemState = `${blocks}/machinery:MachineryItemState/CurrentState`;
const operationMode = `${blocks}/machinery:MachineryOperationMode/CurrentState`;
const counters = `${blocks}/di:OperationCounters`;

describe('the simulated mill', () => {
  let mill: OpcuaMill;
  beforeAll(async () => {
    mill = await simulateOpcuaMill({
      port: 0,
      pkiDir,
      extraNamespaces: ['urn:make', 'urn:more'],
      countEveryMs: 0,
    });
  });
  afterAll(() => mill.close());

  it('shows a machine with its name plate under Machines', async () => {
    const { namespaces, read } = await readerOf(await openSession(mill.endpoint));
    expect(namespaces.indexOf('urn:more')).toBeLessThan(namespaces.indexOf(machineryUri));
    expect((await read('di:Identification/di:SerialNumber')).value.value).toBe('0001');
    expect((await read('di:Identification/di:Manufacturer')).value.value.text).toBe('Officina');
    expect((await read('di:Identification/di:ProductInstanceUri')).value.value).toContain('urn:officina');
    expect((await read(`${blocks}/di:Identification/di:SerialNumber`)).value.value).toBe('0001');
  });

  it('says its state as name and as the node of the state of the type', async () => {
    const { machinery, read } = await readerOf(await openSession(mill.endpoint));
    // State nodes of MachineryItemState_StateMachineType.
    const states = { NotAvailable: 5005, OutOfService: 5004, NotExecuting: 5007, Executing: 5006 } as const;
    for (const [state, id] of Object.entries(states)) {
      mill.setState(state as keyof typeof states);
      expect((await read(itemState)).value.value.text).toBe(state);
      expect((await read(`${itemState}/Id`)).value.value.toString()).toBe(`ns=${machinery};i=${id}`);
    }
    mill.setState(null);
    expect((await read(itemState)).statusCode).toBe(StatusCodes.BadStateNotActive);
    mill.setState('NotExecuting');
    expect((await read(itemState)).statusCode).toBe(StatusCodes.Good);
  });

  it('says its mode, and with its power both change', async () => {
    const { machinery, read } = await readerOf(await openSession(mill.endpoint));
    const modes = { None: 5024, Maintenance: 5025, Setup: 5027, Processing: 5026 } as const;
    for (const [mode, id] of Object.entries(modes)) {
      mill.setMode(mode as keyof typeof modes);
      expect((await read(operationMode)).value.value.text).toBe(mode);
      expect((await read(`${operationMode}/Id`)).value.value.toString()).toBe(`ns=${machinery};i=${id}`);
    }
    mill.setPower(false);
    expect((await read(itemState)).value.value.text).toBe('NotAvailable');
    expect((await read(operationMode)).value.value.text).toBe('None');
    mill.setPower(true);
    expect((await read(itemState)).value.value.text).toBe('NotExecuting');
  });

  it('counts in the types of the specification', async () => {
    const { find, read } = await readerOf(await openSession(mill.endpoint));
    mill.setState('NotExecuting');
    mill.setCounters({ powerOnMs: 7_200_000.5, operationMs: 3_600_000, cycles: 41 });
    mill.addCycle();
    const powerOn = await read(`${counters}/di:PowerOnDuration`);
    expect(powerOn.value.dataType).toBe(DataType.Double);
    expect(powerOn.value.value).toBe(7_200_000.5);
    expect((await read(`${counters}/di:OperationDuration`)).value.value).toBe(3_600_000);
    const cycles = await read(`${counters}/di:OperationCycleCounter`);
    expect(cycles.value.dataType).toBe(DataType.UInt32);
    expect(cycles.value.value).toBe(42);
    // The machine itself refers to the same counters, for clients of OPC 10000-100.
    expect((await find('di:OperationCounters')).toString()).toBe((await find(counters)).toString());
  });

  it('offers only signed channels, and none without', async () => {
    const client = await connect(mill.endpoint);
    const offered = await client.getEndpoints();
    expect(new Set(offered.map(({ securityMode }) => securityMode))).toEqual(
      new Set([MessageSecurityMode.Sign, MessageSecurityMode.SignAndEncrypt]),
    );
    const policies = new Set(offered.map(({ securityPolicyUri }) => securityPolicyUri));
    expect(policies).toEqual(
      new Set([
        SecurityPolicy.Basic256Sha256,
        SecurityPolicy.Aes128_Sha256_RsaOaep,
        SecurityPolicy.Aes256_Sha256_RsaPss,
      ]),
    );
    expect(offered.every(({ serverCertificate }) => serverCertificate.equals(mill.certificate))).toBe(true);
    const open = { mode: MessageSecurityMode.None, policy: SecurityPolicy.None };
    await expect(openSession(mill.endpoint, open)).rejects.toThrow();
    const signed = { mode: MessageSecurityMode.Sign, policy: SecurityPolicy.Aes256_Sha256_RsaPss };
    const { read } = await readerOf(await openSession(mill.endpoint, signed));
    expect((await read(itemState)).statusCode).toBe(StatusCodes.Good);
  });
});

describe('how the simulated mill lives', () => {
  it('moves its durations on while it runs', async () => {
    const mill = await simulateOpcuaMill({ port: 0, pkiDir, countEveryMs: 20 });
    try {
      const { read } = await readerOf(await openSession(mill.endpoint));
      const operated = async () => Number((await read(`${counters}/di:OperationDuration`)).value.value);
      mill.setState('Executing');
      await vi.waitUntil(async () => (await operated()) >= 60, { timeout: 5_000, interval: 20 });
      mill.setPower(false);
      const atEnd = await operated();
      const powerOn = Number((await read(`${counters}/di:PowerOnDuration`)).value.value);
      expect(powerOn).toBeGreaterThanOrEqual(atEnd);
      expect(await operated()).toBe(atEnd);
    } finally {
      await Promise.all(clients.splice(0).map((client) => client.disconnect()));
      await mill.close();
    }
  });

  it('talks in the clear only when asked', async () => {
    const mill = await simulateOpcuaMill({ port: 0, pkiDir, security: 'none' });
    try {
      const open = { mode: MessageSecurityMode.None, policy: SecurityPolicy.None };
      const { read } = await readerOf(await openSession(mill.endpoint, open));
      expect((await read(itemState)).value.value.text).toBe('NotExecuting');
      const offered = await (await connect(mill.endpoint, open)).getEndpoints();
      expect(offered.map(({ securityMode }) => securityMode)).toEqual([MessageSecurityMode.None]);
    } finally {
      await Promise.all(clients.splice(0).map((client) => client.disconnect()));
      await mill.close();
    }
  });

  it('keeps its certificate, makes one anew, and has one that ended', async () => {
    const opened: OpcuaMill[] = [];
    const open = async (certificate: 'kept' | 'new' | 'expired') => {
      const mill = await simulateOpcuaMill({ port: 0, pkiDir: join(dir, 'other'), certificate });
      opened.push(mill);
      await mill.close();
      return mill.thumbprint;
    };
    const first = await open('kept');
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(await open('kept')).toBe(first);
    const second = await open('new');
    expect(second).not.toBe(first);
    expect(await open('expired')).not.toBe(second);
    const [, , , expired] = opened.map(({ certificate }) => new X509Certificate(certificate));
    expect(new Date(expired?.validTo ?? '').getTime()).toBeLessThan(Date.now());
  });

  it('lives in a process of its own, with a clock of its own', async () => {
    const program = await startMill({
      pkiDir: join(dir, 'process'),
      shiftMs: 3_600_000,
      namespaces: ['urn:make'],
    });
    try {
      const { read, namespaces } = await readerOf(await openSession(program.endpoint));
      expect(namespaces).toContain('urn:make');
      await program.order({ state: 'Executing', counters: { cycles: 3 } });
      const state = await read(itemState);
      expect(state.value.value.text).toBe('Executing');
      const aheadMs = (state.sourceTimestamp?.getTime() ?? 0) - Date.now();
      expect(aheadMs).toBeGreaterThan(3_500_000);
      expect((await read(`${counters}/di:OperationCycleCounter`)).value.value).toBe(3);
    } finally {
      await Promise.all(clients.splice(0).map((client) => client.disconnect()));
      await program.quit();
    }
  });
});
