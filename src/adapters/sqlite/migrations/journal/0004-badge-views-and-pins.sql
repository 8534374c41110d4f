-- Readers that tell a part of a card's number find its badge by the hash of that part. `member` repeats that of the badge,
-- so that a restore leaves the rows of erased people behind; badges from before have none until they are recorded again.
CREATE TABLE badge_views (
  badge TEXT NOT NULL REFERENCES badges (badge) ON DELETE CASCADE,
  view TEXT NOT NULL,
  member TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (badge, view)
) STRICT, WITHOUT ROWID;

-- scrypt, with its parameters.
ALTER TABLE people ADD COLUMN pin TEXT;
