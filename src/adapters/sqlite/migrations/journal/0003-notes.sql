-- What people wrote about a use that they entered by hand: erasable, like people. The journal holds the digest over salt
-- and text. `member` is whom the use is about; no reference, because a row in `people` is replaced whenever it changes.
CREATE TABLE notes (
  session TEXT PRIMARY KEY,
  member TEXT NOT NULL,
  text TEXT NOT NULL,
  salt TEXT NOT NULL
) STRICT;

CREATE INDEX notes_by_member ON notes (member);
