// The interlock of a machine as one table: what hinders it × how far access has come → what it permits, for which
// reason, and by which cause access ends. It only ever takes permission away (invariant 8); every cell has its reason.

import type { EndCause } from '../journal/entry.ts';

/**
 * permitted: it may run. permitted-until-idle: what runs may end well, nothing new starts. denied: nothing runs.
 * latched: the same, until a steward releases it.
 */
export const permits = ['permitted', 'permitted-until-idle', 'denied', 'latched'] as const;
type Permit = (typeof permits)[number];

/** From the most to the least pressing: the first that holds is the row. */
export const hindrances = [
  'latched',
  'fatal',
  'critical',
  'unheard',
  'locked',
  'warning',
  'self-check',
  'none',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** ended: the controller was told, and power is on its way out. */
export const accesses = ['none', 'active', 'finishing', 'ended'] as const;
export type Access = (typeof accesses)[number];

export const permitReasons = [
  'nobody',
  'granted',
  'finishing',
  'ended',
  'locked',
  'latched',
  'monitor-warning',
  'monitor-critical',
  'monitor-fatal',
  'monitor-unheard',
  'self-check',
] as const;
export type PermitReason = (typeof permitReasons)[number];

export type Permission = {
  readonly permit: Permit;
  readonly reason: PermitReason;
  /** By this cause access ends now, unless it ends as strictly already; null where the table ends nothing. */
  readonly end: EndCause | null;
};

type Row = Readonly<Record<Access, Permission>>;

const cell = (permit: Permit, reason: PermitReason, end: EndCause | null = null): Permission => ({
  permit,
  reason,
  end,
});

const latched = (reason: 'latched' | 'monitor-fatal'): Row => ({
  none: cell('latched', reason),
  active: cell('latched', reason, 'monitor-fatal'),
  finishing: cell('latched', reason, 'monitor-fatal'),
  // Also what cools: staying on is the greater harm.
  ended: cell('latched', reason, 'monitor-fatal'),
});

export const interlockTable: Readonly<Record<Hindrance, Row>> = {
  latched: latched('latched'),
  fatal: latched('monitor-fatal'),
  locked: {
    none: cell('denied', 'locked'),
    // Whoever locks it says how a session ends by that.
    active: cell('permitted-until-idle', 'locked'),
    finishing: cell('permitted-until-idle', 'locked'),
    ended: cell('denied', 'locked'),
  },
  critical: {
    none: cell('denied', 'monitor-critical'),
    active: cell('denied', 'monitor-critical', 'monitor-critical'),
    finishing: cell('denied', 'monitor-critical', 'monitor-critical'),
    ended: cell('denied', 'monitor-critical'),
  },
  // After a start of the gateway what runs gets the time in which a value becomes old; nothing new starts meanwhile.
  unheard: {
    none: cell('denied', 'monitor-unheard'),
    active: cell('permitted-until-idle', 'monitor-unheard'),
    finishing: cell('permitted-until-idle', 'monitor-unheard'),
    ended: cell('denied', 'monitor-unheard'),
  },
  warning: {
    none: cell('denied', 'monitor-warning'),
    active: cell('permitted-until-idle', 'monitor-warning', 'monitor-warning'),
    finishing: cell('permitted-until-idle', 'monitor-warning'),
    ended: cell('denied', 'monitor-warning'),
  },
  // It is asked before a session; what a session does is not held against it.
  'self-check': {
    none: cell('denied', 'self-check'),
    active: cell('permitted', 'granted'),
    finishing: cell('permitted-until-idle', 'finishing'),
    ended: cell('denied', 'ended'),
  },
  none: {
    none: cell('denied', 'nobody'),
    active: cell('permitted', 'granted'),
    finishing: cell('permitted-until-idle', 'finishing'),
    ended: cell('denied', 'ended'),
  },
};
