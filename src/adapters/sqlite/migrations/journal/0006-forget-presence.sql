-- Who came and went is about people as a refused tap is: its entries may lose their bodies in the same way, and nothing else.
DROP TRIGGER entries_never_change;

CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries
WHEN NOT (
  OLD.type IN ('tap-refused', 'presence-entered', 'presence-left')
  AND NEW.body = '' AND NEW.seq IS OLD.seq AND NEW.at_ms IS OLD.at_ms
  AND NEW.type IS OLD.type AND NEW.hash IS OLD.hash
)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
