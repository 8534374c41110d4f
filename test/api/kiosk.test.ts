// A kiosk: paired by a steward, unlocked by a person for seconds, and good for nothing but its own machines.

import type { InjectOptions } from 'fastify';
import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import {
  KioskAnswer,
  KioskListed,
  KioskReceipt,
  KioskUnlocked,
  KioskView,
  KioskVisit,
} from '../../src/contract/kiosk.ts';
import { expectProblem, expectShape, type OpenApi, openApi } from './open-api.ts';

const ada = {
  ...{ member: 'key-ada', badge: null, proven: false, pinRight: true },
} as const;
const unlock = (machine = 'laser') => ({
  ...({ method: 'POST', url: '/api/kiosk/visit' } as const),
  payload: { machine, handle: 'ada', pin: '1234' },
});
const deeds: readonly InjectOptions[] = [
  { method: 'GET', url: '/api/kiosk/visit' },
  { method: 'POST', url: '/api/kiosk/start', payload: { costCode: null, ceilingMinor: null } },
  { method: 'PUT', url: '/api/kiosk/session', payload: { ceilingMinor: '500' } },
  { method: 'POST', url: '/api/kiosk/keep' },
  { method: 'POST', url: '/api/kiosk/hand-over' },
  { method: 'POST', url: '/api/kiosk/finish' },
  { method: 'POST', url: '/api/kiosk/problems', payload: { severity: 'lock', text: 'It smells burnt.' } },
];

/** Paired by Eva at the machines named; asks with the cookie of the kiosk. */
async function pair(opened: OpenApi, machines: readonly string[] = ['laser']) {
  const eva = await opened.as('eva');
  const paired = await eva({ method: 'POST', url: '/api/kiosks', payload: { label: 'Beside', machines } });
  expect(paired.statusCode, paired.body).toBe(201);
  expectShape(KioskView, paired.json());
  const given = paired.cookies[0];
  expect(given).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const cookie = `${given?.name}=${given?.value}`;
  const at = (request: InjectOptions, visit?: string) =>
    opened.ask({
      ...request,
      headers: { cookie, ...(visit !== undefined && { 'officina-visit': visit }) },
    });
  return { eva, at, cookie };
}

async function unlocked() {
  const opened = await openApi();
  const { at, eva } = await pair(opened);
  opened.gateway.kiosks.nextIdentified = { ok: true, who: ada };
  opened.gateway.nextAccess = mayBegin;
  const answer = await at(unlock());
  expect(answer.statusCode, answer.body).toBe(201);
  expectShape(KioskUnlocked, answer.json());
  const { visit, person } = answer.json<KioskUnlocked>();
  return { ...opened, at, eva, visit, person };
}

const mayBegin = {
  ok: true,
  access: {
    ...{ member: 'key-ada', name: 'Ada Rossi', machine: 'laser', may: true, no: null, bypassed: [] },
    ...{ rules: [], lessons: [] },
  },
} as const;

describe('a kiosk', () => {
  it('is nobody: it sees the board, and nothing of the steward who paired it', async () => {
    const opened = await openApi();
    const { at, eva } = await pair(opened);
    expect((await at({ url: '/api/kiosk' })).json()).toEqual({
      label: 'Beside',
      machines: [{ id: 'laser', name: 'Laser' }],
    });
    const self = (await at({ url: '/api/session' })).json();
    expect(self).toMatchObject({ member: null, roles: [], scopes: ['board:read', 'kiosk'] });
    expectProblem(await at({ url: '/api/members' }), 403, 'scope-missing');
    expectProblem(await at({ method: 'POST', url: '/api/kiosks', payload: {} }), 403, 'scope-missing');
    // Whoever was signed in at this browser is not any more.
    expectProblem(await eva({ url: '/api/board' }), 401, 'sign-in-needed');
  });

  it('is listed with who paired it, among their tokens too, and dropped at once', async () => {
    const opened = await openApi();
    const { at } = await pair(opened, ['laser', 'lathe']);
    const root = await opened.as('root');
    const listed = await root({ url: '/api/kiosks' });
    expectShape(Type.Array(KioskListed), listed.json());
    expect(listed.json()).toMatchObject([{ label: 'Beside', machines: ['laser', 'lathe'], by: 'Eva' }]);
    const own = await (await opened.as('eva'))({ url: '/api/tokens' });
    expect(own.json()).toMatchObject([{ scopes: ['kiosk'], machines: ['laser', 'lathe'] }]);
    const gone = await root({ method: 'DELETE', url: `/api/kiosks/${listed.json()[0].id}` });
    expect(gone.statusCode).toBe(204);
    expectProblem(await at({ url: '/api/kiosk' }), 401, 'sign-in-needed');
    expectProblem(await root({ method: 'DELETE', url: '/api/kiosks/none' }), 404, 'kiosk-none');
  });

  it('stops when its steward may no longer look after devices', async () => {
    const opened = await openApi();
    const { at } = await pair(opened);
    opened.gateway.enrol({ handle: 'eva', name: 'Eva' });
    expectProblem(await at({ url: '/api/kiosk' }), 401, 'sign-in-needed');
  });

  it('is paired with machines that there are, by nobody else', async () => {
    const opened = await openApi();
    const wish = (machines: readonly string[]) => ({
      ...({ method: 'POST', url: '/api/kiosks' } as const),
      payload: { label: 'x', machines },
    });
    expectProblem(await (await opened.as('eva'))(wish(['none'])), 404, 'machine-unknown');
    expectProblem(await (await opened.as('ada'))(wish(['laser'])), 403, 'scope-missing');
    expectProblem(await (await opened.as('eva'))(wish([])), 400, 'request-invalid');
    const scoped = { label: 'x', scopes: ['kiosk'], days: null };
    const made = await (await opened.as('root'))({ method: 'POST', url: '/api/tokens', payload: scoped });
    expectProblem(made, 403, 'scope-above-own');
  });
});

