// Badges and PINs over HTTP: what reaches the gateway, and that nobody touches a member with more rights.

import { describe, expect, it } from 'vitest';
import { BadgeAwaited, BadgeLost, BadgesAndPin, SpellingLearnt } from '../../src/contract/badges.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const add = { method: 'POST', url: '/api/members/key-bo/badges', payload: { reader: 'front' } } as const;
const lose = { method: 'DELETE', url: '/api/members/key-bo/badges/badge-bo?replaceAt=front' } as const;
const learn = { method: 'POST', url: '/api/readers/front/learn', payload: { badge: 'badge-bo' } } as const;
const pinOf = (member: string, pin: unknown = '1234') =>
  ({ method: 'PUT', url: `/api/members/${member}/pin`, payload: { pin } }) as const;

const ownPin = (password: string) =>
  ({ method: 'PUT', url: '/api/session/pin', payload: { pin: null, password } }) as const;

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

describe('what stands of badges', () => {
  const ofBo = { url: '/api/members/key-bo/badges' };
  const own = { url: '/api/session/badges' };

  it('is their ends, what they hold and whether there is a PIN, never more of a number', async () => {
    const { as, gateway } = await openApi();
    gateway.hold('laser', 'key-bo', { badge: 'badge-bo' });
    gateway.hold('lathe', 'key-ada', { badge: 'badge-ada' });
    const badges = [{ badge: 'badge-bo', tail: 'e580', holds: ['laser'] }];
    const eva = await as('eva');
    for (const answer of [await eva(ofBo), await (await as('bo'))(own)]) {
      expectShape(BadgesAndPin, answer.json());
      expect(answer.json()).toEqual({ badges, pin: 'none', changeable: true });
    }
    // A session that ends already is not ended by a loss.
    gateway.hold('laser', 'key-bo', { badge: 'badge-bo', phase: 'finishing' });
    expect((await eva(ofBo)).json()).toMatchObject({ badges: [{ holds: [] }] });
  });

  it('tells of a PIN only whether it is there, and locked', async () => {
    const { as, gateway, clock } = await openApi();
    const bo = gateway.people.get('key-bo');
    if (bo) gateway.people.set('key-bo', { ...bo, pin: 'plain:1234' });
    const eva = await as('eva');
    expect((await eva(ofBo)).json()).toMatchObject({ pin: 'set' });
    gateway.live.pinTries.set('key-bo', { wrong: 5, lastAtMs: clock.wall });
    expect((await eva(ofBo)).json()).toMatchObject({ pin: 'locked' });
    expect((await eva(ofBo)).body).not.toContain('1234');
  });

  it('says who may not be changed, and knows nobody who is not there', async () => {
    const { as } = await openApi();
    const eva = await as('eva');
    expect((await eva({ url: '/api/members/key-root/badges' })).json()).toMatchObject({ changeable: false });
    expectProblem(await eva({ url: '/api/members/key-none/badges' }), 404, 'member-unknown');
  });
});

describe('an own badge', () => {
  const lost = { method: 'DELETE', url: '/api/session/badges/badge-bo' } as const;

  it('is reported lost by its member, for themselves alone', async () => {
    const { as, gateway } = await openApi();
    const answer = await (await as('bo'))(lost);
    expect(answer.statusCode).toBe(200);
    expectShape(BadgeLost, answer.json());
    const asked = { member: 'key-bo', badge: 'badge-bo', replaceAt: null };
    expect(gateway.asked).toEqual([{ verb: 'loseBadge', with: asked }]);
  });

  it('is refused when the gateway knows no such badge of theirs', async () => {
    const { as, gateway } = await openApi();
    gateway.nextLost = { ok: false, code: 'badge-none' };
    expectProblem(await (await as('ada'))(lost), 404, 'badge-none');
    expect(gateway.asked).toMatchObject([{ with: { member: 'key-ada' } }]);
  });
});

describe('a PIN', () => {
  it('from a steward opens a lock, the own does not', async () => {
    const { as, gateway } = await openApi();
    expect((await (await as('eva'))(pinOf('key-bo'))).statusCode).toBe(204);
    const own = ownPin('bo-password');
    expect((await (await as('bo'))(own)).statusCode).toBe(204);
    expect(gateway.asked).toEqual([
      { verb: 'setPin', with: { member: 'key-bo', unlock: true } },
      { verb: 'setPin', with: { member: 'key-bo', unlock: false } },
    ]);
    gateway.nextPin = { ok: false, code: 'pin-locked' };
    expectProblem(await (await as('bo'))(own), 409, 'pin-locked');
  });

  it('of oneself asks for the password, and five wrong ones are enough', async () => {
    const { as, gateway, clock } = await openApi();
    const bo = await as('bo');
    for (let i = 0; i < 5; i++) expectProblem(await bo(ownPin('guessed')), 422, 'password-wrong');
    expectProblem(await bo(ownPin('bo-password')), 429, 'too-many-attempts');
    expect(gateway.asked).toEqual([]);
    // Of this member alone.
    expect((await (await as('ada'))(ownPin('ada-password'))).statusCode).toBe(204);
    clock.mono += 15 * 60_000;
    expect((await bo(ownPin('bo-password'))).statusCode).toBe(204);
  });

  it.each(['123', '123456789', '12a4', '١٢٣٤', 1234])('inv. 11: is not %j', async (pin) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(pinOf('key-bo', pin)), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });
});
