// A store, a database in a real InfluxDB, the line between them, and the diary that goes over it; all for one test.

import { type Influx, type InfluxOptions, openInflux } from '../../../src/adapters/influx/open-influx.ts';
import type { Store } from '../../../src/adapters/sqlite/open-store.ts';
import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { type Scratch, scratchStore } from '../sqlite/scratch-store.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';
import type { Influxd } from './influxd.ts';

export type Fixture = {
  readonly store: Store;
  readonly scratch: Scratch;
  readonly proxy: FaultyProxy;
  readonly database: string;
  readonly behind: boolean[];
  /** What the log was told, facts and all. */
  readonly said: readonly string[];
  /** The journal that is brought there; the test lets it grow. */
  entries: () => readonly Entry[];
  open(changed?: Partial<InfluxOptions>): Influx;
  query(text: string): ReturnType<Influxd['query']>;
  dispose(): Promise<void>;
};

let databases = 0;

export async function influxFixture(influxd: Influxd): Promise<Fixture> {
  databases += 1;
  const database = `test-${databases}`;
  const scratch = scratchStore();
  const store = await scratch.open();
  const proxy = await openFaultyProxy(influxd.port);
  const opened: Influx[] = [];
  const said: string[] = [];
  const behind: boolean[] = [];
  const say = (facts: object, text: string): void => void said.push(`${text} ${inspect(facts)}`);

  const fixture: Fixture = {
    store,
    scratch,
    proxy,
    database,
    behind,
    said,
    entries: () => [],
    open(changed = {}) {
      const url = `http://127.0.0.1:${proxy.port}`;
      const influx = openInflux({
        target: { url, database, user: '', password: '' },
        journal: { read: (after) => pagesOf(fixture.entries(), after), gateway: async () => 'gateway-1' },
        headSeq: () => fixture.entries().length,
        spool: store.diary,
        bookmarks: store.diary,
        oldest: () => ({ tapsMs: Number.NEGATIVE_INFINITY, readingsMs: Number.NEGATIVE_INFINITY }),
        timezone: () => 'Europe/Rome',
        version: 'test',
        clock: systemClock(),
        log: { info: say, warn: say, error: say },
        random: Math.random,
        onBehind: (now) => behind.push(now),
        pace: { breathMs: 1, restMs: 5, leastPauseMs: 5, mostPauseMs: 50 },
        writeLimitMs: 2000,
        ...changed,
      });
      opened.push(influx);
      return influx;
    },
    query: (text) => influxd.query(text, database),
    async dispose() {
      for (const influx of opened) await influx.close();
      await proxy.close();
      await scratch.dispose();
    },
  };
  return fixture;
}

const pageLimit = 1000;

async function* pagesOf(entries: readonly Entry[], after: number): AsyncGenerator<readonly Entry[]> {
  for (let from = after; from < entries.length; from += pageLimit)
    yield structuredClone(entries.slice(from, from + pageLimit));
}

/** Everything that a logger could find, however deep. */
const inspect = (facts: object): string => {
  const seen = new Set<unknown>();
  const words = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    if (seen.has(value)) return '';
    seen.add(value);
    return Object.getOwnPropertyNames(value)
      .map((name) => `${name} ${words((value as Record<string, unknown>)[name])}`)
      .join(' ');
  };
  return words(facts);
};
