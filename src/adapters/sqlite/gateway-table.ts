// What the journal knows of its gateway: the id, made once and then kept, the last sign of life, and what a restore left.

import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { newId } from '../../domain/ids.ts';
import { type Beat, JournalFault, type Restored } from '../../gateway/ports.ts';
import type { Handlers, ReadCalls, WriteCalls } from './calls.ts';

export type GatewayTable = Handlers<
  Pick<WriteCalls, 'beat'> & Pick<ReadCalls, 'lastBeat' | 'gateway' | 'restored'>
>;

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
    restored: () => readRestored(db),
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

/** What the last restore left; it concerns only a journal that still ends where that restore ended. */
export function readRestored(db: Database): Restored | null {
  const text = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'restored'").pluck().get();
  return text === undefined ? null : JSON.parse(text);
}

export function keepRestored(db: Database, restored: Restored): void {
  db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('restored', ?)").run(JSON.stringify(restored));
}
