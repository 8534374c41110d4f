// Requests to the HTTP interface of a device in the workshop, where its firmware knows no lease over MQTT. One at a time
// per device, each with a limit of time from when it was asked for, so that an order never arrives late.

import { type IncomingMessage, request } from 'node:http';
import type { Meters } from '../../gateway/ports.ts';

type DeviceRequest = {
  /** Names the device; one request of it runs at a time. */
  readonly device: string;
  /** Host name or address, with or without a port. */
  readonly host: string;
  /** Begins with a slash. */
  readonly path: string;
  /** An order gives way to the next one. */
  readonly isOrder: boolean;
};

export type DeviceHttp = {
  /** The body of an answer with status 200; null when none came in time, or the request was given up. */
  get(asked: DeviceRequest): Promise<Uint8Array | null>;
  /** Gives up the orders to a device that run or wait: another has been given. */
  giveUpOrders(device: string): void;
  close(): void;
};

type Job = DeviceRequest & { readonly end: AbortController; readonly signal: AbortSignal };

/** From when it was asked for, milliseconds. */
const usualLimitMs = 3000;
const mostBytes = 8192;
/** Running and waiting ones of one device that were not given up; more are dropped and counted. */
const mostJobs = 4;

export function createDeviceHttp(options: { meters: Meters; limitMs?: number }): DeviceHttp {
  const { meters, limitMs = usualLimitMs } = options;
  // Bounded by the devices that are described; one leaves when nothing of it runs.
  const jobs = new Map<string, { job: Job; done: Promise<unknown> }[]>();
  const count = (outcome: 'answered' | 'failed' | 'dropped'): void =>
    meters.count('device_http_total', { outcome });

  const run = async (job: Job, before: Promise<unknown>): Promise<Uint8Array | null> => {
    await before;
    const body = job.signal.aborted ? null : await fetchOnce(job).catch(() => null);
    count(body ? 'answered' : 'failed');
    return body;
  };

  return {
    async get(asked) {
      const own = jobs.get(asked.device) ?? [];
      if (own.filter(({ job }) => !job.signal.aborted).length >= mostJobs) {
        count('dropped');
        return null;
      }
      const end = new AbortController();
      const job = { ...asked, end, signal: AbortSignal.any([end.signal, AbortSignal.timeout(limitMs)]) };
      const body = run(job, own.at(-1)?.done ?? Promise.resolve());
      const entry = { job, done: body };
      jobs.set(asked.device, [...own, entry]);
      try {
        return await body;
      } finally {
        const left = (jobs.get(asked.device) ?? []).filter((one) => one !== entry);
        if (left.length > 0) jobs.set(asked.device, left);
        else jobs.delete(asked.device);
      }
    },
    giveUpOrders(device) {
      for (const { job } of jobs.get(device) ?? []) if (job.isOrder) job.end.abort();
    },
    close() {
      for (const own of jobs.values()) for (const { job } of own) job.end.abort();
    },
  };
}

/** Asynchronous also where the host makes no address: that is a failure like any other. */
async function fetchOnce({ host, path, signal }: Job): Promise<Uint8Array | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array | null>();
  const asking = request(`http://${inUrl(host)}${path}`, { signal, agent: false }, (answer) => {
    readBody(answer).then(resolve, reject);
  });
  asking.on('error', reject);
  asking.end();
  return promise;
}

/** An IPv6 address stands in brackets; with a port it must be written so. */
const inUrl = (host: string): string => (/:.*:/.test(host) && !host.startsWith('[') ? `[${host}]` : host);

async function readBody(answer: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return answer.statusCode === 200 ? Buffer.concat(chunks) : null;
}
