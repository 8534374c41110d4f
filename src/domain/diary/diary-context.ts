// What one must know besides an entry to say what it means for the diary: plain data, moved on by `pointsOf` alone, so
// that it can be kept with the place in the journal up to which it was read.

import type { EnteredUse } from '../billing/entered-use.ts';
import type { Metered } from '../billing/rate.ts';
import type { Session } from '../journal/state.ts';
import type { Activity, Link, Mode } from '../machine/activity.ts';
import type { Tariff } from '../machine/workshop.ts';
import type { QueueLine } from './queue-fields.ts';

export type DiaryContext = {
  /** The last entry that was taken in. */
  seq: number;
  timezone: string;
  currency: string;
  tariffs: readonly Tariff[];
  /** Machine → its switch, of the machines that are described. */
  machines: Map<string, string | null>;
  /** Machines whose power waits, until they are cool or their controller has taken its permission back. */
  mustCool: Set<string>;
  /** Machine → what its controller last said. */
  heard: Map<string, { link: Link; activity: Activity }>;
  /** Machine → what was decided about it; none where that is production. */
  modes: Map<string, Mode>;
  /** Switch → what it says of itself. */
  switches: Map<string, boolean | null>;
  /** Machine → the session that holds it; the price of a segment depends on those before it. */
  sessions: Map<string, { phase: Session['phase']; metered: Metered[] }>;
  /** Uses that were entered by hand and may yet be withdrawn: as many as people typed. */
  entered: Map<string, { readonly use: EnteredUse; readonly currency: string }>;
  /** Session and cost code → what was told of its price and is not charged yet, minor units; never nought. */
  uncharged: Map<string, number>;
  /** Pool → who waits there. */
  queues: Map<string, QueueLine>;
  /** Machine → its last point, in one text, so that only changes make points. */
  told: Map<string, string>;
  /** Members who are gone: their key stands on no further point. */
  erased: Set<string>;
};

/** Before the first entry. */
export function emptyDiaryContext(): DiaryContext {
  return {
    seq: 0,
    timezone: 'UTC',
    currency: 'EUR',
    tariffs: [],
    machines: new Map(),
    mustCool: new Set(),
    heard: new Map(),
    modes: new Map(),
    switches: new Map(),
    sessions: new Map(),
    entered: new Map(),
    uncharged: new Map(),
    queues: new Map(),
    told: new Map(),
    erased: new Set(),
  };
}
