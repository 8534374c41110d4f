// Where I stand, and erasing myself: only ever about whoever asks, whatever is sent.

import { describe, expect, it } from 'vitest';
import { OwnErasePreview, StandingView } from '../../src/contract/standing.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const standing = { url: '/api/session/standing' };
const preview = { url: '/api/session/erasure' };
const erase = (handle: string) =>
  ({ method: 'DELETE', url: '/api/session/member', payload: { handle } }) as const;
const goes = { handle: 'ada', name: 'Ada Rossi', email: false, password: true, badges: 1 };

describe('where I stand', () => {
  it('is told to each of themselves, and of nobody else whatever is asked', async () => {
    const { as } = await openApi();
    const [ada, bo] = [await as('ada'), await as('bo')];
    const answer = await ada(standing);
    expectShape(StandingView, answer.json());
    expect(answer.json()).toMatchObject({ handle: 'ada' });
    expect((await bo(standing)).json()).toMatchObject({ handle: 'bo' });
    expect((await bo({ url: '/api/session/standing?member=key-ada' })).body).not.toContain('"ada"');
  });

  it('names what a machine lacks, and counts a certificate once it is held', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    const { workshop } = gateway.live;
    const [id = '', machine] = Object.entries(workshop?.machines ?? {})[0] ?? [];
    if (!workshop || !machine) throw new Error('the fake workshop has a machine');
    const machines = { ...workshop.machines, [id]: { ...machine, requires: ['safety'] } };
    gateway.live.workshop = { ...workshop, machines };
    const named = { id, name: machine.name };
    const missing = [{ id: 'safety', name: 'safety' }];
    expect((await ada(standing)).json().shut).toContainEqual({ ...named, missing });
    const member = gateway.live.members.get('key-ada');
    if (!member) throw new Error('Ada is enrolled');
    const certificates = [{ certificate: 'safety', until: null }];
    gateway.live.members.set('key-ada', { ...member, certificates });
    expect((await ada(standing)).json()).toMatchObject({
      certificates: [{ certificate: 'safety', inForce: true, opens: [named] }],
      open: expect.arrayContaining([named]),
    });
  });
});

describe('erasing myself', () => {
  it('shows first what goes and what stays, and changes nothing', async () => {
    const { as, gateway } = await openApi();
    const keeps = [{ what: 'sessions', entries: 2, why: 'bills' }] as const;
    gateway.nextErase = { ok: true, goes, keeps };
    const ada = await as('ada');
    const answer = await ada(preview);
    expectShape(OwnErasePreview, answer.json());
    expect(answer.json()).toEqual({ goes, keeps, fresh: true, owing: false });
    expect(gateway.asked).toEqual([{ verb: 'eraseMember', with: { member: 'key-ada', dryRun: true } }]);
  });

  it('wants my own handle, and then signs me out everywhere; another’s is refused', async () => {
    const { as, gateway } = await openApi();
    gateway.nextErase = { ok: true, goes };
    const [ada, elsewhere, bo] = [await as('ada'), await as('ada'), await as('bo')];
    expectProblem(await bo(erase('ada')), 422, 'erase-handle-wrong');
    expectProblem(await ada(erase('bo')), 422, 'erase-handle-wrong');
    expect(gateway.asked).toEqual([]);
    expect((await ada(erase('ada'))).statusCode).toBe(204);
    expect(gateway.asked).toEqual([{ verb: 'eraseMember', with: { member: 'key-ada', dryRun: false } }]);
    expectProblem(await elsewhere({ url: '/api/session' }), 401, 'sign-in-needed');
    expect((await bo({ url: '/api/session' })).statusCode).toBe(200);
  });

  it('is not done by a sign-in of long ago', async () => {
    const { as, gateway, clock } = await openApi();
    const ada = await as('ada');
    clock.mono += 15 * 60_000 + 1;
    expect((await ada(preview)).json()).toMatchObject({ fresh: false });
    expectProblem(await ada(erase('ada')), 403, 'erase-stale');
    expect(gateway.asked.filter(({ with: wish }) => !(wish as { dryRun: boolean }).dryRun)).toEqual([]);
  });

  it('waits while an invoice of mine is open; one of somebody else is no reason', async () => {
    const { as, gateway } = await openApi();
    gateway.nextErase = { ok: true, goes };
    const invoice = {
      ...{ invoice: 'i1', number: '1', kind: 'invoice' as const, payer: 'member:key-ada', name: 'Ada Rossi' },
      ...{ issuedOn: '2026-11-01', dueOn: '2026-12-01', currency: 'EUR', level: 0, credits: null },
      ...{ grossMinor: 1220n, openMinor: 1220n },
    } as const;
    gateway.invoicing.invoices = [invoice];
    const [ada, bo] = [await as('ada'), await as('bo')];
    expectProblem(await ada(erase('ada')), 409, 'erase-owing');
    expect((await bo(erase('bo'))).statusCode).toBe(204);
    expect(gateway.asked).toEqual([{ verb: 'eraseMember', with: { member: 'key-bo', dryRun: false } }]);
  });

  it('is slowed down, each member by themselves', async () => {
    const { as } = await openApi();
    const [ada, bo] = [await as('ada'), await as('bo')];
    for (let times = 0; times < 12; times += 1) await ada(preview);
    expectProblem(await ada(preview), 429, 'too-many-attempts');
    expect((await bo(preview)).statusCode).not.toBe(429);
  });

  it.each(['member-in-session', 'admin-last'] as const)('is refused with %s', async (code) => {
    const { as, gateway } = await openApi();
    gateway.nextErase = { ok: false, code };
    expectProblem(await (await as('ada'))(erase('ada')), 409, code);
  });
});
