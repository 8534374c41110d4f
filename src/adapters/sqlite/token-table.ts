// Bearer tokens: only the digest of a secret ever gets here.

import type { Database } from 'better-sqlite3';
import type { Token } from '../../gateway/ports.ts';
import type { Handlers, ReadCalls, WriteCalls } from './calls.ts';

export type TokenTable = Handlers<Pick<WriteCalls, 'putToken' | 'dropToken'> & Pick<ReadCalls, 'tokens'>>;

type Row = Omit<Token, 'scopes'> & { readonly scopes: string };

export function tokenTable(db: Database): TokenTable {
  const put = db.prepare(
    `INSERT OR REPLACE INTO tokens (id, digest, member, label, scopes, created_at_ms, expires_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const drop = db.prepare('DELETE FROM tokens WHERE id = ?');
  const all = db.prepare<[], Row>(
    `SELECT id, digest, member, label, scopes, created_at_ms AS createdAtMs, expires_at_ms AS expiresAtMs
     FROM tokens ORDER BY id`,
  );

  return {
    putToken(token) {
      const { id, digest, member, label, scopes, createdAtMs, expiresAtMs } = token;
      put.run(id, digest, member, label, JSON.stringify(scopes), createdAtMs, expiresAtMs);
      return null;
    },
    dropToken({ id }) {
      drop.run(id);
      return null;
    },
    tokens: () => all.all().map((row) => ({ ...row, scopes: JSON.parse(row.scopes) })),
  };
}
