// The list of members, the import, and new passwords; nobody rises above their own rights.

import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { EraseReport, ImportReport, Member } from '../../src/contract/people.ts';
import { StatusReport } from '../../src/contract/requests.ts';
import { controlToken, expectProblem, expectShape, openApi, signIn } from './open-api.ts';

const row = {
  member: 'ada',
  name: 'Ada Rossi',
  email: null,
  team: null,
  badges: ['04a1b2c3d4e580'],
  certificates: [{ certificate: 'laser-basic', until: '2027-06-30' }],
  roles: [] as string[],
};
const post = (payload: object) => ({ method: 'POST', url: '/api/members/import', payload }) as const;

describe('GET /api/members', () => {
  it('lists members by handle, with no secret among them', async () => {
    const { as } = await openApi();
    const answer = await (await as('eva'))({ url: '/api/members' });
    expect(answer.statusCode).toBe(200);
    expectShape(Type.Array(Member), answer.json());
    expect(answer.json<Member[]>().map(({ handle }) => handle)).toEqual([
      'ada',
      'bo',
      'eva',
      'root',
      'sid',
      'tina',
      'tom',
    ]);
    for (const secret of ['secret-badge-key', 'password', 'salt', 'digest']) {
      expect(answer.body).not.toContain(secret);
    }
  });

  it('names certificates as the workshop does, and by their id where it has no name for them', async () => {
    const { as, gateway } = await openApi();
    const [key, recorded] = [...gateway.live.members][0] ?? [];
    if (!key || !recorded || !gateway.live.workshop) throw new Error('nobody is recorded');
    const ids = ['laser-basic', 'constructor', 'lathe'];
    const certificates = ids.map((certificate) => ({ certificate, until: null }));
    gateway.live.members.set(key, { ...recorded, certificates });
    gateway.live.workshop = {
      ...gateway.live.workshop,
      certificates: { 'laser-basic': { name: 'Laser, basics' }, lathe: { name: 'Lathe' } },
    };
    const answer = (await (await as('eva'))({ url: '/api/members' })).json<Member[]>();
    expect(answer.find(({ member }) => member === key)?.certificates.map(({ name }) => name)).toEqual([
      'Laser, basics',
      'constructor',
      'Lathe',
    ]);
  });

  it('leaves out whom the people table no longer knows', async () => {
    const { as, gateway } = await openApi();
    gateway.people.delete('key-bo');
    expect((await (await as('eva'))({ url: '/api/members' })).body).not.toContain('bo');
  });
});

describe('POST /api/members/import', () => {
  it('hands all rows to the gateway', async () => {
    const { as, gateway } = await openApi();
    const answer = await (await as(controlToken))(post({ rows: [row], dryRun: true }));
    expect(answer.statusCode).toBe(200);
    expectShape(ImportReport, answer.json());
    expect(answer.json()).toEqual({ added: 1, changed: 2, unchanged: 3, dryRun: true, warnings: [] });
    expect(gateway.asked).toEqual([{ verb: 'importMembers', with: { rows: [row], dryRun: true } }]);
  });

  it('says every mistake with its row', async () => {
    const { as, gateway } = await openApi();
    const mistakes = [{ row: 0, code: 'badge-twice', text: 'This badge stands in row 3 too.' }];
    gateway.nextImport = { ok: false, mistakes };
    const answer = await (await as('eva'))(post({ rows: [row], dryRun: false }));
    expectProblem(answer, 422, 'import-refused');
    expect(answer.json().mistakes).toEqual(mistakes);
  });

  it.each([
    ['rows that are none', { rows: {}, dryRun: true }],
    ['a handle with capitals', { rows: [{ ...row, member: 'Ada' }], dryRun: true }],
    ['an unknown role', { rows: [{ ...row, roles: ['king'] }], dryRun: true }],
    ['a field too many', { rows: [{ ...row, shown: true }], dryRun: true }],
    ['no word on the dry run', { rows: [row] }],
    ['nine badges', { rows: [{ ...row, badges: Array(9).fill('a') }], dryRun: true }],
  ])('inv. 11: refuses %s', async (_what, payload) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(post(payload)), 400, 'request-invalid');
    expect(gateway.asked).toEqual([]);
  });

  it.each([
    ['making somebody an administrator', { ...row, roles: ['admin'] }],
    ['making somebody a treasurer', { ...row, roles: ['treasurer'] }],
    ['changing an administrator', { ...row, member: 'root' }],
  ])('keeps a steward from %s', async (_what, wanted) => {
    const { as, gateway } = await openApi();
    const answer = await (await as('eva'))(post({ rows: [row, wanted], dryRun: false }));
    expectProblem(answer, 403, 'scope-above-own');
    expect(answer.json().mistakes).toMatchObject([{ row: 1, code: 'scope-above-own' }]);
    expect(gateway.asked).toEqual([]);
    expect((await (await as('root'))(post({ rows: [wanted], dryRun: false }))).statusCode).toBe(200);
  });

  it('inv. 10: takes 20,000 rows, and no more than 6 MB', async () => {
    const { as, gateway } = await openApi();
    const root = await as('root');
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...row, member: `m-${i}` }));
    expect((await root(post({ rows: many, dryRun: true }))).statusCode).toBe(200);
    expect(gateway.asked).toHaveLength(1);
    expectProblem(await root(post({ rows: [...many, row], dryRun: true })), 400, 'request-invalid');
    const wide = Array.from({ length: 20_000 }, () => ({ ...row, name: 'n'.repeat(400) }));
    expectProblem(await root(post({ rows: wide, dryRun: true })), 413, 'body-too-large');
  });
});

