-- Where a person wants to be told of what happens: a topic at the ntfy server of the space. It goes with the row.
ALTER TABLE people ADD COLUMN push TEXT;
