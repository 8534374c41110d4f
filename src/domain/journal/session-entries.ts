// What happens to a session between its start and its end, in the journal, version 1: it is handed over or kept, its cost
// code or ceiling is set, and what its machine draws where nothing else tells whether it moves.

import type { Draw } from '../machine/draw.ts';

export type SessionBody =
  | { readonly type: 'hand-over-opened'; readonly data: HandOverOpened }
  | { readonly type: 'session-handed-over'; readonly data: SessionHandedOver }
  | { readonly type: 'session-kept'; readonly data: SessionKept }
  | { readonly type: 'cost-code-set'; readonly data: CostCodeSet }
  | { readonly type: 'ceiling-set'; readonly data: CeilingSet }
  | { readonly type: 'draw-changed'; readonly data: DrawChanged };

/** The tap that said so; both null when it was a page. */
type ByTap = { readonly reader: string | null; readonly tap: string | null };

/** For `handOverMs` the next tap of another member takes the machine over. */
type HandOverOpened = ByTap & { readonly session: string; readonly machine: string };

/** One session ends and the next begins at the same instant; it follows the last segment of `from`. */
type SessionHandedOver = {
  readonly from: string;
  readonly to: string;
  readonly machine: string;
  readonly pool: string;
  /** Who holds the machine from here on. */
  readonly member: string;
  readonly team: string | null;
  readonly costCode: string | null;
  readonly badge: string;
  readonly reader: string;
  readonly tap: string;
};

/** The holder is still there, although nothing moves. */
type SessionKept = ByTap & { readonly session: string; readonly machine: string };

/** Null: none any more. It follows the closing of the segment before it. */
type CostCodeSet = {
  readonly session: string;
  readonly machine: string;
  readonly costCode: string | null;
};

/** What the session may cost, minor units in a decimal string; null: no ceiling any more. */
type CeilingSet = {
  readonly session: string;
  readonly machine: string;
  readonly minor: string | null;
};

type DrawChanged = { readonly machine: string; readonly draw: Draw };