describe('PUT /api/members/:member/password', () => {
  const put = (member: string, password = 'long-enough-1') =>
    ({ method: 'PUT', url: `/api/members/${member}/password`, payload: { password } }) as const;

  it('signs that member out everywhere, and lets the new password in', async () => {
    const { as, ask } = await openApi();
    const cookie = await signIn(ask, 'bo');
    const answer = await (await as('eva'))(put('key-bo'));
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
    expectProblem(await ask({ url: '/api/session', headers: { cookie } }), 401, 'sign-in-needed');
    const again = await ask({
      method: 'POST',
      url: '/api/session',
      payload: { handle: 'bo', password: 'long-enough-1' },
    });
    expect(again.statusCode).toBe(200);
  });

  it.each([
    ['nobody', put('key-nobody'), 404, 'member-unknown'],
    ['a name of the language', put('__proto__'), 400, 'request-invalid'],
    ['a short password', put('key-bo', 'short'), 400, 'request-invalid'],
    ['an administrator', put('key-root'), 403, 'scope-above-own'],
  ] as const)('refuses a steward: %s', async (_what, request, status, code) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(request), status, code);
    expect(gateway.asked).toEqual([]);
  });
});

describe('PUT /api/members/:member/status', () => {
  const put = (member: string, status = 'suspended') =>
    ({ method: 'PUT', url: `/api/members/${member}/status`, payload: { status } }) as const;

  it('asks the gateway under the steward’s own name, signs out, and says what ends', async () => {
    const { as, ask, gateway } = await openApi();
    const cookie = await signIn(ask, 'bo');
    const answer = await (await as('eva'))(put('key-bo'));
    expect(answer.statusCode).toBe(200);
    expectShape(StatusReport, answer.json());
    expect(answer.json()).toEqual({ member: 'key-bo', status: 'suspended', ended: ['laser'] });
    expect(gateway.asked).toEqual([
      { verb: 'setStatus', with: { member: 'key-bo', status: 'suspended', by: 'key-eva' } },
    ]);
    expectProblem(await ask({ url: '/api/session', headers: { cookie } }), 401, 'sign-in-needed');
  });

  it.each([
    ['nobody', put('key-nobody'), 404, 'member-unknown'],
    ['an administrator, by a steward', put('key-root'), 403, 'scope-above-own'],
    ['a word that is no status', put('key-bo', 'erased'), 400, 'request-invalid'],
  ] as const)('refuses %s', async (_what, request, status, code) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(request), status, code);
    expect(gateway.asked).toEqual([]);
  });

  it('passes on that it is the last administrator', async () => {
    const { as, gateway } = await openApi();
    gateway.nextStatus = { ok: false, code: 'admin-last' };
    expectProblem(await (await as('root'))(put('key-root')), 409, 'admin-last');
  });
});

describe('DELETE /api/members/:member', () => {
  const erase = (member: string, query = '') =>
    ({ method: 'DELETE', url: `/api/members/${member}${query}` }) as const;

  it('says what goes and what stays, signs out, and forgets tokens', async () => {
    const { as, ask, gateway, kept } = await openApi();
    const cookie = await signIn(ask, 'tom');
    const made = await ask({
      method: 'POST',
      url: '/api/tokens',
      headers: { cookie },
      payload: { label: 'x', scopes: ['board:read'], days: null },
    });
    expect([made.statusCode, kept.size]).toEqual([201, 1]);
    const answer = await (await as('root'))(erase('key-tom'));
    expect(answer.statusCode).toBe(200);
    expectShape(EraseReport, answer.json());
    expect(answer.json()).toMatchObject({ member: 'key-tom', dryRun: false, goes: { badges: 1 } });
    expect(gateway.asked).toEqual([{ verb: 'eraseMember', with: { member: 'key-tom', dryRun: false } }]);
    expectProblem(await ask({ url: '/api/session', headers: { cookie } }), 401, 'sign-in-needed');
    const token = { authorization: `Bearer ${made.json().secret}` };
    expectProblem(await ask({ url: '/api/board', headers: token }), 401, 'token-unknown');
  });

  it('only tells, with dryRun', async () => {
    const { as, ask, gateway } = await openApi();
    const cookie = await signIn(ask, 'bo');
    expect((await (await as('eva'))(erase('key-bo', '?dryRun=true'))).json()).toMatchObject({ dryRun: true });
    expect(gateway.asked).toEqual([{ verb: 'eraseMember', with: { member: 'key-bo', dryRun: true } }]);
    expect((await ask({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200);
  });

  it.each([
    ['nobody', erase('key-nobody'), 404, 'member-unknown'],
    ['an administrator, by a steward', erase('key-root'), 403, 'scope-above-own'],
    ['a word for the dry run', erase('key-bo', '?dryRun=yes'), 400, 'request-invalid'],
  ] as const)('refuses %s', async (_what, request, status, code) => {
    const { as, gateway } = await openApi();
    expectProblem(await (await as('eva'))(request), status, code);
    expect(gateway.asked).toEqual([]);
  });

  it.each(['member-in-session', 'admin-last'] as const)('passes on %s', async (code) => {
    const { as, gateway } = await openApi();
    gateway.nextErase = { ok: false, code };
    expectProblem(await (await as('root'))(erase('key-bo')), 409, code);
  });
});
