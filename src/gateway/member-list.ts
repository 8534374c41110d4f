// A list of members as people hand it over, and what came of it: all rows or none.

import type { HeldCertificate } from '../domain/access/certificate.ts';
import type { Role } from '../domain/journal/entry.ts';

export type MemberInput = {
  readonly member: string;
  readonly name: string;
  readonly email: string | null;
  readonly team: string | null;
  readonly badges: readonly string[];
  readonly certificates: readonly Omit<HeldCertificate, 'earned' | 'by'>[];
  readonly roles: readonly Role[];
  /** Id of a plan, first and last day, `yyyy-mm-dd`; null for none, left out where the list says nothing of it. */
  readonly plan?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
};

/** Mistakes and warnings carry the index of their row, from 0. */
export type ImportOutcome =
  | {
      readonly ok: true;
      readonly added: number;
      readonly changed: number;
      readonly unchanged: number;
      /** What was left away: a badge that was reported lost does not come back by a list. */
      readonly warnings: readonly RowRemark[];
    }
  | { readonly ok: false; readonly mistakes: readonly RowRemark[] };

type RowRemark = { readonly row: number; readonly code: string; readonly text: string };
