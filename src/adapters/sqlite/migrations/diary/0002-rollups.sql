-- Minutes and hours of each series, kept longer than its samples, and how far samples have been sent elsewhere:
-- those after sent_ms wait. kept_minutes and kept_hours count rows as kept does.
CREATE TABLE minute (
  series INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  count INTEGER NOT NULL,
  total REAL NOT NULL,
  least REAL NOT NULL,
  greatest REAL NOT NULL,
  PRIMARY KEY (series, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE hour (
  series INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  count INTEGER NOT NULL,
  total REAL NOT NULL,
  least REAL NOT NULL,
  greatest REAL NOT NULL,
  PRIMARY KEY (series, at_ms)
) STRICT, WITHOUT ROWID;

INSERT INTO minute
SELECT series, at_ms / 60000 * 60000, count(*), total(value), min(value), max(value)
FROM sample GROUP BY 1, 2;

INSERT INTO hour
SELECT series, at_ms / 3600000 * 3600000, sum(count), total(total), min(least), max(greatest)
FROM minute GROUP BY 1, 2;

ALTER TABLE series ADD COLUMN last_ms INTEGER NOT NULL DEFAULT -1;
ALTER TABLE series ADD COLUMN sent_ms INTEGER NOT NULL DEFAULT -1;
ALTER TABLE series ADD COLUMN kept_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE series ADD COLUMN kept_hours INTEGER NOT NULL DEFAULT 0;

UPDATE series SET
  last_ms = coalesce((SELECT max(at_ms) FROM sample WHERE sample.series = series.id), -1),
  kept_minutes = (SELECT count(*) FROM minute WHERE minute.series = series.id),
  kept_hours = (SELECT count(*) FROM hour WHERE hour.series = series.id);

-- How far the one exporter has read the journal, and what it needs to go on.
CREATE TABLE bookmark (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  note BLOB NOT NULL
) STRICT;
