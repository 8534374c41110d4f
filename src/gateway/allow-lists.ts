// The port of the lists that some readers keep: badges for which they open by themselves while we are away.

/**
 * Readers that keep a list of badges for the time when we are away. A reader is told one thing at a time; what it did
 * not acknowledge in time counts as not done, and nothing waits for an absent one.
 */
export type AllowLists = {
  /** What it holds now; null when it is not there, or does not answer. */
  held(reader: string): Promise<readonly HeldUid[] | null>;
  /** Also in place of what it held under that text. */
  allow(reader: string, held: HeldUid): Promise<boolean>;
  disallow(reader: string, uid: string): Promise<boolean>;
};

export type HeldUid = {
  /** In the reader's own spelling; never in a log, an error, or a message to anybody else. */
  readonly uid: string;
  /** Stands in the log of the reader: a pseudonym, never a name. */
  readonly user: string;
  /** Wall clock, seconds since 1970. */
  readonly untilS: number;
};
