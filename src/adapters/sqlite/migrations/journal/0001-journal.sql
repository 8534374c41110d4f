-- The truth: entries, and beside them what may be erased or overwritten. The number marks the file as an Officina journal ("Offi").
PRAGMA application_id = 1332110953;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- body is the canonical JSON (RFC 8785) of the entry with `prev`; hash is its SHA-256. at_ms and type repeat the body.
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX entries_by_type ON entries (type, at_ms);

CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries follow each other without a gap'); END;

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER entries_never_go BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE people (
  member TEXT PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT,
  salt TEXT NOT NULL,
  password TEXT
) STRICT;

CREATE TABLE badges (
  badge TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES people (member) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  tail TEXT NOT NULL
) STRICT;

CREATE INDEX badges_by_member ON badges (member, place);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL,
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at_ms REAL NOT NULL,
  expires_at_ms REAL
) STRICT;

CREATE TABLE outbox (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  expires_at_ms REAL NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE beat (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  boot TEXT NOT NULL,
  mono_ms REAL NOT NULL,
  at_ms REAL NOT NULL
) STRICT;

-- sum is the SHA-256 of state: a damaged snapshot is skipped, never believed.
CREATE TABLE snapshots (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  seq INTEGER NOT NULL,
  reducer TEXT NOT NULL,
  state BLOB NOT NULL,
  sum BLOB NOT NULL
) STRICT;
