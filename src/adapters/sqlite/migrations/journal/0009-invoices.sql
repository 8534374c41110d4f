-- Whom invoices go to, erased with the member; `member` is null for a team. The journal holds the digest over salt, payer and
-- content. Documents hold names too, and stay: the law keeps issued invoices, so that no program may change or delete one.
CREATE TABLE buyers (
  payer TEXT PRIMARY KEY,
  member TEXT,
  content TEXT NOT NULL,
  salt TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  invoice TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  payer TEXT NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER documents_never_change BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'an issued invoice is never changed'); END;
CREATE TRIGGER documents_never_go BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'an issued invoice is kept'); END;
