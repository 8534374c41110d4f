-- The boxes of secret votes. No member, no time and no rowid: the key is chance. The program writes the whole table anew at each
-- ballot, in the order of the key, so that where a row lies in a page does not tell when it came.
CREATE TABLE ballots (
  proposal TEXT NOT NULL,
  receipt TEXT NOT NULL,
  choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'blank')),
  PRIMARY KEY (proposal, receipt)
) STRICT, WITHOUT ROWID;
