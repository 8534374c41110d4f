// What came of a trace under one policy: one row per demand in the order of the trace, and what each pool was used.

export type Outcome = {
  readonly visits: readonly Visited[];
  /** Pool → machine time in which it was used, and in which it could have been, within the span that is told. */
  readonly used: ReadonlyMap<string, { readonly usedMs: number; readonly openMs: number }>;
};

export type Visited = {
  /** First called, or began at once; null: never. */
  readonly calledAtMs: number | null;
  /** All waits, also those for the rest of a use that was cut. */
  readonly waitMs: number;
  readonly isServed: boolean;
  /** What they would have used and did not. */
  readonly lackedMs: number;
  /** From the ticket to the latest start that was promised with it; null where they did not wait, or nothing was. */
  readonly promisedMs: number | null;
  /** By so much others might overtake it at most; null where they did not wait. */
  readonly budgetMs: number | null;
};
