// What the screen knows: events are merged in place, and what is old is never shown as of now.

import { describe, expect, it } from 'vitest';
import {
  emptyLive,
  gatewayNowMs,
  hear,
  isLive,
  type LiveState,
  lose,
  newAlarms,
  passTime,
  shownOf,
  usedTodayMs,
} from '../../src/dashboard/live/live-state.ts';
import { board, card, session, startMs } from './cards.ts';

const laser = card();
const mill = card({ id: 'mill', name: 'Mill' });

function withBoard(machines = [laser, mill], monoMs = 1_000): LiveState {
  return hear(emptyLive, { event: 'board', data: board(machines) }, monoMs);
}

describe('merging', () => {
  it('a machine keeps its place when it changes', () => {
    const state = hear(withBoard(), { event: 'machine', data: card({ shown: 'alarm' }) }, 2_000);
    expect(state.board?.machines.map(({ id, shown }) => `${id} ${shown}`)).toEqual([
      'laser alarm',
      'mill free',
    ]);
  });

  it('a machine that the board does not know changes nothing on it', () => {
    const state = withBoard();
    const next = hear(state, { event: 'machine', data: card({ id: 'other' }) }, 2_000);
    expect(next.board).toBe(state.board);
    expect(hear(emptyLive, { event: 'machine', data: laser }, 5).board).toBeNull();
  });

  it('names such as constructor and __proto__ are machines like others', () => {
    const odd = [card({ id: 'constructor' }), card({ id: '__proto__' })];
    const state = hear(
      withBoard(odd),
      { event: 'machine', data: card({ id: '__proto__', shown: 'door' }) },
      2_000,
    );
    expect(state.board?.machines.map(({ shown }) => shown)).toEqual(['free', 'door']);
    expect(state.cardMonoMs.get('__proto__')).toBe(2_000);
  });

  it('an answer is shown for eight seconds', () => {
    const answer = {
      reader: 'front',
      outcome: 'refused',
      code: 'badge-unknown',
      text: 'We do not know this badge.',
    };
    const state = hear(withBoard(), { event: 'answer', data: answer }, 2_000);
    expect(passTime(state, 9_999).answers.get('front')?.answer).toBe(answer);
    expect(passTime(state, 10_000).answers.size).toBe(0);
  });
});

describe('staleness (inv. 7)', () => {
  it('inv. 7: while the gateway is away every machine is unknown and the clock stands still', () => {
    const state = lose(hear(withBoard(), { event: 'machine', data: card({ shown: 'running' }) }, 4_000));
    expect(isLive(state)).toBe(false);
    expect(state.board?.machines.map((machine) => shownOf(state, machine))).toEqual(['unknown', 'unknown']);
    expect(state.contact).toEqual({ kind: 'away', sinceMs: startMs + 3_000 });
    expect(gatewayNowMs(state, 9_000_000)).toBe(startMs + 3_000);
  });

  it('asking again while away does not move the time since', () => {
    const state = lose(withBoard());
    expect(lose(state)).toBe(state);
  });

  it('inv. 7: before anything was heard there is no board and no time to tell', () => {
    expect(lose(emptyLive).contact).toEqual({ kind: 'away', sinceMs: null });
    expect(isLive(emptyLive)).toBe(false);
  });

  it('it is back with a board, not with less, and says so for four seconds', () => {
    const away = lose(withBoard());
    const stillAway = hear(away, { event: 'machine', data: laser }, 20_000);
    expect(isLive(stillAway)).toBe(false);
    const back = hear(away, { event: 'board', data: board([laser, mill]) }, 20_000);
    expect(back.contact).toMatchObject({ kind: 'back', atMs: startMs });
    expect(shownOf(back, laser)).toBe('free');
    expect(passTime(back, 23_999)).toBe(back);
    expect(passTime(back, 24_000).contact).toEqual({ kind: 'live' });
  });

  it('the first board after never having heard anything is no return', () => {
    expect(hear(lose(emptyLive), { event: 'board', data: board([laser]) }, 5).contact).toEqual({
      kind: 'live',
    });
  });

  it('the clock is the gateway’s, however wrong this screen is', () => {
    expect(gatewayNowMs(withBoard([laser], 77_000), 78_500)).toBe(startMs + 1_500);
  });
});

describe('time in use today', () => {
  const held = card({ session: session(), usedTodayMs: 60_000 });

  it('counts on during a session that we can see', () => {
    const state = withBoard([held]);
    expect(usedTodayMs(state, held, 31_000)).toBe(90_000);
  });

  it.each([
    ['nobody holds it', card({ usedTodayMs: 60_000 })],
    ['the session is ending', card({ session: session({ ending: true }), usedTodayMs: 60_000 })],
    ['inv. 7: the link is lost', card({ session: session(), link: 'lost', usedTodayMs: 60_000 })],
  ])('stands still when %s', (_why, machine) => {
    expect(usedTodayMs(withBoard([machine]), machine, 31_000)).toBe(60_000);
  });

  it('inv. 7: stands still while the gateway is away', () => {
    expect(usedTodayMs(lose(withBoard([held])), held, 31_000)).toBe(60_000);
  });
});

describe('alarms', () => {
  const alarm = card({ shown: 'alarm', since: '2026-11-21T12:50:00.000Z' });
  const lost = card({ shown: 'offline', link: 'lost' });

  it('a new alarm is announced once, one that was there before is not', () => {
    const before = withBoard();
    const after = hear(before, { event: 'machine', data: alarm }, 2_000);
    expect(newAlarms(before, after)).toEqual([alarm]);
    expect(newAlarms(after, hear(after, { event: 'machine', data: alarm }, 3_000))).toEqual([]);
    expect(newAlarms(emptyLive, withBoard([alarm]))).toEqual([]);
  });

  it('inv. 7: losing the link does not clear an alarm; being heard again does', () => {
    const state = hear(withBoard([alarm, mill]), { event: 'machine', data: lost }, 2_000);
    expect([...state.lostInAlarm]).toEqual([['laser', alarm.since]]);
    const still = hear(state, { event: 'board', data: board([lost, mill]) }, 3_000);
    expect([...still.lostInAlarm]).toEqual([['laser', alarm.since]]);
    const heard = hear(still, { event: 'machine', data: laser }, 4_000);
    expect(heard.lostInAlarm.size).toBe(0);
  });

  it('an alarm that is heard again after a lost link is not announced a second time', () => {
    const state = hear(withBoard([alarm]), { event: 'machine', data: lost }, 2_000);
    expect(newAlarms(state, hear(state, { event: 'machine', data: alarm }, 3_000))).toEqual([]);
  });
});
