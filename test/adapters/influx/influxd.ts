// A real InfluxDB of its own for a test: in a folder that goes with it, on a free port, stopped and started by hand.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Influxd = {
  readonly port: number;
  start(settings?: InfluxdSettings): Promise<void>;
  stop(): Promise<void>;
  /** It stands still, with its connections open, until `goOn`. */
  standStill(): void;
  goOn(): void;
  /** The first series of the answer to a query, as rows; throws what the database says of a mistake. */
  query(text: string, database?: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  dispose(): Promise<void>;
  /** The same at once, for a process that ends now. */
  abandon(): void;
};

type InfluxdSettings = {
  /** Beyond this many bytes in memory it answers writes with an error, as one does that is full. */
  readonly cacheBytes?: number;
  /** It wants a user, and has none. */
  readonly auth?: boolean;
};

export async function openInfluxd(): Promise<Influxd> {
  const folder = mkdtempSync(join(tmpdir(), 'officina-influxd-'));
  const port = await freePort();
  const rpcPort = await freePort();
  let child: ChildProcess | null = null;

  const base = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${base}/ping`).then(
      ({ status }) => status === 204,
      () => false,
    );
  const stop = async (): Promise<void> => {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = null;
  };

  return {
    port,
    async start(settings = {}) {
      const file = join(folder, 'influxdb.conf');
      writeFileSync(file, configOf({ folder, port, rpcPort, settings }));
      child = spawn('influxd', ['-config', file], { stdio: 'ignore' });
      for (const deadlineMs = performance.now() + 15_000; !(await isUp()); ) {
        if (performance.now() > deadlineMs) throw new Error('influxd did not come up within 15 s');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop,
    standStill: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    async query(text, database = 'officina') {
      const search = new URLSearchParams({ db: database, q: text, epoch: 'ns' });
      const answer = await fetch(`${base}/query?${search}`, { method: 'POST' });
      const { results = [], error } = (await answer.json()) as {
        results?: { series?: { columns: string[]; values: unknown[][]; tags?: object }[]; error?: string }[];
        error?: string;
      };
      const said = error ?? results[0]?.error;
      if (said !== undefined) throw new Error(said);
      return (results[0]?.series ?? []).flatMap(({ columns, values, tags }) =>
        values.map((row) => ({
          ...tags,
          ...Object.fromEntries(columns.map((column, i) => [column, row[i]])),
        })),
      );
    },
    async dispose() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
    abandon() {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function configOf(at: { folder: string; port: number; rpcPort: number; settings: InfluxdSettings }): string {
  const { folder, port, rpcPort, settings } = at;
  return `
reporting-disabled = true
bind-address = "127.0.0.1:${rpcPort}"
[meta]
  dir = "${folder}/meta"
[data]
  dir = "${folder}/data"
  wal-dir = "${folder}/wal"
  index-version = "inmem"
  query-log-enabled = false
  cache-max-memory-size = ${settings.cacheBytes ?? 1_073_741_824}
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:${port}"
  log-enabled = false
  auth-enabled = ${settings.auth ?? false}
[logging]
  level = "error"
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
