// The worker thread of the store, the only place that touches the files. It takes everything that waits in its queue,
// puts the writes that follow each other into one transaction, and answers after the commit.

import { flushCompileCache } from 'node:module';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Answer, Request, WorkerMessage, WorkerSettings, WriteCalls, WriteRequest } from './calls.ts';
import { toFaultNote } from './fault-note.ts';
import { openStoreFiles, type StoreFiles, type StoreOutlets } from './open-store-files.ts';
import { StoreFault } from './store-fault.ts';

/** Requests taken in one turn, and so commits in one transaction. */
const maxTurn = 512;

const writeKinds: ReadonlySet<Request['kind']> = new Set<keyof WriteCalls>([
  'append',
  'keepSnapshot',
  'beat',
  'waiting',
  'delivered',
  'putToken',
  'dropToken',
]);

if (parentPort) startWorker(parentPort, workerData);

function startWorker(port: MessagePort, settings: WorkerSettings): void {
  const say = (message: WorkerMessage): void => port.postMessage(message);
  const store = openOrRefuse(settings, { say, closed: () => port.close() });
  if (!store) return;
  say({ kind: 'opened' });
  // What was compiled is kept now, not at an orderly end: a gateway ends by a power cut as often as not.
  setImmediate(flushCompileCache);
  port.on('message', (first: Request) => {
    const requests = [first];
    while (requests.length < maxTurn) {
      const next = receiveMessageOnPort(port);
      if (!next) break;
      requests.push(next.message);
    }
    serve(store, { requests, say });
  });
}

function serve(
  { commit, others }: StoreFiles,
  { requests, say }: { requests: readonly Request[]; say: (message: WorkerMessage) => void },
): void {
  let writes: WriteRequest[] = [];
  const flush = (): void => {
    if (writes.length > 0) say({ kind: 'answers', answers: commit.write(writes) });
    writes = [];
  };
  for (const request of requests) {
    if (isWrite(request)) {
      writes.push(request);
      continue;
    }
    flush();
    say({ kind: 'answers', answers: [answer(others, request)] });
  }
  flush();
}

const isWrite = (request: Request): request is WriteRequest => writeKinds.has(request.kind);

function answer(others: StoreFiles['others'], request: Exclude<Request, WriteRequest>): Answer {
  try {
    // Keyed by the kind of the request, which the compiler cannot follow through a union.
    return { id: request.id, value: others[request.kind](request.ask as never) };
  } catch (cause) {
    return { id: request.id, fault: toFaultNote(cause) };
  }
}

/** Null when the files could not be opened; the other thread has then been told why. */
function openOrRefuse(settings: WorkerSettings, outlets: StoreOutlets): StoreFiles | null {
  try {
    return openStoreFiles(settings, outlets);
  } catch (cause) {
    const fault = cause instanceof StoreFault ? cause : unforeseen(settings, cause);
    const said = fault.cause instanceof Error ? fault.cause.message : '';
    outlets.say({ kind: 'refused', code: fault.code, text: fault.message, cause: said });
    outlets.closed();
    return null;
  }
}

const unforeseen = ({ dataDir }: WorkerSettings, cause: unknown): StoreFault =>
  new StoreFault(
    'journal-unreadable',
    `The journal in ${dataDir} could not be opened; look at the cause, then verify the journal or restore a backup.`,
    { cause },
  );
