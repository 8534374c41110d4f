// The journal as people leaf through it: newest first, a page at a time, by who, what and when. It reads what is there and
// changes nothing; whoever asks has judged who may see it.

export type ShelfWish = {
  /** Key of the member whom an entry is about, or who did it; null, here and below: whatever it is. */
  readonly member: string | null;
  readonly machine: string | null;
  /** Type of the entries. */
  readonly type: string | null;
  /** Wall clock, [fromMs, toMs). */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** Position before which the page begins; null: at the newest. */
  readonly before: number | null;
  readonly limit: number;
};

export type ShelfRow = {
  readonly seq: number;
  readonly atMs: number;
  readonly type: string;
  /** Canonical JSON with the hash of the entry before; empty for an entry that was forgotten. */
  readonly body: string;
};

export type ShelfPage = { readonly rows: readonly ShelfRow[]; readonly more: boolean };

export type ShelfEntry = ShelfRow & {
  /** Of this entry and of its neighbours, hex; null where there is none. */
  readonly hash: string;
  readonly hashBefore: string | null;
  readonly hashAfter: string | null;
  /** Position of the last entry. */
  readonly last: number;
};

export type JournalShelf = {
  page(wish: ShelfWish): Promise<ShelfPage>;
  /** Null where there is none at this position. */
  entry(seq: number): Promise<ShelfEntry | null>;
};

/** The proof that the chain holds, made when somebody asks; one at a time. */
export type JournalProof = {
  /** Begins one, unless one is running. */
  begin(): void;
  now(): ProofNow;
  close(): Promise<void>;
};

export type ProofNow =
  | { readonly step: 'none' }
  | { readonly step: 'running'; readonly done: number; readonly total: number }
  | {
      readonly step: 'done';
      readonly atMs: number;
      readonly verdict:
        | { readonly ok: true; readonly entries: number; readonly head: string }
        | { readonly ok: false; readonly seq: number; readonly reason: string };
    }
  /** It could not be made; the log says why. */
  | { readonly step: 'failed'; readonly atMs: number };