describe('unlocking', () => {
  it('tells the person what they may do, and for how long', async () => {
    const { person, gateway } = await unlocked();
    expect(person).toMatchObject({ name: 'Ada Rossi', leftMs: 20_000, holds: false, costCode: 'volta-7' });
    expect(gateway.asked).toContainEqual({
      verb: 'identifyAtKiosk',
      with: { handle: 'ada', pin: '1234' },
    });
  });

  it('inv. 8: is refused for the machine of another kiosk, and nobody is asked', async () => {
    const opened = await openApi();
    const { at } = await pair(opened);
    expectProblem(await at(unlock('lathe')), 403, 'kiosk-elsewhere');
    expect(opened.gateway.asked).toEqual([]);
  });

  it.each(['kiosk-pin-wrong', 'pin-locked', 'kiosk-badge-unknown', 'member-suspended'] as const)(
    'passes the refusal %s on',
    async (code) => {
      const opened = await openApi();
      const { at } = await pair(opened);
      opened.gateway.kiosks.nextIdentified = { ok: false, code };
      expect((await at(unlock())).json()).toMatchObject({ code });
    },
  );

  it('is as slow as a keypad, whether there is such a handle or not', async () => {
    const opened = await openApi();
    const { at } = await pair(opened);
    for (let time = 0; time < 5; time++) expectProblem(await at(unlock()), 422, 'kiosk-pin-wrong');
    expectProblem(await at(unlock()), 429, 'too-many-attempts');
    opened.clock.mono += 15 * 60_000;
    expectProblem(await at(unlock()), 422, 'kiosk-pin-wrong');
  });

  it.each([
    {},
    { handle: 'ada' },
    { handle: 'ada', pin: '12a4' },
    { badge: 'a b' },
    { badge: 'x'.repeat(201) },
  ])('inv. 11: refuses the shape %j', async (ask) => {
    const { at } = await pair(await openApi());
    const payload = { machine: 'laser', ...ask };
    expectProblem(await at({ method: 'POST', url: '/api/kiosk/visit', payload }), 400, 'request-invalid');
  });
});

