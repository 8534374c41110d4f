// Badges and PINs over HTTP: what reaches the gateway, and that nobody touches a member with more rights.

import { describe, expect, it } from 'vitest';
import { BadgeAwaited, BadgeLost, SpellingLearnt } from '../../src/contract/badges.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const add = { method: 'POST', url: '/api/members/key-bo/badges', payload: { reader: 'front' } } as const;
const lose = { method: 'DELETE', url: '/api/members/key-bo/badges/badge-bo?replaceAt=front' } as const;
const learn = { method: 'POST', url: '/api/readers/front/learn', payload: { badge: 'badge-bo' } } as const;
const pinOf = (member: string, pin: unknown = '1234') =>
  ({ method: 'PUT', url: `/api/members/${member}/pin`, payload: { pin } }) as const;

describe('badges', () => {
  it('are awaited, lost and learnt from by a steward', async () => {
    const { as, gateway } = await openApi();
    const eva = await as('eva');
    const [awaited, lost, learnt] = [await eva(add), await eva(lose), await eva(learn)];
    expect([awaited.statusCode, lost.statusCode, learnt.statusCode]).toEqual([202, 200, 200]);
    expectShape(BadgeAwaited, awaited.json());
    expectShape(BadgeLost, lost.json());
    expectShape(SpellingLearnt, learnt.json());
    expect(gateway.asked).toEqual([
      { verb: 'awaitBadge', with: { member: 'key-bo', reader: 'front' } },
      { verb: 'loseBadge', with: { member: 'key-bo', badge: 'badge-bo', replaceAt: 'front' } },
      { verb: 'learnReader', with: { reader: 'front', badge: 'badge-bo' } },
    ]);
  });

  it('are refused with the code of the gateway', async () => {
    const { as, gateway } = await openApi();
    gateway.nextAwaited = { ok: false, code: 'reader-busy' };
    gateway.nextLost = { ok: false, code: 'badge-none' };
    gateway.nextLearnt = { ok: false, code: 'spelling-none' };
    const eva = await as('eva');
    expectProblem(await eva(add), 409, 'reader-busy');
    expectProblem(await eva(lose), 404, 'badge-none');
    expectProblem(await eva(learn), 409, 'spelling-none');
  });

  it('of somebody with more rights are left alone', async () => {
    const { as, gateway } = await openApi();
    const eva = await as('eva');
    const urls = ['/api/members/key-root/badges', '/api/members/key-root/badges/badge-root'];
    expectProblem(await eva({ ...add, url: urls[0] ?? '' }), 403, 'scope-above-own');
    expectProblem(await eva({ ...lose, url: urls[1] ?? '' }), 403, 'scope-above-own');
    expectProblem(await eva(pinOf('key-root')), 403, 'scope-above-own');
    expect(gateway.asked).toEqual([]);
  });
});

describe('a PIN', () => {
  it('from a steward opens a lock, the own does not', async () => {
    const { as, gateway } = await openApi();
    expect((await (await as('eva'))(pinOf('key-bo'))).statusCode).toBe(204);
    const own = { method: 'PUT', url: '/api/session/pin', payload: { pin: null } } as const;
    expect((await (await as('bo'))(own)).statusCode).toBe(204);
    expect(gateway.asked).toEqual([
      { verb: 'setPin', with: { member: 'key-bo', unlock: true } },
      { verb: 'setPin', with: { member: 'key-bo', unlock: false } },
    ]);
    gateway.nextPin = { ok: false, code: 'pin-locked' };
    expectProblem(await (await as('bo'))(own), 409, 'pin-locked');
  });

  it.each(['123', '123456789', '12a4', '١٢٣٤', 1234])('inv. 11: is not %j', async (pin) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(pinOf('key-bo', pin)), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });
});
