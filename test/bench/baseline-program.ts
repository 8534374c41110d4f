// What the way of a tap is measured against: the bare broker library, and one durable commit of the bare SQLite library
// on the same disk. Nothing of the gateway runs here.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Aedes } from 'aedes';
import SqliteDatabase from 'better-sqlite3';
import { answer } from './child.ts';

/** About what the entry of a session and the answer to its tap take together. */
const body = 'x'.repeat(1000);

const db = new SqliteDatabase(join(process.cwd(), 'baseline.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE entries (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO entries (body) VALUES (?)');

answer(() => {
  const startedMs = performance.now();
  insert.run(body);
  return performance.now() - startedMs;
});

const aedes = await Aedes.createBroker();
const server = createServer(aedes.handle).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.stdout.write(`ready mqtt=${typeof address === 'object' ? address?.port : 0}\n`);
