// A child process that replays a whole journal without a snapshot, and says how long that took and how long the bare
// SQLite library needs to read and parse the same entries.

import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { pinoLog } from '../../src/adapters/log/pino-log.ts';
import { openStore } from '../../src/adapters/sqlite/open-store.ts';
import { recover } from '../../src/gateway/recover.ts';

const [dataDir = ''] = process.argv.slice(2);

const store = await openStore({ dataDir, log: pinoLog('warn'), readOnly: true });
const startedMs = performance.now();
const { replayed } = await recover({ ...store.journal, snapshot: async () => null }, 'none');
const replayMs = performance.now() - startedMs;
await store.close();

const db = new SqliteDatabase(join(dataDir, 'journal.sqlite'), { readonly: true });
const bareMs = performance.now();
let read = 0;
for (const body of db.prepare<[], string>('SELECT body FROM entries ORDER BY seq').pluck().iterate()) {
  if (JSON.parse(body).seq === read + 1) read += 1;
}
const baselineMs = performance.now() - bareMs;
db.close();
if (read !== replayed) throw new Error(`${replayed} entries were replayed, but ${read} are there`);
process.stdout.write(`ready entries=${replayed} replay=${replayMs} bare=${baselineMs}\n`);
