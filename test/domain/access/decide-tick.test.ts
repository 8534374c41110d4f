// What time alone brings about.

import { describe, expect, it } from 'vitest';
import { decideTick, unseenJobEndMs } from '../../../src/domain/access/decide-tick.ts';
import { segmentMaxMs } from '../../../src/domain/usage/meter.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { coolingWorkshop } from '../../fakes/sample-workshop.ts';

/** Decides and applies; what it was. */
function tick(history: History, afterMs = 0) {
  history.clock.advance(afterMs);
  const bodies = decideTick(history.state, history.stamp());
  history.add(...bodies);
  return bodies;
}

describe('a tick', () => {
  it('does nothing where nothing is', () => expect(tick(createHistory(), 3_600_000)).toEqual([]));

  it('closes a segment at its longest and opens the next, without losing a millisecond', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.power('laser-plug', true);
    history.report('laser', 'running');
    expect(tick(history, segmentMaxMs - 1)).toEqual([]);
    expect(tick(history, 3)[0]).toMatchObject({
      data: { why: 'length', index: 0, clocks: { operatingMs: segmentMaxMs + 2 } },
    });
    expect(tick(history, segmentMaxMs)[0]).toMatchObject({
      data: { index: 1, clocks: { operatingMs: segmentMaxMs } },
    });
  });

  it('ends a job that nobody saw end, only after a long time of idling', () => {
    const history = createHistory();
    history.report('laser', 'running');
    history.job('laser', 'job-1');
    expect(tick(history, 10 * unseenJobEndMs)).toEqual([]);
    history.report('laser', 'idle');
    expect(tick(history, unseenJobEndMs - 1)).toEqual([]);
    expect(tick(history, 1)).toEqual([
      { type: 'job-ended', data: { machine: 'laser', job: 'job-1', result: 'unknown' } },
    ]);
    expect(tick(history, unseenJobEndMs)).toEqual([]);
  });

  it.each(['paused', 'unknown', 'alarm', 'sleeping'] as const)(
    'inv. 7: does not take %s for the end of a job',
    (activity) => {
      const history = createHistory();
      history.job('laser', 'job-1');
      history.report('laser', activity);
      expect(tick(history, 100 * unseenJobEndMs)).toEqual([]);
    },
  );

  it('inv. 8: ends a session whose power is found gone after a restart, as an outage', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.power('laser-plug', true);
    history.boot();
    history.power('laser-plug', null);
    expect(tick(history, 60_000)).toEqual([]);
    history.power('laser-plug', false);
    expect(tick(history).at(-1)).toMatchObject({
      type: 'session-ending',
      data: { cause: 'outage', tap: null },
    });
    expect(history.state.sessions.get('laser')).toMatchObject({ phase: 'finishing', segment: null });
  });

  it('leaves a session alone whose switch has not come on yet', () => {
    const history = createHistory();
    history.power('laser-plug', false);
    history.start('laser', 'anna');
    expect(tick(history, 60_000)).toEqual([]);
  });
});

describe('a session is over', () => {
  const darkening = (machine: string, on: boolean | null): History => {
    const history = createHistory();
    const id = history.state.workshop?.machines[machine]?.switch ?? null;
    const { session } = history.start(machine, 'anna');
    if (id !== null) history.power(id, on);
    history.add({ type: 'access-ended', data: { session, machine, outcome: 'confirmed' } });
    return history;
  };

  it('at once when the switch says off, or when there is none', () => {
    expect(tick(darkening('laser', false))).toMatchObject([
      { type: 'session-ended', data: { power: 'off' } },
    ]);
    expect(tick(darkening('loom', null))).toMatchObject([{ data: { power: 'no-switch' } }]);
  });

  it.each([true, null])(
    'inv. 7: with a switch that says %s only when its longest lease has run out',
    (on) => {
      const history = darkening('laser', on);
      expect(tick(history, 900_000 + 4_999)).toEqual([]);
      expect(tick(history, 1)).toMatchObject([{ data: { power: 'lease-expired' } }]);
      expect(history.state.sessions.size).toBe(0);
    },
  );

  it('not before its controller was told', () => {
    const history = createHistory();
    const { session } = history.start('laser', 'anna');
    history.power('laser-plug', false);
    const data = { session, machine: 'laser', cause: 'page', reader: null, tap: null } as const;
    history.add({ type: 'session-ending', data });
    expect(tick(history, 3_600_000)).toEqual([]);
  });
});

describe('inv. 9: a machine that must cool', () => {
  const cooling = (): History => {
    const history = createHistory({ workshop: coolingWorkshop });
    const { session, machine } = history.start('mill', 'anna');
    history.power('mill-plug', true);
    history.add({
      type: 'session-ending',
      data: { session, machine, cause: 'page', reader: null, tap: null },
    });
    history.add({ type: 'access-ended', data: { session, machine, outcome: 'confirmed' } });
    return history;
  };

  it('keeps its session until it is cool, and goes dark then', () => {
    const history = cooling();
    history.heat('mill', 'hot');
    history.clock.advance(20 * 60_000);
    expect(tick(history)).toEqual([]);
    history.heat('mill', 'cool');
    expect(tick(history)).toMatchObject([{ type: 'cooling-ended', data: { machine: 'mill', why: 'cool' } }]);
    expect(tick(history)).toEqual([]);
    history.power('mill-plug', false);
    expect(tick(history)).toMatchObject([{ type: 'session-ended', data: { power: 'off' } }]);
  });

  it('inv. 8: whose power has gone meanwhile is not given any again', () => {
    const history = cooling();
    history.heat('mill', 'hot');
    history.power('mill-plug', false);
    expect(tick(history)).toMatchObject([{ type: 'cooling-ended', data: { why: 'dark' } }]);
  });

  it('after a restart waits for the switch, and for the whole limit anew', () => {
    const history = cooling();
    history.clock.advance(14 * 60_000);
    history.boot();
    history.clock.advance(14 * 60_000);
    expect(tick(history)).toEqual([]);
    history.clock.advance(60_000);
    expect(tick(history)).toMatchObject([{ type: 'cooling-ended', data: { why: 'limit' } }]);
  });
});
