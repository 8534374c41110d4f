// What a replay tells: who would wait less or more, in whole minutes, of groups of at least five people. No key of a member
// is in it, and none can be worked out from the differences of its figures.

import type { GroupName } from './groups-of.ts';

export type Report = {
  /** RFC 3339. */
  readonly from: string;
  readonly to: string;
  readonly past: Past;
  readonly groups: GroupReport[];
  readonly pools: PoolReport[];
  /** What the reader must know of it. */
  readonly notes: Note[];
};

/** How well the run under the real policy comes to what really happened. */
export type Past = {
  /** False: what the report says of another policy is not to be trusted. */
  readonly isReproduced: boolean;
  /** Turns that were called in the journal. */
  readonly turns: number;
  /** Of turns called one after the other, so many come in the same order; null where there were none. */
  readonly sameOrderPercent: number | null;
  /** Of those who waited, half are off by no more than this; null where nobody waited. */
  readonly offMinutes: number | null;
};

export type GroupReport = GroupName & {
  readonly people: number;
  readonly before: Figures;
  readonly after: Figures;
  /** After less before. */
  readonly change: Figures;
  readonly waits: 'less' | 'more' | 'same';
};

export type Figures = {
  /** How often somebody came for a machine, and how often they got one. */
  readonly asked: number;
  readonly served: number;
  /** Until they were called or gave up; half of them, nine of ten, and the longest. */
  readonly waitP50: number;
  readonly waitP90: number;
  readonly waitLongest: number;
  /** From the ticket to the promised latest start, half of them; null where nobody was promised one. */
  readonly promisedP50: number | null;
  /** By so much others might overtake one of them at most; null where nobody waited. */
  readonly overtakenMost: number | null;
  /** That they would have used and did not. */
  readonly turnedAway: number;
};

type PoolReport = {
  readonly pool: string;
  /** Null where there is no queue. */
  readonly before: PoolFigures | null;
  readonly after: PoolFigures | null;
};

export type PoolFigures = {
  readonly turnMinutes: number;
  readonly overtakePercent: number;
  readonly overtakeMostMinutes: number;
  readonly halfLifeDays: number;
  /** Of the time in which its machines could be used, thousandths; null where fewer than five people came for them. */
  readonly usedPerMille: number | null;
};

export type Note = {
  readonly code: /** Nobody came in this time. */
    | 'nobody-came'
    /** Fewer than five people: nothing is told of them. */
    | 'too-few'
    /** Small groups were told together as "others". */
    | 'groups-merged'
    /** It had no queue: nobody knows who would have come and found it taken. */
    | 'pool-had-no-queue'
    /** It would have no queue: nobody knows who would get a machine. */
    | 'pool-left-out'
    | 'bookings-not-replayed'
    | 'care-not-replayed';
  readonly pool: string | null;
};
