// The interlock as a table, cell by cell, and what must hold of every cell and of every state.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideInterlock } from '../../../src/domain/access/decide-interlock.ts';
import { endOfAccess } from '../../../src/domain/access/end-of-access.ts';
import { interlockAt } from '../../../src/domain/access/interlock-at.ts';
import { judge } from '../../../src/domain/access/rules.ts';
import type { Hindrance } from '../../../src/domain/machine/interlock-table.ts';
import {
  accesses,
  hindrances,
  interlockTable,
  permitReasons,
  permits,
} from '../../../src/domain/machine/interlock-table.ts';
import { guardedWorkshop } from '../../fakes/guarded-workshop.ts';
import { createHistory } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';

/** Per hindrance what is permitted with nobody, active, finishing, ended; p permitted, i until idle, d denied, l latched; ! ends it. */
const cells: Readonly<Record<Hindrance, string>> = {
  latched: 'l l! l! l!',
  fatal: 'l l! l! l!',
  locked: 'd i i d',
  critical: 'd d! d! d',
  unheard: 'd i i d',
  warning: 'd i! i d',
  'self-check': 'd p i d',
  none: 'd p i d',
};
const letters = { permitted: 'p', 'permitted-until-idle': 'i', denied: 'd', latched: 'l' } as const;

const all = hindrances.flatMap((hindrance) =>
  accesses.map((access, at) => ({ hindrance, access, want: cells[hindrance].split(' ')[at] ?? '' })),
);

describe('the interlock', () => {
  it.each(all)('$hindrance with access $access is $want', ({ hindrance, access, want }) => {
    const { permit, reason, end } = interlockTable[hindrance][access];
    expect(`${letters[permit]}${end === null ? '' : '!'}`).toBe(want);
    expect(permits).toContain(permit);
    expect(permitReasons).toContain(reason);
  });

  it('inv. 8: permits something only under a session', () => {
    for (const hindrance of hindrances)
      expect(['denied', 'latched']).toContain(interlockTable[hindrance].none.permit);
  });

  it('inv. 9: ends by causes that the end of access has a row for', () => {
    for (const { hindrance, access } of all) {
      const { end } = interlockTable[hindrance][access];
      if (end !== null) expect(Object.keys(endOfAccess)).toContain(end);
    }
  });
});

const verdict = fc.record({
  monitor: fc.constantFrom('chiller', 'extraction', 'smoke'),
  state: fc.constantFrom('good', 'bad'),
  why: fc.constantFrom('limit', 'old'),
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
} as const);

const happening = fc.oneof(
  { weight: 6, arbitrary: verdict.map((data) => ({ what: 'monitor', data }) as const) },
  fc.constantFrom({ what: 'tap' } as const, { what: 'release' } as const, { what: 'boot' } as const),
);

describe('any history of monitors', () => {
  it('inv. 7, 3: what is not known to be good starts nothing, a fatal value latches, and replay gives the same', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const history = createHistory({ workshop: guardedWorkshop() });
        const { state } = history;
        for (const one of happenings) {
          if (one.what === 'boot') history.boot();
          if (one.what === 'monitor')
            history.add({ type: 'monitor-changed', data: { machine: 'laser', ...one.data } });
          if (one.what === 'release' && state.latches.has('laser'))
            history.add({ type: 'interlock-released', data: { machine: 'laser', by: 'console' } });
          const member = state.members.get('anna');
          const machine = state.workshop?.machines.laser;
          if (!member || !machine) throw new Error('the history lost its people or machines');
          const session = state.sessions.get('laser');
          const asked = {
            state,
            member,
            id: 'laser',
            machine,
            session,
            flows: false,
            takesOver: false,
            stamp: history.stamp(),
          };
          const isGood = ['chiller', 'extraction', 'smoke'].every(
            (id) => state.monitors.get(`laser ${id}`)?.state === 'good',
          );
          if (!session) expect(judge(asked).no === null).toBe(isGood && !state.latches.has('laser'));
          if (one.what === 'tap' && judge(asked).no === null) history.start('laser', 'anna');
          history.add(...decideInterlock(state, history.stamp()));
          const smoke = state.monitors.get('laser smoke');
          if (smoke?.state === 'bad' && smoke.why === 'limit') expect(state.latches.has('laser')).toBe(true);
          const { permit, reason } = interlockAt(state, 'laser');
          expect(permitReasons).toContain(reason);
          if (permit === 'denied' || permit === 'latched')
            expect(state.sessions.get('laser')?.phase ?? 'none').not.toBe('active');
          // What it brought about it brings about once.
          expect(decideInterlock(state, history.stamp())).toEqual([]);
        }
        expect(replayed(history.entries)).toEqual(state);
      }),
      // The example failed once: minus zero does not live through the journal.
      {
        numRuns: 150,
        examples: [
          [[{ what: 'monitor', data: { monitor: 'chiller', state: 'good', why: 'limit', value: -0 } }]],
        ],
      },
    );
  });
});
