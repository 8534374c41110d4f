// Locks, modes and pictures over HTTP: what the gateway is asked, what each viewer sees, and how a picture is served.

import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/api/problem.ts';
import { Board, MachineCard } from '../../src/contract/board.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');
const mode = (payload: object) => ({ method: 'PUT', url: '/api/machines/laser/mode', payload }) as const;
const lock = (severity: string) =>
  ({ method: 'POST', url: '/api/machines/laser/lock', payload: { severity } }) as const;

describe('a lock', () => {
  it('may be set by every member, in their own name', async () => {
    const { as, gateway } = await openApi();
    expect((await (await as('ada'))(lock('stop'))).statusCode).toBe(204);
    expect((await (await as('eva'))(lock('after'))).statusCode).toBe(204);
    expect(gateway.asked.map((one) => one.with)).toEqual([
      { machine: 'laser', by: 'key-ada', steward: false, severity: 'stop' },
      { machine: 'laser', by: 'key-eva', steward: true, severity: 'after' },
    ]);
  });

  it.each([
    ['machine-unknown', 404],
    ['machine-locked-already', 409],
    ['lock-limit', 429],
  ] as const)('%s', async (code, status) => {
    const { as, gateway } = await openApi();
    gateway.nextLock = { ok: false, code };
    expectProblem(await (await as('ada'))(lock('stop')), status, code);
  });

  it('is seen by all, and who set it by stewards alone', async () => {
    const { as, gateway } = await openApi();
    gateway.live.locks.set('laser', { by: 'key-ada', lock: 'at-once', sinceMs: 0 });
    const seen = async (who: string) => (await (await as(who))({ url: '/api/machines/laser' })).json();
    for (const who of ['ada', 'eva']) expectShape(MachineCard, await seen(who));
    expect(await seen('ada')).toMatchObject({ shown: 'offline', lock: { by: null, lock: 'at-once' } });
    expect((await seen('eva')).lock.by).toBe(gateway.person('key-ada')?.name);
  });

  it('is taken away by stewards only', async () => {
    const { as, gateway } = await openApi();
    const unlock = { method: 'POST', url: '/api/machines/laser/unlock' } as const;
    expectProblem(await (await as('ada'))(unlock), 403, 'scope-missing');
    gateway.nextUnlock = { ok: false, code: 'machine-not-locked' };
    expectProblem(await (await as('eva'))(unlock), 409, 'machine-not-locked');
    gateway.nextUnlock = { ok: true };
    expect((await (await as('eva'))(unlock)).statusCode).toBe(204);
  });
});

describe('a mode', () => {
  it('is set with note and picture', async () => {
    const { as, gateway } = await openApi();
    const photo = png.toString('base64');
    const answer = await (await as('eva'))(mode({ mode: 'out-of-order', note: 'belt', photo }));
    expect(answer.statusCode).toBe(204);
    expect(gateway.asked.at(-1)).toEqual({
      verb: 'setMachineMode',
      with: { machine: 'laser', mode: 'out-of-order', by: 'key-eva', note: 'belt', photo: png },
    });
  });

  it.each([
    [{ mode: 'broken' }],
    [{ mode: 'setup', photo: 'not base64!' }],
    [{ mode: 'setup', more: 1 }],
    [{ note: 'x' }],
  ])('inv. 11: %j is refused before the gateway is asked', async (payload) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(mode(payload)), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });

  it.each([
    ['machine-unknown', 404],
    ['note-too-long', 422],
    ['photo-too-large', 413],
    ['photo-unreadable', 422],
  ] as const satisfies readonly (readonly [ProblemCode, number])[])('%s', async (code, status) => {
    const { as, gateway } = await openApi();
    gateway.nextMode = { ok: false, code };
    expectProblem(await (await as('eva'))(mode({ mode: 'setup' })), status, code);
  });

  it('a picture is served as what it is and nothing else, and its absence is told', async () => {
    const { as, gateway } = await openApi();
    const url = '/api/machines/laser/photo';
    expectProblem(await (await as('ada'))({ url }), 404, 'photo-none');
    gateway.photos.set('laser', png);
    const answer = await (await as('ada'))({ url });
    expect(answer.rawPayload).toEqual(png);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
    });
    gateway.photos.set('laser', Buffer.from('<script>alert(1)</script>'));
    expectProblem(await (await as('ada'))({ url }), 404, 'photo-none');
  });
});

describe('people inside', () => {
  it('are a number for all, and for each whether they are in or wait; nothing where nobody counts', async () => {
    const { as, gateway } = await openApi();
    const board = async (who: string) => (await (await as(who))({ url: '/api/board' })).json<Board>();
    expect(await board('ada')).not.toHaveProperty('people');
    const { workshop } = gateway.live;
    if (!workshop) throw new Error('no workshop');
    gateway.live.workshop = {
      ...workshop,
      space: { ...workshop.space, capacity: 1 },
      readers: { ...workshop.readers, door: { kind: 'native', entrance: 'both' } },
    };
    gateway.live.inside.set('key-eva', { seq: 1, sinceMs: 0 });
    gateway.live.waiting.set('key-ada', { seq: 2, atMs: Date.UTC(2026, 10, 22, 8, 30) });
    expect((await board('ada')).people).toEqual({ inside: 1, capacity: 1, mine: 'waiting' });
    expect((await board('eva')).people).toEqual({ inside: 1, capacity: 1, mine: 'inside' });
    expectShape(Board, await board('ada'));
    expect(JSON.stringify(await board('ada'))).not.toContain('key-eva');
  });
});
