// One's own running session over HTTP: what is asked of the gateway, what it refuses, and who sees what it costs.

import { describe, expect, it } from 'vitest';
import { MachineCard } from '../../src/contract/board.ts';
import { HandOver, HeldSession } from '../../src/contract/held-session.ts';
import type { HeldFacts } from '../../src/gateway/gateway.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const change = { method: 'PUT', url: '/api/machines/laser/session' } as const;
const handOver = { method: 'POST', url: '/api/machines/laser/hand-over' } as const;
const keep = { method: 'POST', url: '/api/machines/laser/keep' } as const;

const facts: HeldFacts = {
  ends: [
    { cause: 'ceiling', atMs: startMs + 60_000 },
    { cause: 'longest', atMs: startMs + 120_000 },
  ],
  price: { minor: 123n, perHourMinor: 1000n, step: null, cap: null, leftMs: 60_000 },
  ceilingMinor: '500',
  costCode: 'research',
  costCodes: [{ code: 'research', name: 'Research' }],
  canKeep: true,
  offeredUntilMs: startMs + 30_000,
};

describe('a session of one’s own', () => {
  it.each([
    [{ costCode: 'research' }],
    [{ costCode: null, ceilingMinor: '500' }],
    [{ ceilingMinor: null }],
    [{}],
  ])('is changed by %j', async (payload) => {
    const { as, gateway } = await openApi();
    const answer = await (await as('ada'))({ ...change, payload });
    expect(answer.statusCode).toBe(200);
    expectShape(HeldSession, answer.json());
    const asked = { machine: 'laser', by: 'key-ada', ...payload };
    expect(gateway.asked).toEqual([{ verb: 'changeSession', with: asked }]);
  });

  it.each([
    [{ ceilingMinor: '0' }],
    [{ ceilingMinor: '-5' }],
    [{ ceilingMinor: '5.00' }],
    [{ ceilingMinor: 500 }],
    [{ ceilingMinor: '9'.repeat(13) }],
    [{ costCode: 'Über' }],
    [{ costCode: '__proto__' }],
    [{ by: 'key-bo' }],
  ])('inv. 11: is not changed by %j', async (payload) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('ada'))({ ...change, payload }), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });

  it('is handed over, and kept', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    const offered = await ada(handOver);
    expectShape(HandOver, offered.json());
    expect(offered.json()).toEqual({ session: 'session-1', until: '2026-11-22T09:01:00.000Z' });
    expect((await ada(keep)).json()).toEqual({ session: 'session-1' });
    const asked = { machine: 'laser', by: 'key-ada' };
    expect(gateway.asked).toEqual([
      { verb: 'offerHandOver', with: asked },
      { verb: 'keepSession', with: asked },
    ]);
  });

  it.each([
    ['machine-unknown', 404],
    ['session-none', 409],
    ['session-not-yours', 403],
    ['session-ending', 409],
  ] as const)('is refused with %s', async (code, status) => {
    const { as, gateway } = await openApi();
    const no = { ok: false, code } as const;
    Object.assign(gateway, { nextChange: no, nextOffer: no, nextKept: no });
    const ada = await as('ada');
    for (const request of [{ ...change, payload: {} }, handOver, keep])
      expectProblem(await ada(request), status, code);
  });

  it('is refused with codes of its own', async () => {
    const { as, gateway } = await openApi();
    const ada = await as('ada');
    gateway.nextKept = { ok: false, code: 'session-not-idle' };
    expectProblem(await ada(keep), 409, 'session-not-idle');
    gateway.nextChange = { ok: false, code: 'cost-code-unknown' };
    expectProblem(await ada({ ...change, payload: { costCode: 'x' } }), 422, 'cost-code-unknown');
    gateway.nextChange = { ok: false, code: 'ceiling-passed' };
    expectProblem(await ada({ ...change, payload: { ceilingMinor: '1' } }), 409, 'ceiling-passed');
  });

  it('shows its cost to its holder alone, and to others only what is no business of its holder', async () => {
    const { as, gateway } = await openApi();
    gateway.hold('laser', 'key-ada');
    gateway.nextFacts = facts;
    const card = async (who: string) => (await (await as(who))({ url: '/api/machines/laser' })).json();
    const own = await card('ada');
    expectShape(MachineCard, own);
    expect(own.session).toMatchObject({
      ends: { cause: 'ceiling', at: '2026-11-22T09:01:00.000Z' },
      own: { costMinor: '123', perHourMinor: '1000', digits: 2, ceilingMinor: '500', canKeep: true },
    });
    const others = await card('eva');
    expectShape(MachineCard, others);
    expect(others.session).toMatchObject({
      ends: { cause: 'longest', at: '2026-11-22T09:02:00.000Z' },
      own: null,
    });
  });
});
