// GET /api/board: what each viewer sees of the same workshop.

import { describe, expect, it } from 'vitest';
import { Board } from '../../src/contract/board.ts';
import type { MachineState } from '../../src/domain/journal/state.ts';
import { newCare } from '../../src/domain/machine/care.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectProblem, expectShape, fakeDemo, openApi } from './open-api.ts';

const get = { method: 'GET', url: '/api/board' } as const;

const running: MachineState = {
  link: 'up',
  linkSinceMs: startMs - 9000,
  activity: 'running',
  substate: null,
  raw: 'Run',
  confidence: 'reported',
  source: 'status',
  sinceMs: startMs - 5000,
  sinceMonoMs: 0,
  heat: 'unknown',
  draw: 'unknown',
  job: 'job-1',
};

describe('GET /api/board', () => {
  it('shows every machine in the order of the description', async () => {
    const { as } = await openApi();
    const answer = await (await as('ada'))(get);
    expect(answer.statusCode).toBe(200);
    const board = answer.json<Board>();
    expectShape(Board, board);
    expect(board.machines.map(({ id }) => id)).toEqual(['lathe', 'laser']);
    expect(board).toMatchObject({ demo: false, at: '2026-11-22T09:00:00.000Z', notices: [] });
    expect(board.space).toEqual({ name: 'Officina', timezone: 'Europe/Rome', currency: 'EUR', locale: 'it' });
  });

  it('derives the card from link, activity, switch, session, job and readings', async () => {
    const { as, gateway } = await openApi();
    gateway.live.machines.set('laser', running);
    gateway.live.switches.set('laser-plug', { on: true, sinceMs: startMs });
    gateway.hold('laser', 'key-ada');
    gateway.readings.set('laser', { 'program.progress': 0.5 });
    const [lathe, laser] = (await (await as('ada'))(get)).json<Board>().machines;
    expect(laser).toMatchObject({
      shown: 'running',
      raw: 'Run',
      interlock: 'released',
      since: '2026-11-22T08:59:55.000Z',
      job: { id: 'job-1', program: null, progress: 0.5, timeLeftS: null },
      usedTodayMs: 61_000,
      troubles: [],
      left: null,
      alarm: null,
      chart: { name: 'spindle.speed', unit: '1/min' },
    });
    expect(lathe).toMatchObject({ shown: 'free', link: 'never', job: null, chart: null, session: null });
  });

  it('shows a machine that a problem locks as locked, and as in use until its session is over', async () => {
    const { as, gateway } = await openApi();
    const care = newCare();
    care.problems.set('p', { problem: 'p', severity: 'lock', by: 'key-bo', atMs: startMs });
    gateway.live.care.set('lathe', care);
    const shown = async () => (await (await as('ada'))(get)).json<Board>().machines[0]?.shown;
    expect(await shown()).toBe('locked');
    gateway.hold('lathe', 'key-bo');
    expect(await shown()).toBe('in-use');
  });

  it.each([
    ['the member', 'ada', 'ada', { member: 'Ada Rossi', mine: true }],
    ['another member', 'bo', 'ada', { member: null, mine: false }],
    ['another member, of one who chose to be shown', 'ada', 'bo', { member: 'Bo Weiß', mine: false }],
    ['a steward', 'eva', 'ada', { member: 'Ada Rossi', mine: false }],
    ['a trainer', 'tina', 'ada', { member: 'Ada Rossi', mine: false }],
  ])('names to %s only whom they may know', async (_who, viewer, holder, expected) => {
    const { as, gateway } = await openApi();
    gateway.hold('lathe', `key-${holder}`, { phase: 'finishing' });
    const answer = await (await as(viewer))(get);
    expect(answer.json<Board>().machines[0]?.session).toMatchObject({ ...expected, ending: true });
    if (expected.member === null) expect(answer.body).not.toContain('Ada');
  });

  it.each([
    ['the member', 'ada', 'ada', 'gift-for-ada.gcode'],
    ['another member', 'bo', 'ada', null],
    ['another member, of one who chose to be shown', 'ada', 'bo', 'gift-for-ada.gcode'],
    ['another member, of a job that runs without a session', 'bo', null, null],
    ['a steward', 'eva', 'ada', 'gift-for-ada.gcode'],
  ])('tells to %s only what file they may know', async (_who, viewer, holder, program) => {
    const { as, gateway } = await openApi();
    gateway.live.machines.set('lathe', running);
    gateway.programs.set('lathe', 'gift-for-ada.gcode');
    gateway.readings.set('lathe', { 'program.timeLeft': 90 });
    if (holder !== null) gateway.hold('lathe', `key-${holder}`);
    expect((await (await as(viewer))(get)).json<Board>().machines[0]?.job).toEqual({
      id: 'job-1',
      program,
      progress: null,
      timeLeftS: 90,
    });
  });

  it('hides names from the visitor of the demo, unless chosen', async () => {
    const { ask, gateway } = await openApi({ demo: fakeDemo() });
    gateway.hold('lathe', 'key-ada');
    gateway.hold('laser', 'key-bo');
    const answer = await ask(get);
    expect(answer.json<Board>().machines.map(({ session }) => session?.member)).toEqual([null, 'Bo Weiß']);
    expect(answer.json()).toMatchObject({ demo: true });
  });

  it('never shows the name of somebody who was erased', async () => {
    const { as, gateway } = await openApi();
    gateway.hold('lathe', 'key-bo');
    gateway.people.delete('key-bo');
    expect((await (await as('eva'))(get)).json<Board>().machines[0]?.session?.member).toBeNull();
  });

  it('tells what stands in the way', async () => {
    const { as, gateway } = await openApi();
    gateway.nextHealth = {
      ok: true,
      reasons: [{ code: 'clock-unset', text: 'The clock is not set.', values: {} }],
    };
    expect((await (await as('ada'))(get)).json<Board>().notices).toEqual(gateway.nextHealth.reasons);
  });

  it('waits for the workshop to be described', async () => {
    const { as, gateway } = await openApi();
    gateway.live.workshop = null;
    expectProblem(await (await as('ada'))(get), 503, 'workshop-missing');
  });
});