describe('a deed at a kiosk', () => {
  it.each(deeds)('$method $url does nothing without a visit, or with one that is over', async (deed) => {
    const { at, ask, clock, gateway, visit } = await unlocked();
    const before = gateway.asked.length;
    expectProblem(await ask(deed), 401, 'sign-in-needed');
    for (const wrong of [undefined, '', 'x', `${visit}x`, 'y'.repeat(300)])
      expectProblem(await at(deed, wrong), 401, 'kiosk-locked');
    clock.mono += 20_000;
    expectProblem(await at(deed, visit), 401, 'kiosk-locked');
    expect(gateway.asked.length).toBe(before);
  });

  it.each(deeds)('$method $url does nothing at the kiosk of another machine', async (deed) => {
    const { ask, gateway, visit, as } = await unlocked();
    const lathe = await (await as('eva'))({
      ...({ method: 'POST', url: '/api/kiosks' } as const),
      payload: { label: 'Lathe', machines: ['lathe'] },
    });
    const cookie = `${lathe.cookies[0]?.name}=${lathe.cookies[0]?.value}`;
    const before = gateway.asked.length;
    const answer = await ask({ ...deed, headers: { cookie, 'officina-visit': visit } });
    expectProblem(answer, 401, 'kiosk-locked');
    expect(gateway.asked.length).toBe(before);
  });

  it('keeps the kiosk open, for five minutes at the most', async () => {
    const { at, clock, visit } = await unlocked();
    for (let time = 0; time < 19; time++) {
      clock.mono += 15_000;
      const answer = await at({ url: '/api/kiosk/visit' }, visit);
      expect(answer.statusCode, `after ${time}`).toBe(200);
      expectShape(KioskVisit, answer.json());
    }
    clock.mono += 15_000;
    expectProblem(await at({ url: '/api/kiosk/visit' }, visit), 401, 'kiosk-locked');
  });

  it('is for the last one who unlocked it, until they lock it', async () => {
    const { at, visit } = await unlocked();
    const next = (await at(unlock())).json<KioskUnlocked>().visit;
    expectProblem(await at({ url: '/api/kiosk/visit' }, visit), 401, 'kiosk-locked');
    expect((await at({ url: '/api/kiosk/visit' }, next)).statusCode).toBe(200);
    expect((await at({ method: 'DELETE', url: '/api/kiosk/visit' })).statusCode).toBe(204);
    expectProblem(await at({ url: '/api/kiosk/visit' }, next), 401, 'kiosk-locked');
  });

  it('begins as that person, with what they chose', async () => {
    const { at, gateway, visit } = await unlocked();
    gateway.kiosks.nextStarted = {
      ok: true,
      answer: {
        ...{ tap: 'b:1', outcome: 'granted', code: null, text: 'Laser is yours.' },
        ...{ machine: 'laser', session: 's', untilMs: null },
      },
    };
    const payload = { costCode: 'volta-7', ceilingMinor: '1200' };
    const answer = await at({ method: 'POST', url: '/api/kiosk/start', payload }, visit);
    expectShape(KioskAnswer, answer.json());
    expect(answer.json()).toMatchObject({ outcome: 'granted', text: 'Laser is yours.' });
    expect(gateway.asked.at(-1)).toEqual({
      verb: 'startAtKiosk',
      with: { ...payload, who: ada, machine: 'laser' },
    });
  });

  it('finishes with a receipt', async () => {
    const { at, gateway, visit } = await unlocked();
    const done = { session: 's', lastedMs: 4_320_000, costMinor: '720', isEnding: false };
    gateway.kiosks.nextFinished = { ok: true, ...done };
    const answer = await at({ method: 'POST', url: '/api/kiosk/finish' }, visit);
    expectShape(KioskReceipt, answer.json());
    expect(answer.json()).toEqual({ ...done, digits: 2 });
    gateway.kiosks.nextFinished = { ok: false, code: 'session-not-yours' };
    const refused = await at({ method: 'POST', url: '/api/kiosk/finish' }, visit);
    expectProblem(refused, 403, 'session-not-yours');
  });

  it('changes and hands over as that member', async () => {
    const { at, gateway, visit } = await unlocked();
    await at({ method: 'PUT', url: '/api/kiosk/session', payload: { ceilingMinor: '900' } }, visit);
    expect(gateway.asked.at(-1)).toMatchObject({
      with: { machine: 'laser', by: 'key-ada', ceilingMinor: '900' },
    });
    await at({ method: 'POST', url: '/api/kiosk/hand-over' }, visit);
    expect(gateway.asked.at(-1)).toMatchObject({ with: { machine: 'laser', by: 'key-ada' } });
    await at(
      { method: 'POST', url: '/api/kiosk/problems', payload: { severity: 'lock', text: 'Hot' } },
      visit,
    );
    expect(gateway.asked.at(-1)).toMatchObject({
      with: { machine: 'laser', by: 'key-ada', severity: 'lock', text: 'Hot' },
    });
  });
});

describe('the card of a machine', () => {
  it('tells its kiosk what the session costs, and not whom it is charged to', async () => {
    const { at, gateway } = await unlocked();
    gateway.hold('laser', 'key-ada');
    gateway.nextFacts = {
      ...{ ends: [{ cause: 'ceiling', atMs: 1_795_000_000_000, trainer: null }] as never, canKeep: false },
      price: { minor: 560n, perHourMinor: 800n } as never,
      ...{ ceilingMinor: '1200', costCode: 'volta-7', offeredUntilMs: null },
      costCodes: [{ code: 'volta-7', name: 'Volta 7' }],
    };
    const card = (await at({ url: '/api/machines/laser' })).json();
    expect(card.session).toMatchObject({ mine: false, member: null, ends: { cause: 'ceiling' } });
    expect(card.session.own).toMatchObject({
      ...{ costMinor: '560', ceilingMinor: '1200', costCode: null, costCodes: [] },
    });
    gateway.hold('lathe', 'key-ada');
    expect((await at({ url: '/api/machines/lathe' })).json().session.own).toBeNull();
  });
});
