// Points of the diary: exact, the same in every replay, and none of them in the place of another.

import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import { type DiaryPoint, pointsOf } from '../../../src/domain/diary/points-of.ts';
import { apply } from '../../../src/domain/journal/apply.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { emptyState } from '../../../src/domain/journal/state.ts';
import { closeSegment } from '../../../src/domain/usage/close-segment.ts';
import { machineNotice } from '../../../src/gateway/announce.ts';
import { createPeopleIndex } from '../../../src/gateway/people-index.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { livedEvening } from '../../fakes/lived-evening.ts';

function allPoints(entries: readonly Entry[]): readonly DiaryPoint[] {
  const context = emptyDiaryContext();
  return entries.flatMap((entry) => pointsOf(entry, context));
}

const lastPoints = (history: History): readonly DiaryPoint[] => {
  const seq = history.state.seq;
  return allPoints(history.entries).filter((point) => point.seq === seq);
};

function close(history: History, why: 'ending' | 'length'): void {
  const session = history.state.sessions.get('laser');
  const data = session && closeSegment(history.state, session, { why, until: history.stamp() });
  if (!data) throw new Error('nothing to close');
  history.add({ type: 'segment-closed', data });
}

/** Held by anna, running with power. */
function runningLaser(): History {
  const history = createHistory();
  history.power('laser-plug', true);
  history.start('laser', 'anna');
  history.report('laser', 'running');
  return history;
}

describe('points of the diary', () => {
  it('tell each segment as use and as what it adds to the price', () => {
    const history = runningLaser();
    // 10.00 an hour: 100 s are 27.8 cents, 200 s are 55.6.
    history.clock.advance(100_000);
    close(history, 'length');
    const session = history.state.sessions.get('laser')?.session;
    expect(lastPoints(history)).toEqual([
      {
        measurement: 'usage',
        atMs: history.state.lastAtMs,
        seq: history.state.seq,
        gateway: 'gateway-1',
        tags: { machine: 'laser', pool: 'lasers', member: 'anna' },
        fields: { loaded_ms: 100_000, working_ms: 100_000, operating_ms: 100_000, session },
      },
      {
        measurement: 'charge',
        atMs: history.state.lastAtMs,
        seq: history.state.seq,
        gateway: 'gateway-1',
        tags: { machine: 'laser', pool: 'lasers', member: 'anna', currency: 'EUR' },
        fields: { minor: 28, session },
      },
    ]);
    history.clock.advance(100_000);
    close(history, 'ending');
    expect(lastPoints(history)[1]?.fields.minor).toBe(28);
  });

  it.each([
    ['metered', 412, { energy_mwh: 412 }],
    ['partly', 0, { energy_mwh: 0 }],
    ['unmeasured', 0, {}],
  ] as const)('inv. 7: tell energy that is known, %s, and leave out what is not', (how, mwh, told) => {
    const history = runningLaser();
    history.clock.advance(100_000);
    const session = history.state.sessions.get('laser');
    const data = session && closeSegment(history.state, session, { why: 'ending', until: history.stamp() });
    if (!data) throw new Error('nothing to close');
    history.add({ type: 'segment-closed', data: { ...data, energy: { mwh, how, unmeasuredMs: 0 } } });
    const { energy_mwh, ...rest } = lastPoints(history)[0]?.fields ?? {};
    expect(energy_mwh === undefined ? {} : { energy_mwh }).toEqual(told);
    expect(rest).toMatchObject({ loaded_ms: 100_000, session: data.session });
  });

  it('tell taps by reader, machine and outcome, and an unknown card by no machine', () => {
    const history = createHistory();
    history.add({
      type: 'tap-refused',
      data: {
        reader: 'front',
        tap: 'b:1',
        machine: null,
        badge: null,
        member: null,
        code: 'badge-unknown',
        session: null,
      },
    });
    expect(lastPoints(history)).toMatchObject([
      {
        measurement: 'access',
        tags: { reader: 'front', outcome: 'refused' },
        fields: { code: 'badge-unknown' },
      },
    ]);
    history.start('laser', 'anna');
    expect(lastPoints(history)[0]).toMatchObject({
      measurement: 'access',
      tags: { reader: 'front', machine: 'laser', outcome: 'granted' },
    });
  });

  it('tell a state only when one of its four facts is new', () => {
    const history = runningLaser();
    history.report('laser', 'running', { substate: 'feeding' });
    expect(lastPoints(history)).toEqual([]);
    history.report('laser', 'idle');
    expect(lastPoints(history)).toMatchObject([
      { fields: { link: 'up', activity: 'idle', mode: 'production', interlock: 'released' } },
    ]);
    history.power('laser-plug', null);
    expect(lastPoints(history)).toMatchObject([{ fields: { activity: 'idle', interlock: 'failed' } }]);
    history.boot();
    expect(lastPoints(history)).toMatchObject([{ fields: { link: 'never', activity: 'unknown' } }]);
  });

  it('refuse to pass over an entry', () => {
    const [, second] = createHistory().entries;
    if (!second) throw new Error('no second entry');
    expect(() => pointsOf(second, emptyDiaryContext())).toThrow(RangeError);
  });
});

