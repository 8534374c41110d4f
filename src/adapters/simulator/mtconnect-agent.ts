// A simulated MTConnect agent over HTTP with one mill behind it: sequences in a buffer that forgets, streams of either
// multipart form with heartbeats, an adapter that may drop, and restarts with another instance.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AgentBuffer, openBuffer } from './mtconnect-buffer.ts';
import {
  type AgentFacts,
  type Condition,
  devicesXml,
  errorXml,
  type MillItem,
  millItems,
  streamsXml,
} from './mtconnect-documents.ts';
import { type AgentStreams, openStreams } from './mtconnect-streams.ts';

export type MtconnectAgentOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly version?: string;
  /** How a stream is announced; `none` answers with one document, as some agents do. */
  readonly stream?: 'mixed' | 'x-mixed-replace' | 'none';
  readonly bufferSize?: number;
  readonly isTest?: boolean;
  /** Beside the buffer. */
  readonly otherDevices?: readonly string[];
  /** Old agents answer an error with 200. */
  readonly errorStatus?: 200 | 400 | 404;
};

export type MtconnectAgent = {
  readonly url: () => string;
  /** Methods and paths, in order. */
  readonly asked: readonly string[];
  /** Taken together at one time. */
  set(values: { readonly [item in MillItem]?: string }): void;
  setCondition(condition: Condition & { readonly text: string }): void;
  startJob(program: string): void;
  pause(): void;
  finish(): void;
  /** Ended by somebody at the machine. */
  stop(): void;
  /** So many observations of one sample at once. */
  flood(count: number): void;
  /** Everything is UNAVAILABLE until it is back. */
  dropAdapter(): void;
  restoreAdapter(): void;
  /** Another device model; what there is stays. */
  changeModel(): void;
  /** Ends every stream as an agent does that is passed by its reader. */
  endStreams(): void;
  /** Leaves every stream open and says nothing there any more, as a network does that has lost it. */
  muteStreams(): void;
  /** Answers nothing any more, and sends nothing; what is asked meanwhile stays unanswered. */
  hang(on: boolean): void;
  /** Answers so instead, whatever is asked, until it is null. */
  lie(answer: Lie | null): void;
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
  /** A new instance: sequences begin again, the mill goes on. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Lie = { readonly status: number; readonly type: string; readonly body: string };

const device = 'mill';
const usualBuffer = 1000;
const atRest = {
  ...{ avail: 'AVAILABLE', estop: 'ARMED', exec: 'READY', mode: 'AUTOMATIC', wait: 'UNAVAILABLE' },
  ...{ program: 'UNAVAILABLE', parts: '0', feed: '0', speed: '0', time: '0', motion: '' },
} as const satisfies Record<MillItem, string>;

export async function simulateMtconnectAgent(options: MtconnectAgentOptions): Promise<MtconnectAgent> {
  const { version = '2.3', bufferSize = usualBuffer, isTest = false } = options;
  let facts: AgentFacts = {
    ...{ version, bufferSize, isTest, device },
    ...{ instanceId: '1767225600', modelChanged: '2026-01-01T00:00:00Z' },
  };
  const buffer = openBuffer(bufferSize);
  const asked: string[] = [];
  let isHung = false;
  let lie: Lie | null = null;
  const streams = openStreams({
    ...{ form: options.stream === 'x-mixed-replace' ? 'x-mixed-replace' : 'mixed', buffer },
    ...{ xml: (part) => streamsXml(facts, part), isHung: () => isHung },
  });
  const answer = answering({ options, facts: () => facts, buffer, streams });
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (isHung) return;
    if (lie) response.writeHead(lie.status, { 'content-type': lie.type }).end(lie.body);
    else answer(request, response);
  });
  const door = openDoor(server, options.port);
  const observe = (values: Parameters<MtconnectAgent['set']>[0]): void => {
    buffer.observe(Object.entries(values) as [MillItem, string][]);
    streams.send();
  };
  observe(atRest);
  await door.open();

  return {
    url: door.url,
    asked,
    set: observe,
    setCondition({ text, ...condition }) {
      buffer.condition(condition, text);
      streams.send();
    },
    startJob: (program) => observe({ program, exec: 'ACTIVE', feed: '20', speed: '8000' }),
    pause: () => observe({ exec: 'FEED_HOLD', feed: '0' }),
    finish: () => observe({ exec: 'PROGRAM_COMPLETED', feed: '0', speed: '0', parts: '1', time: '60.5' }),
    stop: () => observe({ exec: 'STOPPED', feed: '0', speed: '0' }),
    flood(count) {
      buffer.observe(Array.from({ length: count }, (_none, n) => ['feed', String(n)] as const));
      streams.send();
    },
    dropAdapter: () => observe(Object.fromEntries(Object.keys(millItems).map((id) => [id, 'UNAVAILABLE']))),
    restoreAdapter: () => observe(atRest),
    changeModel() {
      facts = { ...facts, modelChanged: '2026-02-02T00:00:00Z' };
    },
    endStreams: streams.end,
    muteStreams: streams.mute,
    hang(on) {
      isHung = on;
    },
    lie(now) {
      lie = now;
    },
    vanish: door.shut,
    comeBack: door.open,
    async restart() {
      await door.shut();
      facts = { ...facts, instanceId: String(BigInt(facts.instanceId) + 100n) };
      buffer.restart();
      await door.open();
    },
    close: door.shut,
  };
}

type Answering = {
  readonly options: MtconnectAgentOptions;
  readonly facts: () => AgentFacts;
  readonly buffer: AgentBuffer;
  readonly streams: AgentStreams;
};

/** Answers by path and query, as the standard says, and nothing but GET. */
function answering({ options, facts, buffer, streams }: Answering) {
  return ({ method, url }: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://agent.test');
    const words = pathname.split('/').slice(1).map(decodeURIComponent);
    const say = (text: string, status = 200) =>
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
    const refuse = (code: string) => say(errorXml(facts(), code), options.errorStatus ?? 404);
    const verb = words.pop();
    const [of = device] = words;
    if (method !== 'GET') return refuse('UNSUPPORTED');
    if (verb === 'probe') return say(devicesXml(facts(), options.otherDevices ?? []));
    if (of !== device && of !== `${device}-uuid`) return refuse('NO_DEVICE');
    if (verb === 'current') return say(streamsXml(facts(), buffer.current()));
    if (verb !== 'sample') return refuse('UNSUPPORTED');
    const number = (name: string, usual: number): number => Number(searchParams.get(name) ?? usual);
    const [from, count] = [BigInt(searchParams.get('from') ?? 1), number('count', 100)];
    if (!buffer.holds(from) || count < 1 || count > facts().bufferSize) return refuse('OUT_OF_RANGE');
    if (options.stream === 'none') return say(streamsXml(facts(), buffer.since(from, count)));
    return streams.open(response, { from, count, heartbeatMs: number('heartbeat', 10_000) });
  };
}

/** On the same port each time. */
function openDoor(server: Server, wanted: number) {
  let port = wanted;
  return {
    url: () => `http://127.0.0.1:${port}`,
    open: () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          port = (server.address() as AddressInfo).port;
          resolve();
        });
      }),
    /** Every connection is dropped as a power cut drops it. */
    async shut(): Promise<void> {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
