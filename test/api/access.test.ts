// GET /api/machines/:machine/access: one's own for every member, that of others for those who may see members.

import { describe, expect, it } from 'vitest';
import { AccessView } from '../../src/contract/access.ts';
import { MachineCard } from '../../src/contract/board.ts';
import type { AccessOutcome } from '../../src/gateway/gateway.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const url = '/api/machines/laser/access';
const no = {
  code: 'plan-hours',
  sentence: 'Your plan Evening does not hold at this hour.',
  remedy: 'Wait for 2026-11-23 18:00.',
  fromMs: 1,
  untilMs: 2,
} as const;
const refused: AccessOutcome = {
  ok: true,
  access: {
    member: 'key-ada',
    name: 'Ada',
    machine: 'laser',
    may: false,
    no,
    bypassed: [],
    rules: [
      { rule: 'not-suspended', asks: 'The membership is not suspended.', no: null, bypassed: false },
      { rule: 'plan-hours', asks: 'It is an hour of the plan.', no, bypassed: false },
    ],
    lessons: [{ certificate: 'laser-basic', name: 'Laser', sessions: 1, needed: null }],
  },
};
const openRefusing = () => openApi({ prepare: (gateway) => Object.assign(gateway, { nextAccess: refused }) });

describe('GET /api/machines/:machine/access', () => {
  it('says to a member why not, what helps and since when', async () => {
    const { as, gateway } = await openRefusing();
    const answer = await (await as('ada'))({ url: `${url}?at=2026-11-22T10:00:00Z` });
    expect(answer.statusCode).toBe(200);
    expectShape(AccessView, answer.json());
    expect(answer.json()).toMatchObject({
      may: false,
      ...no,
      rules: [{ ok: true, code: null }, { ok: false }],
    });
    expect(gateway.asked.at(-1)).toEqual({
      verb: 'access',
      with: { member: 'key-ada', machine: 'laser', at: '2026-11-22T10:00:00Z' },
    });
  });

  it('tells of others only to those who may see members', async () => {
    const { as, gateway } = await openRefusing();
    expectProblem(await (await as('ada'))({ url: `${url}?member=key-bo` }), 403, 'scope-missing');
    expect(gateway.asked.filter(({ verb }) => verb === 'access')).toEqual([]);
    const headers = { authorization: `Bearer ${adminToken}` };
    const { ask } = await openRefusing();
    expect((await ask({ url: `${url}?member=key-bo`, headers })).statusCode).toBe(200);
    expectProblem(await ask({ url, headers }), 403, 'member-none');
  });

  it('inv. 11: refuses what is no id, and says what a time may have meant', async () => {
    const { as, gateway } = await openApi();
    const ask = await as('ada');
    expectProblem(await ask({ url: '/api/machines/__proto__/access' }), 400, 'request-invalid');
    expectProblem(await ask({ url }), 404, 'machine-unknown');
    Object.assign(gateway, { nextAccess: { ok: false, code: 'time-ambiguous', readings: ['a', 'b'] } });
    const answer = await ask({ url });
    expectProblem(answer, 422, 'time-ambiguous');
    expect(answer.json()).toMatchObject({ readings: ['a', 'b'] });
  });
});

describe('a session beside the rules', () => {
  it('is told to staff alone', async () => {
    const { as, gateway, ask } = await openApi();
    gateway.hold('laser', 'key-bo', {
      bypassed: ['plan-hours'],
      trainer: 'key-ada',
      learning: ['laser-basic'],
    });
    const member = (await (await as('ada'))({ url: '/api/machines/laser' })).json<MachineCard>();
    expect(member.session).not.toHaveProperty('bypassed');
    expect(member.session).not.toHaveProperty('trainer');
    const headers = { authorization: `Bearer ${adminToken}` };
    const staff = await ask({ url: '/api/machines/laser', headers });
    expectShape(MachineCard, staff.json());
    expect(staff.json<MachineCard>().session).toMatchObject({ bypassed: ['plan-hours'] });
    expect(staff.json<MachineCard>().session?.trainer).toContain('Ada');
  });
});
