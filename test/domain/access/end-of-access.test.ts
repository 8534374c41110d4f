// The end of access as a table, read cell by cell (invariant 9), and what is owed to switches meanwhile (invariant 1).

import { describe, expect, it } from 'vitest';
import {
  coolDown,
  coolingOver,
  type EndSituation,
  endOfAccess,
  endSituation,
  isEndDue,
} from '../../../src/domain/access/end-of-access.ts';
import { owedPower } from '../../../src/domain/access/owed.ts';
import type { EndCause } from '../../../src/domain/journal/entry.ts';
import { type Activity, activities } from '../../../src/domain/machine/activity.ts';
import type { Heat } from '../../../src/domain/machine/heat.ts';
import { hourMs, minuteMs } from '../../../src/domain/time.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { coolingWorkshop, machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const causes = Object.keys(endOfAccess) as EndCause[];
const noWaiting: readonly EndCause[] = [
  'badge-lost',
  'steward',
  'suspension',
  'hours',
  'turn',
  'booking',
  'ceiling',
];
/** What stops a machine in mid-job, and what does not even wait until it is cool. */
const atOnce: readonly EndCause[] = ['people', 'locked', 'monitor-critical', 'monitor-fatal', 'outage'];
const hotToo: readonly EndCause[] = ['monitor-fatal', 'outage'];
const situations: readonly [EndSituation, (history: History) => void, number][] = [
  ['quiet', (history) => history.report('laser', 'idle'), 0],
  ['moving', (history) => history.report('laser', 'running'), 8 * hourMs],
  ['held', (history) => history.report('laser', 'paused'), 15 * minuteMs],
  ['silent', (history) => history.report('laser', 'unknown'), 10_000],
  [
    'silent-job',
    (history) => {
      history.job('laser', 'job-1');
      history.report('laser', 'unknown');
    },
    hourMs,
  ],
];
const cells = causes.flatMap((cause) =>
  situations.map(([situation, bring, limitMs]) => ({
    cause,
    situation,
    bring,
    limitMs: expectedMs({ cause, situation, limitMs }),
  })),
);

function expectedMs(cell: { cause: EndCause; situation: EndSituation; limitMs: number }): number {
  const { cause, situation, limitMs } = cell;
  if (atOnce.includes(cause) || (situation === 'held' && noWaiting.includes(cause))) return 0;
  return cause === 'ceiling' ? Math.min(limitMs, 10 * minuteMs) : limitMs;
}

function finishing(cause: EndCause): History {
  const history = createHistory();
  const { session, machine } = history.start('laser', 'anna');
  history.add({ type: 'session-ending', data: { session, machine, cause, reader: null, tap: null } });
  return history;
}

const isDue = (history: History): boolean => {
  const session = history.state.sessions.get('laser');
  if (!session) throw new Error('no session');
  return isEndDue(history.state, session, history.stamp());
};

describe('inv. 9: the end of access', () => {
  it('has a row for every cause', () => expect(causes).toHaveLength(20));

  it.each(cells)('$cause × $situation: after $limitMs ms', ({ cause, situation, bring, limitMs }) => {
    const history = finishing(cause);
    bring(history);
    expect(endSituation(history.state, 'laser')).toBe(situation);
    if (limitMs > 0) {
      history.clock.advance(limitMs - 1);
      expect(isDue(history)).toBe(false);
      history.clock.advance(1);
    }
    expect(isDue(history)).toBe(true);
  });

  it('is due only for a session that is finishing', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.report('laser', 'idle');
    expect(isDue(history)).toBe(false);
    const data = { session: 's', machine: 'laser', outcome: 'confirmed' } as const;
    history.add({ type: 'access-ended', data });
    expect(isDue(history)).toBe(false);
  });

  it('is due at once when it was begun, whatever the machine shows', () => {
    const history = finishing('page');
    history.report('laser', 'paused');
    expect(isDue(history)).toBe(false);
    history.add({ type: 'access-ending', data: { session: 's', machine: 'laser' } });
    history.boot();
    expect(isDue(history)).toBe(true);
  });

  it('after a restart gives the full time anew', () => {
    const history = finishing('page');
    history.report('laser', 'paused');
    history.clock.advance(14 * minuteMs);
    history.boot();
    history.report('laser', 'paused');
    history.clock.advance(14 * minuteMs);
    expect(isDue(history)).toBe(false);
  });
});

/** Cause × heat → milliseconds that are waited for it after the controller was told. */
const coolRows: readonly [Heat, number][] = [
  ['cool', 0],
  ['hot', hourMs],
  ['unknown', 15 * minuteMs],
];
const coolCells = causes.flatMap((cause) =>
  coolRows.map(([heat, limitMs]) => ({ cause, heat, limitMs: hotToo.includes(cause) ? 0 : limitMs })),
);

function cooling(cause: EndCause): History {
  const history = createHistory({ workshop: coolingWorkshop });
  const { session, machine } = history.start('mill', 'anna');
  history.add({ type: 'session-ending', data: { session, machine, cause, reader: null, tap: null } });
  history.add({ type: 'access-ended', data: { session, machine, outcome: 'confirmed' } });
  return history;
}

