-- Readings, clustered by series so that one chart reads one run of pages. kept counts the rows of a series.
PRAGMA application_id = 1332110953;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  machine TEXT NOT NULL,
  name TEXT NOT NULL,
  kept INTEGER NOT NULL DEFAULT 0,
  UNIQUE (machine, name)
) STRICT;

CREATE TABLE sample (
  series INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (series, at_ms)
) STRICT, WITHOUT ROWID;
