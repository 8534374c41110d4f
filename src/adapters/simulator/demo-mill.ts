// A mill of the demo shop: a real OPC UA server in a thread of its own, and the control panel on which somebody runs a
// job, sees it break down, clears it and starts it again. The server follows late; until then the panel works alone.

import { createServer } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { DemoMachine } from './demo-controller.ts';
import type { MillGreeting, MillOrder, MillPlace } from './demo-mill-thread.ts';
import { realTime, type SimulatedTime } from './native-link.ts';
import type { ItemState, OperationMode } from './opcua-mill-nodes.ts';

export type DemoMill = DemoMachine & {
  /** Starts the server. */
  open(to: {
    /** Told its certificate, DER, before anybody can connect. */
    readonly onCertificate: (certificate: Buffer) => void;
    readonly onFault: (fault: unknown) => void;
  }): void;
};

const jobMs = 30_000;

export async function openDemoMill(options: {
  readonly pkiDir: string;
  readonly time?: SimulatedTime;
}): Promise<DemoMill> {
  // The link must be known before the server is there. Who takes the port in between keeps the mill away, no more.
  const port = await freePort();
  let thread: Worker | null = null;
  const tell = (order: MillOrder): void => thread?.postMessage(order);
  let shown: { state: ItemState; mode: OperationMode } = { state: 'NotExecuting', mode: 'None' };
  const show = (now: Partial<typeof shown>): void => {
    shown = { ...shown, ...now };
    tell({ kind: 'show', ...shown });
  };
  const panel = openPanel({
    show: (state) => show({ state }),
    done: () => tell({ kind: 'cycle' }),
    ...options,
  });
  return {
    link: {
      kind: 'opcua',
      endpoint: `opc.tcp://127.0.0.1:${port}`,
      machine: null,
      security: 'sign-and-encrypt',
      user: null,
      password: null,
    },
    open({ onCertificate, onFault }) {
      const workerData: MillPlace = { port, pkiDir: options.pkiDir };
      thread = new Worker(new URL('./demo-mill-thread.ts', import.meta.url), { workerData });
      thread.on('message', ({ certificate }: MillGreeting) => {
        try {
          onCertificate(Buffer.from(certificate));
        } catch (fault) {
          onFault(fault);
        }
      });
      thread.on('error', onFault);
      // Orders wait until the server is there.
      show({});
    },
    setPower(on) {
      // The plug feeds the drives; the controller has a supply of its own and waits for them.
      if (!on) panel.stop();
      show({ mode: on ? 'Processing' : 'None' });
    },
    runJob: panel.run,
    acts: { 'break down': panel.breakDown, clear: panel.clear, start: panel.start },
    busy: () => shown.state === 'Executing',
    async close() {
      panel.stop();
      if (thread) await ended(thread);
    },
  };
}

/** Without a goodbye when it takes too long, for instance because it is still loading. */
const goodbyeMs = 2_000;

async function ended(thread: Worker): Promise<void> {
  const { promise: left, resolve } = Promise.withResolvers<void>();
  thread.once('exit', resolve);
  thread.postMessage({ kind: 'close' } satisfies MillOrder);
  const callOff = realTime.after(goodbyeMs, () => void thread.terminate());
  // One that has failed has told so already.
  if (thread.threadId === -1) resolve();
  await left;
  callOff();
}

type Job = { readonly over: (finished: boolean) => void; leftMs: number; callOff: (() => void) | null };

/** What has broken down goes on only by `start`. */
function openPanel(machine: {
  readonly show: (state: ItemState) => void;
  readonly done: () => void;
  readonly time?: SimulatedTime;
}) {
  const { time = realTime } = machine;
  let job: Job | null = null;
  let startedMs = 0;
  const end = (finished: boolean): void => {
    const ended = job;
    job = null;
    ended?.callOff?.();
    machine.show('NotExecuting');
    if (finished) machine.done();
    ended?.over(finished);
  };
  const start = (): void => {
    if (!job || job.callOff) return;
    startedMs = time.monoMs();
    job.callOff = time.after(job.leftMs, () => end(true));
    machine.show('Executing');
  };
  return {
    run(): Promise<boolean> {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      job = { over: resolve, leftMs: jobMs, callOff: null };
      start();
      return promise;
    },
    start,
    breakDown(): void {
      if (!job?.callOff) return;
      job.callOff();
      job.callOff = null;
      job.leftMs -= time.monoMs() - startedMs;
      machine.show('OutOfService');
    },
    clear: (): void => machine.show('NotExecuting'),
    stop: (): void => end(false),
  };
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
