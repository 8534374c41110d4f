// What may be exported as rows, and in which span. Shapes only.

import type { Cell } from '../domain/guard-cell.ts';

export const exportKinds = ['sessions', 'charges', 'postings', 'members'] as const;
export type ExportKind = (typeof exportKinds)[number];

export type Row = readonly Cell[];
export type ExportRows = AsyncGenerator<readonly Row[]>;

export type ExportWish = {
  readonly what: ExportKind;
  /** Entries of the journal written in [fromMs, toMs); of postings their dates. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly onProgress: (doneMs: number, totalMs: number) => void;
};
