// The books over HTTP: shapes, filters, pages, and times that cannot be read. Who may ask is in authorisation.test.ts.

import { describe, expect, it } from 'vitest';
import { LedgerBalances, LedgerPostings } from '../../src/contract/ledger.ts';
import { enterInBooks } from '../../src/domain/ledger/books.ts';
import { firstAtMs } from '../fakes/sample-entries.ts';
import { postedEntry } from '../fakes/sample-postings.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const opened = () =>
  openApi({
    prepare: ({ books, live }) => {
      for (let seq = 1; seq <= 5; seq++)
        expect(enterInBooks(books.pages, postedEntry(seq, { dateMs: firstAtMs + seq }))).toBeNull();
      live.ledger.closed = { month: '2025-09', beforeMs: 5 };
    },
  });

describe('GET /api/ledger', () => {
  it('inv. 5: says what stands on the accounts, and it sums to zero', async () => {
    const { as, gateway } = await opened();
    const held = { hold: 'h1', account: 'wallet:anna', unit: 'EUR', minor: '5', expiresMs: firstAtMs };
    Object.assign(gateway.books, { holds: () => [held] });
    const answer = await (await as('tom'))({ url: '/api/ledger' });
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(LedgerBalances, answer.json());
    const { expiresMs: _, ...hold } = held;
    expect(answer.json()).toEqual({
      closed: '2025-09',
      balances: [
        { account: 'income:lasers', unit: 'EUR', minor: '-6250' },
        { account: 'member:anna', unit: 'EUR', minor: '6250' },
      ],
      holds: [{ ...hold, expires: new Date(firstAtMs).toISOString() }],
    });
  });

  it('says it of some accounts, and of an instant', async () => {
    const { as } = await opened();
    const ask = await as('tom');
    const at = new Date(firstAtMs + 3).toISOString();
    const { balances } = (await ask({ url: `/api/ledger?account=member:&at=${at}` })).json<LedgerBalances>();
    expect(balances).toEqual([{ account: 'member:anna', unit: 'EUR', minor: '2500' }]);
    expect((await ask({ url: '/api/ledger?account=member:zoe' })).json()).toMatchObject({ balances: [] });
  });

  it.each(['at=yesterday', 'at=2026-11-01', 'at='])('refuses %s', async (query) => {
    const { as } = await opened();
    expectProblem(await (await as('tom'))({ url: `/api/ledger?${query}` }), 400, 'range-wrong');
  });

  it.each(['account=A', 'account=a%00b', `account=${'a'.repeat(81)}`, "account='%20or%201"])(
    'inv. 11: refuses %s',
    async (query) => {
      const { as } = await opened();
      expectProblem(await (await as('tom'))({ url: `/api/ledger?${query}` }), 400, 'request-invalid');
    },
  );
});

describe('GET /api/ledger/postings', () => {
  it('gives all of them, page by page', async () => {
    const { as } = await opened();
    const ask = await as('tom');
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page++) {
      const answer = await ask({ url: `/api/ledger/postings?limit=2${after}` });
      expectShape(LedgerPostings, answer.json());
      const { postings, next } = answer.json<LedgerPostings>();
      seen.push(...postings.map(({ posting }) => posting));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5].map((seq) => `posting-${seq}`));
  });

  it('gives those of a span', async () => {
    const { as } = await opened();
    const [from, to] = [2, 4].map((ms) => new Date(firstAtMs + ms).toISOString());
    const answer = await (await as('tom'))({ url: `/api/ledger/postings?from=${from}&to=${to}` });
    expect(answer.json<LedgerPostings>().postings.map(({ entry }) => entry)).toEqual([2, 3]);
    const turned = await (await as('tom'))({ url: `/api/ledger/postings?from=${to}&to=${from}` });
    expectProblem(turned, 400, 'range-wrong');
  });

  it.each(['limit=0', 'limit=501', 'after=1', 'after=a-b'])('refuses %s', async (query) => {
    const { as } = await opened();
    expectProblem(await (await as('tom'))({ url: `/api/ledger/postings?${query}` }), 400, 'request-invalid');
  });
});
