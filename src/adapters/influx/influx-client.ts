// Talks to one database of InfluxDB 1.x. Every call ends within its limit, whatever happens to the connection; it
// resolves, or rejects with an `InfluxFault`. It never repeats anything by itself: whoever calls knows when to.

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { InfluxDB, type IPoint } from 'influx';
import { InfluxFault, toInfluxFault } from './influx-fault.ts';
import { measurements } from './measurements.ts';
import { postLines } from './post-lines.ts';

export type InfluxTarget = {
  /** Without user name and password. */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

export type InfluxClient = {
  /** Makes the database where it is missing. */
  create(): Promise<void>;
  /** Resolves with the number of points that the database's own retention did not let in. */
  write(points: readonly IPoint[]): Promise<number>;
  /** The same for lines of its protocol, with times in milliseconds. */
  writeLines(lines: string): Promise<number>;
  /** Rows of the first series of one query, as objects of their columns; times are milliseconds. */
  rows(query: string, placeholders: Readonly<Record<string, string | number>>): Promise<readonly Row[]>;
  /** A query that changes what is there. */
  change(query: string): Promise<void>;
  /** Calls under way are rejected. */
  close(): void;
};

export type Row = Readonly<Record<string, unknown>>;

export function influxClient(target: InfluxTarget, { limitMs }: { limitMs: number }): InfluxClient {
  const url = new URL(target.url);
  const agent = new (url.protocol === 'https:' ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 2 });
  const influx = open(target, { url, agent, limitMs });
  const underWay = new Set<(fault: InfluxFault) => void>();

  /** The library waits for ever when a connection breaks off inside an answer, so that each call has a limit here. */
  async function within<T>(work: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    underWay.add(late.reject);
    const timer = setTimeout(() => {
      late.reject(
        new InfluxFault('slow', `InfluxDB did not answer within ${limitMs} ms; look at its load and disk.`),
      );
      agent.destroy();
    }, limitMs);
    try {
      return await Promise.race([work, late.promise]);
    } catch (thrown) {
      throw toInfluxFault(thrown);
    } finally {
      clearTimeout(timer);
      underWay.delete(late.reject);
    }
  }

  /** Resolves with the number of points that were beyond the retention. */
  async function written(work: Promise<void>): Promise<number> {
    try {
      await within(work);
      return 0;
    } catch (thrown) {
      const beyond = beyondRetention(thrown);
      if (beyond === null) throw thrown;
      return beyond;
    }
  }

  return {
    async create() {
      try {
        await within(influx.createDatabase(target.database));
      } catch (thrown) {
        // A user who may only read and write uses the database that an administrator has made.
        if (!(thrown instanceof InfluxFault && thrown.code === 'denied')) throw thrown;
      }
    },
    write: (points) => written(influx.writePoints([...points], { precision: 'n' })),
    writeLines: (lines) => written(postLines(target, { lines, agent })),
    async rows(query, placeholders) {
      return toRows(
        await within(influx.queryRaw(query, { precision: 'ms', placeholders: { ...placeholders } })),
      );
    },
    async change(query) {
      toRows(await within(influx.queryRaw(query, { method: 'POST' })));
    },
    close() {
      const fault = new InfluxFault(
        'unreachable',
        'The gateway is stopping; what was under way is done after its start.',
      );
      for (const reject of underWay) reject(fault);
      agent.destroy();
    },
  };
}

type Opening = { readonly url: URL; readonly agent: HttpAgent | HttpsAgent; readonly limitMs: number };

function open({ database, user, password }: InfluxTarget, { url, agent, limitMs }: Opening): InfluxDB {
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  const never = { getDelay: () => 0, next: () => never, reset: () => never };
  return new InfluxDB({
    host: url.hostname,
    port: Number(url.port) || (protocol === 'https' ? 443 : 80),
    path: url.pathname === '/' ? '' : url.pathname,
    protocol,
    username: user,
    password,
    database,
    schema: [...measurements],
    options: { agent },
    // No repetition and no back-off of its own; its limit stands behind ours, which can tell what happened.
    pool: { maxRetries: 0, backoff: never, requestTimeout: 2 * limitMs },
  });
}

/**
 * Points older than the retention policy of the database are left out by it, which is what its owner wants; the rest of
 * the write is done. Only the sentence of the answer tells this from other refusals.
 */
function beyondRetention(thrown: unknown): number | null {
  if (!(thrown instanceof InfluxFault) || thrown.code !== 'refused') return null;
  const match = /partial write: points beyond retention policy dropped=(\d{1,9})/.exec(thrown.message);
  return match ? Number(match[1]) : null;
}

function toRows(answer: unknown): readonly Row[] {
  const result = first(field(answer, 'results'));
  const error = field(result, 'error');
  if (error !== undefined)
    throw new InfluxFault('refused', `InfluxDB refused a query; it said: ${String(error).slice(0, 200)}.`);
  const series = first(field(result, 'series'));
  const columns = field(series, 'columns');
  const values = field(series, 'values');
  if (!Array.isArray(columns) || !Array.isArray(values)) return [];
  return values
    .filter((row): row is unknown[] => Array.isArray(row))
    .map((row) => Object.fromEntries(columns.map((column, index) => [String(column), row[index]])));
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
