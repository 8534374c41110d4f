// The statement of a month: everything for the treasurer, one's own for a member.

import { describe, expect, it } from 'vitest';
import { Statement } from '../../src/contract/statement.ts';
import { expectProblem, expectShape, openApi, statement } from './open-api.ts';

const get = { url: '/api/statement?month=2026-11' } as const;

describe('GET /api/statement', () => {
  it('shows everything to whoever may read statements', async () => {
    const { as } = await openApi();
    const answer = await (await as('tom'))(get);
    expect(answer.statusCode).toBe(200);
    expectShape(Statement, answer.json());
    expect(answer.json<Statement>().accounts).toHaveLength(2);
    expect(answer.json()).toMatchObject({ minor: '900719925474100501', openSessions: 2 });
  });

  it.each([
    ['bo', 'Bo Weiß', '900719925474099301'],
    ['ada', 'Ada Rossi', '1200'],
  ])('inv. 5: shows %s only their own lines, and the exact sum of those', async (handle, name, minor) => {
    const { as, gateway } = await openApi();
    gateway.hold('laser', 'key-bo');
    const answer = await (await as(handle))(get);
    expect(answer.json<Statement>().accounts.map((account) => account.name)).toEqual([name]);
    expect(answer.json()).toMatchObject({ minor, openSessions: handle === 'bo' ? 1 : 0 });
  });

  it('names who taught only to those who may see members', async () => {
    const taught = (all: Statement): Statement => ({
      ...all,
      accounts: all.accounts.map((account) => ({
        ...account,
        lines: account.lines.map((line) => ({ ...line, trainer: 'key-tia' })),
      })),
    });
    const { as } = await openApi({ statement: async () => taught(statement) });
    const trainersFor = async (handle: string) => {
      const { accounts } = (await (await as(handle))(get)).json<Statement>();
      return new Set(accounts.flatMap(({ lines }) => lines.map(({ trainer }) => trainer)));
    };
    expect(await trainersFor('tom')).toEqual(new Set(['key-tia']));
    expect(await trainersFor('ada')).toEqual(new Set([undefined]));
  });

  it('is empty, not everything, for a steward without an account in it', async () => {
    const { as } = await openApi();
    expect((await (await as('eva'))(get)).json()).toMatchObject({
      accounts: [],
      minor: '0',
      openSessions: 0,
    });
  });

  it.each([
    '',
    '?month=',
    '?month=2026-13',
    '?month=2026-1',
    '?month=__proto__',
    '?month=2026-11&month=2026-12',
  ])('refuses %j', async (query) => {
    const { as } = await openApi();
    expectProblem(await (await as('tom'))({ url: `/api/statement${query}` }), 400, 'request-invalid');
  });

  it('logs a fault once, and says only its id', async () => {
    const cause = new Error('table missing');
    const { as, logged } = await openApi({
      statement: async () => {
        throw new Error('SELECT failed in /var/lib/officina', { cause });
      },
    });
    const answer = await (await as('tom'))(get);
    expectProblem(answer, 500, 'fault');
    expect(answer.body).not.toContain('SELECT');
    expect(logged).toHaveLength(1);
    expect(logged[0]?.facts).toMatchObject({ id: answer.json().id, err: { cause } });
  });
});
