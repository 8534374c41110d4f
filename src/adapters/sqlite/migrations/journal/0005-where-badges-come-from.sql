-- Whether a badge stands in the list of members or was enrolled at a reader: a list takes away only what came by a list. A
-- lost badge keeps its row, so that no list brings it back. `sealed` is the card, encrypted for this badge, where some
-- reader keeps a list of badges of its own.
ALTER TABLE badges ADD COLUMN source TEXT NOT NULL DEFAULT 'list' CHECK (source IN ('list', 'tap'));
ALTER TABLE badges ADD COLUMN lost INTEGER NOT NULL DEFAULT 0 CHECK (lost IN (0, 1));
ALTER TABLE badges ADD COLUMN sealed TEXT;

-- The journal knows which ones those are from before.
UPDATE badges SET source = 'tap' WHERE badge IN (
  SELECT json_extract(body, '$.data.badge') FROM entries
  WHERE type = 'tap-noted' AND json_extract(body, '$.data.code') = 'badge-enrolled'
);
