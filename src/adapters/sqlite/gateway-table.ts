// What the journal knows of its gateway: the id, made once and then kept, and the last sign of life.

import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { newId } from '../../domain/ids.ts';
import { type Beat, JournalFault } from '../../gateway/ports.ts';
import type { Handlers, ReadCalls, WriteCalls } from './calls.ts';

export type GatewayTable = Handlers<Pick<WriteCalls, 'beat'> & Pick<ReadCalls, 'lastBeat' | 'gateway'>>;

export function gatewayTable(db: Database): GatewayTable {
  const id = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'gateway'").pluck();
  if (!db.readonly && id.get() === undefined) {
    db.prepare("INSERT INTO meta (key, value) VALUES ('gateway', ?)").run(newId(Date.now(), randomBytes(10)));
  }
  const put = db.prepare('INSERT OR REPLACE INTO beat (one, boot, mono_ms, at_ms) VALUES (1, ?, ?, ?)');
  const beat = db.prepare<[], Beat>('SELECT boot, mono_ms AS monoMs, at_ms AS atMs FROM beat');

  return {
    beat({ boot, monoMs, atMs }) {
      put.run(boot, monoMs, atMs);
      return null;
    },
    lastBeat: () => beat.get() ?? null,
    gateway() {
      const known = id.get();
      if (known !== undefined) return known;
      throw new JournalFault(
        'journal-broken',
        'The journal has no gateway id yet; start the gateway once, which makes it.',
      );
    },
  };
}
