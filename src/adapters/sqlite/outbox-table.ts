// Messages that wait to be sent, at most ten thousand: beyond that the oldest goes, counted. Answers live for seconds,
// so a full outbox means that a reader was away long enough for all of it to expire.

import type { Database } from 'better-sqlite3';
import type { Message } from '../../gateway/ports.ts';
import type { Handlers, WriteCalls } from './calls.ts';

export const outboxLimit = 10_000;

export type OutboxTable = Handlers<Pick<WriteCalls, 'waiting' | 'delivered'>> & {
  /** Returns how many of the oldest had to go. */
  put(messages: readonly Message[]): number;
};

export function outboxTable(db: Database): OutboxTable {
  const insert = db.prepare('INSERT INTO outbox (id, expires_at_ms, body) VALUES (?, ?, ?)');
  const count = db.prepare<[], number>('SELECT count(*) FROM outbox').pluck();
  const trim = db.prepare(
    'DELETE FROM outbox WHERE place IN (SELECT place FROM outbox ORDER BY place LIMIT ?)',
  );
  const expire = db.prepare('DELETE FROM outbox WHERE expires_at_ms <= ?');
  const all = db.prepare<[], string>('SELECT body FROM outbox ORDER BY place').pluck();
  const remove = db.prepare('DELETE FROM outbox WHERE id = ?');

  return {
    put(messages) {
      if (messages.length === 0) return 0;
      for (const message of messages) insert.run(message.id, message.expiresAtMs, JSON.stringify(message));
      const excess = (count.get() ?? 0) - outboxLimit;
      return excess > 0 ? trim.run(excess).changes : 0;
    },
    waiting({ nowMs }) {
      const expired = expire.run(nowMs).changes;
      return { messages: all.all().map((body): Message => JSON.parse(body)), expired };
    },
    delivered({ ids }) {
      for (const id of ids) remove.run(id);
      return null;
    },
  };
}
