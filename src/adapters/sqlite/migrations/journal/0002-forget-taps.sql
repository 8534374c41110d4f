-- A refused tap may lose its body, and nothing else: row, place, time, type and hash stay, and an entry taps-forgotten
-- in the same transaction says which rows those were.
DROP TRIGGER entries_never_change;

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
WHEN NOT (
  OLD.type = 'tap-refused' AND NEW.body = '' AND NEW.seq IS OLD.seq AND NEW.at_ms IS OLD.at_ms
  AND NEW.type IS OLD.type AND NEW.hash IS OLD.hash
)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
