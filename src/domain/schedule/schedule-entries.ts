// What can happen to a queue, as the journal will know it: ids and whole milliseconds, no names. What depends on the clock
// on the wall or on the policy of that day (lengths, charges, budgets, promises) is written down and never computed again.

export type ScheduleBody =
  | { readonly type: 'queue-described'; readonly data: QueueDescribed }
  | { readonly type: 'ticket-taken'; readonly data: TicketTaken }
  | { readonly type: 'ticket-callable'; readonly data: TicketCallable }
  | { readonly type: 'ticket-away'; readonly data: OfTicket & { readonly why: 'gone-out' | 'elsewhere' } }
  | { readonly type: 'ticket-parked'; readonly data: OfTicket }
  | { readonly type: 'ticket-shortened'; readonly data: TicketShortened }
  | { readonly type: 'ticket-dropped'; readonly data: TicketDropped }
  | { readonly type: 'turn-granted'; readonly data: TurnGranted }
  | { readonly type: 'turn-claimed'; readonly data: OfTicket }
  | { readonly type: 'turn-renewed'; readonly data: OfTicket & ByPolicy & { readonly byMs: number } }
  | { readonly type: 'turn-overran'; readonly data: TurnOverran }
  | { readonly type: 'turn-ended'; readonly data: TurnEnded }
  | { readonly type: 'promises-made'; readonly data: PromisesMade }
  | { readonly type: 'use-charged'; readonly data: UseCharged };

export type ScheduleEvent = ScheduleBody & { readonly atMs: number };
export type ScheduleEventType = ScheduleBody['type'];

type OfTicket = { readonly pool: string; readonly ticket: string };

/** Which policy it was decided by: the first 12 hexadecimal digits of its hash. */
type ByPolicy = { readonly policy?: string };

/** How the pool remembers; a new half-life revalues what is remembered at that instant. */
type QueueDescribed = { readonly pool: string; readonly halfLifeMs: number };

/** One branch of the tree that shares are given by, from the root down: teams, and last the member. */
export type Branch = { readonly branch: string; readonly weight: number };

export type TicketTaken = OfTicket &
  ByPolicy & {
    readonly member: string;
    readonly path: readonly Branch[];
    readonly askedMs: number;
    /** It cannot be cut into shorter turns, like a print. */
    readonly whole: boolean;
    /** Machines of the pool that the member may use; null for all of them. */
    readonly machines: readonly string[] | null;
  };

type TicketCallable = OfTicket & {
  /** By so much later ones may go before it; the first time only, null on return. */
  readonly budgetMs: number | null;
  /** Counted as so much more (or less) use than there was, by the limits of credit and debt. */
  readonly handicapMs: number;
};

/** It asks for less and keeps its place, its budget and its promise: others can only gain by it. */
type TicketShortened = OfTicket & { readonly askedMs: number };

type TicketDropped = OfTicket &
  (
    | { readonly why: 'left' | 'missed' | 'expired' }
    /** A steward took it out of the queue. */
    | { readonly why: 'skipped'; readonly by: string; readonly reason: SkipReason }
  );

/** Not there, asked for it, used it against the rules of the space, or holds it by mistake. */
export type SkipReason = 'absent' | 'asked' | 'rules' | 'mistake';

export type TurnGranted = OfTicket &
  ByPolicy & {
    readonly machine: string;
    readonly lengthMs: number;
    /** At most so long the machine is tied up by it: length, allowance, turnover and grace. */
    readonly tieUpMs: number;
    readonly chargeMs: number;
    /**
     * `fair-order`: first in it; `budget-spent`: earlier than those who are, and they may overtake no more; `fits-budget`:
     * those before it in the fair order ask for too much to overtake, and it does not.
     */
    readonly code: 'fair-order' | 'budget-spent' | 'fits-budget';
    /** Earlier tickets that waited and could have had this machine. */
    readonly overtakes: readonly string[];
  };

type TurnOverran = OfTicket & {
  /** By when the machine is free again at the latest, as it now looks. */
  readonly boundMs: number;
  /** Beyond the allowance: promises behind it do not hold any more. */
  readonly beyond: boolean;
};

type TurnEnded = OfTicket & {
  /** What counts in the end in the place of what was charged at the grant. */
  readonly chargeMs: number;
  /** From then on the next one may have the machine. */
  readonly readyAtMs: number;
};

/** `first` and `returned` are new promises, all others replace one that was voided by what they name. */
export type PromiseWhy = 'first' | 'returned' | 'outage' | 'overrun' | 'booking' | 'policy';

export type PromiseMade = {
  readonly ticket: string;
  /** Called at this time at the latest; null where the rule can promise nothing. */
  readonly latestMs: number | null;
  readonly likelyMs: number | null;
  /** The machines that the promise counts on. */
  readonly machines: readonly string[];
  readonly why: PromiseWhy;
};

/** Use that no ticket stands for, as of a booking; below zero where it is given back, at the value that it was charged at. */
type UseCharged = {
  readonly pool: string;
  readonly booking: string;
  readonly path: readonly Branch[];
  readonly ms: number;
  /** When it counts from. */
  readonly chargedAtMs: number;
};

type PromisesMade = ByPolicy & { readonly pool: string; readonly promises: readonly PromiseMade[] };
