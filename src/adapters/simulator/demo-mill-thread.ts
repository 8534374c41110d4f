// The thread in which the OPC UA server of the demo's mill lives: loading node-opcua takes a second of computing, in
// which the gateway would answer nobody. It shows what it is told, until it is told to close.

import { flushCompileCache } from 'node:module';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { setErrorLogger, setWarningLogger } from 'node-opcua';
import { simulateOpcuaMill } from './opcua-mill.ts';
import type { ItemState, OperationMode } from './opcua-mill-nodes.ts';

export type MillPlace = { readonly port: number; readonly pkiDir: string };

export type MillOrder =
  | { readonly kind: 'show'; readonly state: ItemState; readonly mode: OperationMode }
  | { readonly kind: 'cycle' }
  | { readonly kind: 'close' };

/** Told once, before anybody can connect: the certificate, DER. */
export type MillGreeting = { readonly certificate: Uint8Array };

if (parentPort) await serve(parentPort, workerData);

async function serve(port: MessagePort, place: MillPlace): Promise<void> {
  // It would print to standard output, which is for the ready line.
  setWarningLogger(() => undefined);
  setErrorLogger((...words: unknown[]) => process.stderr.write(`${words.join(' ')}\n`));
  const greet = (certificate: Buffer): void => port.postMessage({ certificate } satisfies MillGreeting);
  const mill = await simulateOpcuaMill({ ...place, onCertificate: greet });
  // What was compiled is kept now, so that the next start is quicker.
  setImmediate(flushCompileCache);
  const close = async (): Promise<void> => {
    await mill.close();
    port.close();
  };
  port.on('message', (order: MillOrder) => {
    if (order.kind === 'cycle') mill.addCycle();
    else if (order.kind === 'close') void close();
    else {
      mill.setState(order.state);
      mill.setMode(order.mode);
    }
  });
}