describe.each([1, 2, 3])('an evening with faults, seed %i', (seed) => {
  const lived = livedEvening(seed).then(async (evening) => {
    await evening.live(800);
    return evening.entries();
  });

  it('inv. 3: gives the same points in every replay, also from the middle', async () => {
    const entries = await lived;
    const whole = allPoints(entries);
    const cut = Math.floor(entries.length / 3);
    const context = emptyDiaryContext();
    const head = entries.slice(0, cut).flatMap((entry) => pointsOf(entry, context));
    const kept = structuredClone(context);
    const tail = entries.slice(cut).flatMap((entry) => pointsOf(entry, kept));
    expect([...head, ...tail]).toEqual(whole);
  });

  it('puts no point in the place of another', async () => {
    const points = allPoints(await lived);
    const places = points.map(
      ({ measurement, tags, atMs, seq }) => `${measurement} ${JSON.stringify(tags)} ${atMs} ${seq % 1e6}`,
    );
    expect(new Set(places).size).toBe(points.length);
    // Without the place in the journal some would fall together, or this proves nothing.
    const times = points.map(
      ({ measurement, tags, atMs }) => `${measurement} ${JSON.stringify(tags)} ${atMs}`,
    );
    expect(new Set(times).size).toBeLessThan(points.length);
  });

  it('inv. 3: adds up to the statements, to the cent', async () => {
    const entries = await lived;
    const charged = allPoints(entries).filter(({ measurement }) => measurement === 'charge');
    const billed = ['2026-10', '2026-11', '2026-12'].flatMap((month) => statementOf(entries, month));
    const total = billed.reduce((sum, { minor }) => sum + minor, 0n);
    expect(total).toBeGreaterThan(0n);
    expect(charged.reduce((sum, { fields }) => sum + BigInt(fields.minor ?? 0), 0n)).toBe(total);
  });

  it('tells of every machine what its topic tells, after every entry', async () => {
    const state = emptyState('gateway-1');
    const people = createPeopleIndex([]);
    const context = emptyDiaryContext();
    const told = new Map<string, unknown>();
    for (const entry of await lived) {
      apply(state, entry);
      for (const { measurement, tags, fields } of pointsOf(entry, context)) {
        if (measurement === 'machine_state') told.set(tags.machine ?? '', fields);
      }
      for (const machine of Object.keys(state.workshop?.machines ?? {})) {
        const { link, activity, mode, interlock } = machineNotice(
          { state, people, atMs: entry.atMs },
          machine,
        );
        expect(told.get(machine), `${machine} after entry ${entry.seq}`).toEqual({
          link,
          activity,
          mode,
          interlock,
        });
      }
    }
  });
});
