// Cards and boards for the tests of the dashboard; each test changes only what it is about.

import type { Board, MachineCard } from '../../src/contract/board.ts';

const startAt = '2026-11-21T13:00:00.000Z';
export const startMs = Date.parse(startAt);

/** A free machine, heard from, with the changes of a test. */
export function card(changes: Partial<MachineCard> = {}): MachineCard {
  return {
    id: 'laser',
    name: 'Laser',
    pool: 'lasers',
    shown: 'free',
    lockedBy: null,
    link: 'up',
    activity: 'idle',
    substate: null,
    raw: null,
    mode: 'production',
    interlock: 'engaged',
    permit: { word: 'denied', reason: 'nobody', monitor: null },
    since: startAt,
    facts: {
      link: { since: startAt, by: 'serial', name: null },
      activity: { since: startAt, by: 'status', name: null },
      mode: { since: null, by: 'nobody', name: null },
      interlock: { since: startAt, by: 'nobody', name: null },
    },
    session: null,
    job: null,
    usedTodayMs: 0,
    chart: null,
    reader: 'front',
    switch: 'laser-plug',
    troubles: [],
    left: null,
    alarm: null,
    care: { problem: null, serviceOver: false },
    needsSteward: false,
    ...changes,
  };
}

export function session(
  changes: Partial<NonNullable<MachineCard['session']>> = {},
): NonNullable<MachineCard['session']> {
  return {
    id: 's1',
    since: startAt,
    ending: false,
    member: null,
    mine: false,
    ends: null,
    own: null,
    ...changes,
  };
}

export function board(machines: readonly MachineCard[], changes: Partial<Board> = {}): Board {
  return {
    space: { name: 'Officina', timezone: 'Europe/Rome', currency: 'EUR', locale: 'en' },
    at: startAt,
    demo: false,
    machines: [...machines],
    notices: [],
    alarms: [],
    ...changes,
  };
}