describe('inv. 9: a machine that must cool', () => {
  const over = (history: History) => {
    const session = history.state.sessions.get('mill');
    if (!session) throw new Error('no session');
    return coolingOver(history.state, session, history.stamp());
  };

  it('has a row for every cause', () => expect(Object.keys(coolDown)).toEqual(causes));

  it.each(coolCells)('$cause × $heat: power stays for $limitMs ms', ({ cause, heat, limitMs }) => {
    const history = cooling(cause);
    history.heat('mill', heat);
    expect(history.state.sessions.get('mill')?.phase).toBe('cooling');
    if (limitMs > 0) {
      history.clock.advance(limitMs - 1);
      expect(over(history)).toBeNull();
      history.clock.advance(1);
    }
    expect(over(history)).toBe(heat === 'cool' ? 'cool' : 'limit');
  });

  it('inv. 7: that cannot be heard is not cool, whatever it was before', () => {
    const history = cooling('page');
    history.heat('mill', 'cool');
    history.report('mill', 'unknown', { link: 'lost' });
    expect(over(history)).toBeNull();
    history.heat('mill', 'cool');
    history.boot();
    expect(over(history)).toBeNull();
  });

  it('is owed its power with the longer lease while it is hot or may be', () => {
    const history = cooling('page');
    const owed = () => owedPower(history.state).get('mill-plug');
    expect(owed()).toEqual({ on: true, leaseS: 900 });
    history.heat('mill', 'hot');
    expect(owed()).toEqual({ on: true, leaseS: 900 });
    history.heat('mill', 'cool');
    expect(owed()).toEqual({ on: true, leaseS: 60 });
    const data = { session: 's', machine: 'mill', why: 'cool' } as const;
    history.add({ type: 'cooling-ended', data });
    expect(owed()).toEqual({ on: false, leaseS: 0 });
  });

  it('without a switch is not waited for: its power is not ours', () => {
    const loom = machineLike({ switch: null, coolBelowC: 50 });
    const workshop = { ...sampleWorkshop, machines: { ...sampleWorkshop.machines, loom } };
    const history = createHistory({ workshop });
    const { session, machine } = history.start('loom', 'anna');
    history.add({ type: 'access-ended', data: { session, machine, outcome: 'confirmed' } });
    expect(history.state.sessions.get('loom')?.phase).toBe('darkening');
  });
});

describe('the situation of a machine', () => {
  const quiet: readonly Activity[] = ['idle', 'sleeping', 'check', 'alarm', 'estop'];
  const held: readonly Activity[] = ['paused', 'toolChange', 'door'];
  const expected = (activity: Activity): EndSituation => {
    if (activity === 'unknown') return 'silent';
    if (quiet.includes(activity)) return 'quiet';
    return held.includes(activity) ? 'held' : 'moving';
  };
  it.each(activities)('that is %s', (activity) => {
    const history = createHistory();
    history.report('laser', activity);
    expect(endSituation(history.state, 'laser')).toBe(expected(activity));
  });

  it('inv. 7: unknown is never quiet, with or without a job', () => {
    const history = createHistory();
    expect(endSituation(history.state, 'laser')).toBe('silent');
    history.job('laser', 'job-1');
    expect(endSituation(history.state, 'laser')).toBe('silent-job');
    history.boot();
    expect(endSituation(history.state, 'laser')).toBe('silent-job');
  });

  it('that idles with an open job is not quiet: it may dwell or starve', () => {
    const history = createHistory();
    history.job('laser', 'job-1');
    history.report('laser', 'idle');
    expect(endSituation(history.state, 'laser')).toBe('moving');
    history.job('laser', null);
    expect(endSituation(history.state, 'laser')).toBe('quiet');
  });

  it('without a controller, or no longer described, is quiet', () => {
    const history = createHistory();
    expect(endSituation(history.state, 'saw')).toBe('quiet');
    expect(endSituation(history.state, 'gone')).toBe('quiet');
  });
});

describe('inv. 1: the power that is owed', () => {
  const off = { on: false, leaseS: 0 };
  const on = { on: true, leaseS: 60 };
  const owed = (history: History) => owedPower(history.state).get('laser-plug');
  const phaseTo = (history: History, type: 'session-ending' | 'access-ended'): void => {
    const known = { session: 's', machine: 'laser' };
    if (type === 'access-ended') history.add({ type, data: { ...known, outcome: 'confirmed' } });
    else history.add({ type, data: { ...known, cause: 'page', reader: null, tap: null } });
  };

  it('is off everywhere without a session, whatever machines say', () => {
    const history = createHistory();
    history.report('laser', 'running');
    history.job('laser', 'job-1');
    history.power('laser-plug', true);
    expect([...owedPower(history.state).values()]).toEqual([off, off, off]);
  });

  it('follows the session to its end', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    expect(owed(history)).toEqual(on);
    phaseTo(history, 'session-ending');
    expect(owed(history)).toEqual(on);
    phaseTo(history, 'access-ended');
    expect(owed(history)).toEqual(off);
    expect(owedPower(history.state).get('mill-plug')).toEqual(off);
  });

  it('has the longer lease while a job is open', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.job('laser', 'job-1');
    expect(owed(history)).toEqual({ on: true, leaseS: 900 });
    history.job('laser', null);
    expect(owed(history)).toEqual(on);
  });

  it('inv. 8: is neither after a restart until the switch says on', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.power('laser-plug', true);
    history.boot();
    expect(owed(history)).toBeUndefined();
    history.power('laser-plug', false);
    expect(owed(history)).toBeUndefined();
    history.power('laser-plug', true);
    expect(owed(history)).toEqual(on);
  });

  it.each([null, false])('inv. 8: is neither when a switch that was on says %s', (said) => {
    const history = createHistory();
    history.start('laser', 'anna');
    history.power('laser-plug', said);
    expect(owed(history)).toEqual(on);
    history.power('laser-plug', true);
    history.power('laser-plug', said);
    expect(owed(history)).toBeUndefined();
  });

  it('is off after a restart for what was to go dark already', () => {
    const history = createHistory();
    history.start('laser', 'anna');
    phaseTo(history, 'session-ending');
    phaseTo(history, 'access-ended');
    history.boot();
    expect(owed(history)).toEqual(off);
  });
});
