-- The books, made out of the journal by the journal itself: inserting an entry `posted` or `period-closed` fills these tables
-- in the same transaction, or is refused with it. Nothing else can write them: a row that no entry tells of is refused, and
-- none is ever changed or taken away. Amounts are signed 64-bit integers of the smallest part of their unit, debit above zero.

CREATE TABLE accounts (
  account TEXT NOT NULL,
  unit TEXT NOT NULL,
  -- The entry that moved it first.
  seq INTEGER NOT NULL REFERENCES entries (seq),
  PRIMARY KEY (account, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE postings (
  seq INTEGER PRIMARY KEY REFERENCES entries (seq),
  posting TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  date_ms INTEGER NOT NULL,
  -- The posting that it takes back; each is taken back once.
  reverses TEXT UNIQUE
) STRICT;

CREATE INDEX postings_by_date ON postings (date_ms, seq);

-- `balance` is that of the account in that unit after this line. A line comes before its posting, which then proves the sum;
-- a line without one is refused at the commit.
CREATE TABLE posting_lines (
  place INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES postings (seq) DEFERRABLE INITIALLY DEFERRED,
  account TEXT NOT NULL,
  unit TEXT NOT NULL,
  minor INTEGER NOT NULL CHECK (minor <> 0 AND minor BETWEEN -1000000000000 AND 1000000000000),
  balance INTEGER NOT NULL CHECK (balance BETWEEN -4000000000000000000 AND 4000000000000000000),
  UNIQUE (seq, account, unit),
  FOREIGN KEY (account, unit) REFERENCES accounts (account, unit)
) STRICT;

CREATE INDEX posting_lines_by_account ON posting_lines (account, unit, place);

CREATE TABLE closed_periods (
  month TEXT PRIMARY KEY,
  before_ms INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES entries (seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entries_post AFTER INSERT ON entries WHEN NEW.type = 'posted'
BEGIN
  SELECT RAISE(ABORT, 'an amount is a whole number in a text') FROM json_each(NEW.body, '$.data.lines')
  WHERE json_extract(value, '$.minor') IS NOT CAST(CAST(json_extract(value, '$.minor') AS INTEGER) AS TEXT);
  INSERT OR IGNORE INTO accounts (account, unit, seq)
  SELECT json_extract(value, '$.account'), json_extract(value, '$.unit'), NEW.seq
  FROM json_each(NEW.body, '$.data.lines');
  INSERT INTO posting_lines (seq, account, unit, minor, balance)
  SELECT NEW.seq, json_extract(value, '$.account'), json_extract(value, '$.unit'),
    CAST(json_extract(value, '$.minor') AS INTEGER),
    CAST(json_extract(value, '$.minor') AS INTEGER) + coalesce((
      SELECT balance FROM posting_lines
      WHERE account = json_extract(value, '$.account') AND unit = json_extract(value, '$.unit')
      ORDER BY place DESC LIMIT 1), 0)
  FROM json_each(NEW.body, '$.data.lines') ORDER BY key;
  INSERT INTO postings (seq, posting, key, date_ms, reverses)
  VALUES (NEW.seq, json_extract(NEW.body, '$.data.posting'), json_extract(NEW.body, '$.data.key'),
    json_extract(NEW.body, '$.data.dateMs'), json_extract(NEW.body, '$.data.reverses.posting'));
END;

CREATE TRIGGER entries_close AFTER INSERT ON entries WHEN NEW.type = 'period-closed'
BEGIN
  INSERT INTO closed_periods (month, before_ms, seq)
  VALUES (json_extract(NEW.body, '$.data.month'), json_extract(NEW.body, '$.data.beforeMs'), NEW.seq);
END;

CREATE TRIGGER accounts_from_entries BEFORE INSERT ON accounts
WHEN NOT EXISTS (
  SELECT 1 FROM entries, json_each(entries.body, '$.data.lines')
  WHERE entries.seq = NEW.seq AND entries.type = 'posted'
    AND json_extract(value, '$.account') = NEW.account AND json_extract(value, '$.unit') = NEW.unit
)
BEGIN SELECT RAISE(ABORT, 'an account stands in the journal'); END;

CREATE TRIGGER posting_lines_from_entries BEFORE INSERT ON posting_lines
BEGIN
  SELECT RAISE(ABORT, 'a posting takes no further line')
  WHERE EXISTS (SELECT 1 FROM postings WHERE seq = NEW.seq);
  SELECT RAISE(ABORT, 'a line stands in the journal')
  WHERE NOT EXISTS (
    SELECT 1 FROM entries, json_each(entries.body, '$.data.lines')
    WHERE entries.seq = NEW.seq AND entries.type = 'posted' AND json_extract(value, '$.account') = NEW.account
      AND json_extract(value, '$.unit') = NEW.unit AND json_extract(value, '$.minor') = CAST(NEW.minor AS TEXT)
  );
  SELECT RAISE(ABORT, 'a balance follows from the line before it')
  WHERE NEW.balance IS NOT NEW.minor + coalesce((
    SELECT balance FROM posting_lines WHERE account = NEW.account AND unit = NEW.unit ORDER BY place DESC LIMIT 1), 0);
END;

CREATE TRIGGER postings_sum_to_zero BEFORE INSERT ON postings
BEGIN
  SELECT RAISE(ABORT, 'a posting stands in the journal')
  WHERE NOT EXISTS (
    SELECT 1 FROM entries WHERE seq = NEW.seq AND type = 'posted'
      AND json_extract(body, '$.data.posting') = NEW.posting AND json_extract(body, '$.data.key') = NEW.key
      AND json_extract(body, '$.data.dateMs') = NEW.date_ms AND NEW.date_ms <= at_ms
      AND json_extract(body, '$.data.reverses.posting') IS NEW.reverses
      AND json_array_length(body, '$.data.lines') = (SELECT count(*) FROM posting_lines WHERE seq = NEW.seq)
  );
  SELECT RAISE(ABORT, 'a posting has at least two lines')
  WHERE (SELECT count(*) FROM posting_lines WHERE seq = NEW.seq) < 2;
  SELECT RAISE(ABORT, 'a posting sums to zero in each unit')
  WHERE EXISTS (SELECT 1 FROM posting_lines WHERE seq = NEW.seq GROUP BY unit HAVING sum(minor) <> 0);
  SELECT RAISE(ABORT, 'the period is closed')
  WHERE NEW.date_ms < (SELECT max(before_ms) FROM closed_periods);
END;

CREATE TRIGGER closed_periods_go_on BEFORE INSERT ON closed_periods
BEGIN
  SELECT RAISE(ABORT, 'a closed period stands in the journal')
  WHERE NOT EXISTS (
    SELECT 1 FROM entries WHERE seq = NEW.seq AND type = 'period-closed' AND NEW.before_ms <= at_ms
      AND json_extract(body, '$.data.month') = NEW.month AND json_extract(body, '$.data.beforeMs') = NEW.before_ms
  );
  SELECT RAISE(ABORT, 'the period is closed')
  WHERE EXISTS (SELECT 1 FROM closed_periods WHERE month >= NEW.month OR before_ms >= NEW.before_ms);
END;

CREATE TRIGGER accounts_never_change BEFORE UPDATE ON accounts
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER accounts_never_go BEFORE DELETE ON accounts
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER postings_never_change BEFORE UPDATE ON postings
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER postings_never_go BEFORE DELETE ON postings
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER posting_lines_never_change BEFORE UPDATE ON posting_lines
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER posting_lines_never_go BEFORE DELETE ON posting_lines
BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;
CREATE TRIGGER closed_periods_never_change BEFORE UPDATE ON closed_periods
BEGIN SELECT RAISE(ABORT, 'a closed period stays closed'); END;
CREATE TRIGGER closed_periods_never_go BEFORE DELETE ON closed_periods
BEGIN SELECT RAISE(ABORT, 'a closed period stays closed'); END;
