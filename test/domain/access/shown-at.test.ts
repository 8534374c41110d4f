// The word that is shown for a machine, from the journal: one function for pages, the API and the topic of a machine.

import { describe, expect, it } from 'vitest';
import { lockedBys } from '../../../src/contract/board.ts';
import { shownAt, lockedBys as words } from '../../../src/domain/access/shown-at.ts';
import type { EntryBody } from '../../../src/domain/journal/entry.ts';
import { guardedWorkshop } from '../../fakes/guarded-workshop.ts';
import { createHistory, type History } from '../../fakes/history.ts';

const verdict = { monitor: 'chiller', state: 'bad', why: 'limit', value: 31 } as const;
const good = (monitor: string): EntryBody => ({
  type: 'monitor-changed',
  data: { machine: 'laser', monitor, state: 'good', why: 'limit', value: 1 },
});
const lock = (how: 'at-once' | 'after'): EntryBody => ({
  type: 'machine-locked',
  data: { machine: 'laser', by: 'bruno', lock: how },
});
const latch: EntryBody = {
  type: 'interlock-latched',
  data: { machine: 'laser', reason: 'monitor-fatal', monitor: 'smoke', value: 1 },
};
const problem: EntryBody = {
  type: 'problem-reported',
  data: { machine: 'laser', problem: 'p', severity: 'lock', by: 'bruno', noteDigest: 'd' },
};
const bad: EntryBody = { type: 'monitor-changed', data: { machine: 'laser', ...verdict } };

/** The laser is heard, dark and well guarded. */
function calm(): History {
  const history = createHistory({ workshop: guardedWorkshop({ selfCheck: true }) });
  history.report('laser', 'idle');
  history.power('laser-plug', false);
  history.add(...['chiller', 'extraction', 'smoke'].map(good));
  return history;
}

const at = ({ state, stamp }: History) => shownAt(state, 'laser', stamp());

describe('shownAt', () => {
  it('is free only where somebody can begin, and says what locks it', () => {
    const told = (...bodies: readonly EntryBody[]) => {
      const history = calm();
      history.add(...bodies);
      return at(history);
    };
    expect(told()).toEqual({ shown: 'free', lockedBy: null });
    expect(told(bad)).toEqual({ shown: 'locked', lockedBy: 'monitor-critical' });
    expect(told(latch)).toEqual({ shown: 'locked', lockedBy: 'latched' });
    expect(told(lock('at-once'))).toEqual({ shown: 'locked', lockedBy: 'lock' });
    expect(told(lock('after'))).toEqual({ shown: 'locked', lockedBy: 'lock' });
    expect(told(problem)).toEqual({ shown: 'locked', lockedBy: 'problem' });
    // Whoever unlocks it would not free it.
    expect(told(lock('at-once'), latch)).toEqual({ shown: 'locked', lockedBy: 'latched' });
  });

  it('inv. 7: is locked while a monitor has not been heard since the start', () => {
    const history = createHistory({ workshop: guardedWorkshop() });
    history.report('laser', 'idle');
    expect(at(history)).toEqual({ shown: 'locked', lockedBy: 'monitor-unheard' });
  });

  it('is locked while an alarm says that power flows, where that is checked before a start', () => {
    const history = calm();
    const alarm = { alarm: 'a', code: 'relay-welded', machine: 'laser', switch: 'laser-plug' } as const;
    history.add({ type: 'alarm-raised', data: { ...alarm, session: null } });
    expect(at(history)).toEqual({ shown: 'locked', lockedBy: 'self-check' });
  });

  it('shows what is the case while somebody holds it, until that is over', () => {
    for (const body of [bad, lock('after'), problem]) {
      const history = calm();
      history.start('laser', 'anna');
      history.power('laser-plug', true);
      history.add(body);
      expect(at(history)).toEqual({ shown: 'in-use', lockedBy: null });
    }
  });

  it('tells of what is broken or cannot be heard before it tells of a lock', () => {
    const history = calm();
    history.add(bad);
    history.report('laser', 'alarm');
    expect(at(history)).toEqual({ shown: 'alarm', lockedBy: null });
    history.report('laser', 'idle');
    const mode = { machine: 'laser', mode: 'out-of-order', by: 'bruno' } as const;
    history.add({ type: 'machine-mode-set', data: { ...mode, note: null, noteDigest: null, photo: null } });
    expect(at(history)).toEqual({ shown: 'out-of-order', lockedBy: null });
  });

  it('waits for a controller on the switched power, and not for ever', () => {
    const history = calm();
    history.start('laser', 'anna');
    history.power('laser-plug', true);
    history.report('laser', 'unknown', { link: 'lost' });
    expect(at(history).shown).toBe('in-use');
    history.clock.advance(20_000);
    expect(at(history).shown).toBe('offline');
  });

  it('has the words of the contract', () => {
    expect(words).toEqual(lockedBys);
  });

  it('knows nothing of a machine that is not described', () => {
    expect(shownAt(calm().state, 'constructor', calm().stamp())).toEqual({
      shown: 'unknown',
      lockedBy: null,
    });
  });
});
