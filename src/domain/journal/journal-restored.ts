// What the first start after a restore writes of where this journal comes from.

/**
 * From here on this journal goes its own way: it was put back from a backup that ended at `seq`. What the original
 * wrote after that is not in it, and the numbers of its entries are used a second time.
 */
export type JournalRestored = {
  readonly seq: number;
  /** Hash of that entry, hex. */
  readonly head: string;
  /** Wall clock, milliseconds since 1970. */
  readonly backedUpAtMs: number;
  readonly restoredAtMs: number;
};
