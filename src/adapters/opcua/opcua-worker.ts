// The thread of all OPC UA links, the only place that loads the library: it takes half a second to load, and what a
// server makes it do, or fail at, stays in here. See decision 0010.

import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { OPCUAClientBase, setDebugLogger, setErrorLogger, setWarningLogger } from 'node-opcua';
import { realTimers } from '../../edge/timers.ts';
import { certificateJudge } from './certificate-judge.ts';
import { machineOpener, type OpenMachine } from './machine-opener.ts';
import { openLink } from './open-link.ts';
import { ownCertificate } from './own-certificate.ts';
import { openTrustStore } from './trust-store.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

const signOfLifeMs = 2_000;

if (parentPort) await run(parentPort, workerData);

async function run(port: MessagePort, { folder, links, pace }: WorkerSettings): Promise<void> {
  // What the library prints would break into our log; what matters of it comes as a fault.
  for (const setLogger of [setDebugLogger, setErrorLogger, setWarningLogger]) setLogger(() => undefined);
  const tell = (message: FromWorker): void => port.postMessage(message);
  const tellClients = (): void => tell({ kind: 'clients', live: OPCUAClientBase.registry.count() });
  const own = await ownCertificate({ folder, nowMs: Date.now(), randomBytes: randomBytes(10) });
  const store = openTrustStore(folder);
  const timing = { pace, timers: realTimers, wallMs: Date.now, monoMs: () => performance.now() };
  const opened = Object.entries(links).map(([machine, address]) => {
    const count = (name: string, times: number): void => {
      for (let i = 0; i < times; i++) tell({ kind: 'count', name, machine });
    };
    const onDropped = (dropped: number): void => count('opcua_certificates_dropped', dropped);
    const judge = certificateJudge(machine, { store, wallMs: timing.wallMs, onDropped });
    const opener = machineOpener({ ...timing, address, own, judge });
    const open: OpenMachine = (attempt) =>
      opener({
        ...attempt,
        onClient(opened) {
          attempt.onClient(opened);
          opened.client.on('connected', tellClients);
        },
      });
    const always = address.nodes?.stop ? [] : [{ code: 'read-only', values: {} } as const];
    return [machine, openLink({ ...timing, machine, open, tell, always, random: Math.random })] as const;
  });
  const byMachine = new Map(opened);
  const beating = setInterval(tellClients, signOfLifeMs);
  // What was compiled is kept now, not at an orderly end: a gateway ends by a power cut as often as not.
  setImmediate(flushCompileCache);
  port.on('message', async (message: ToWorker) => {
    if (message.kind === 'permit') {
      const { machine, on, ask } = message;
      tell({ kind: 'permitted', ask, told: (await byMachine.get(machine)?.permit(on)) ?? false });
      return;
    }
    if (message.kind === 'end') {
      const { machine, ask } = message;
      tell({ kind: 'ended', ask, outcome: (await byMachine.get(machine)?.endAccess()) ?? 'unknown' });
      return;
    }
    await Promise.all(opened.map(([, link]) => link.close()));
    clearInterval(beating);
    tellClients();
    port.close();
  });
}
