// Invoices over HTTP: shapes, refusals, and that nobody sees another member's invoice. Who may ask is in authorisation.test.ts.

import { describe, expect, it } from 'vitest';
import { BooksDrafts, InvoiceList } from '../../src/contract/books.ts';
import type { InvoiceTold } from '../../src/gateway/gateway.ts';
import { sampleBuyer } from '../fakes/billing-workshop.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const told = (payer: string): InvoiceTold => ({
  ...{ invoice: 'invoice-1', number: '2026-0001', kind: 'invoice', payer, name: 'Ada' },
  ...{ issuedOn: '2026-11-06', dueOn: '2026-12-06', currency: 'EUR', credits: null },
  ...{ grossMinor: 1220n, openMinor: 220n, level: 1 },
});

const opened = () =>
  openApi({
    prepare: ({ invoicing, personByHandle }) => {
      const payer = `member:${personByHandle('ada')?.member}`;
      invoicing.invoices = [told(payer)];
      const text = '{"v":1}';
      invoicing.documents.set('invoice-1', { ...told(payer), hash: '', text });
      invoicing.nextDrafts = {
        ...{ ok: true, month: '2026-10', currency: 'EUR', digits: 2, fromMs: 0 },
        drafts: [
          {
            ...{
              payer,
              name: 'Ada',
              month: '2026-10',
              annex: [],
              income: [],
              prepaidMinor: 0n,
              vat: [],
              stays: null,
            },
            ...{ netMinor: 1000n, vatMinor: 220n, grossMinor: 1220n },
            uses: [{ session: 's1', month: '2026-10', costCode: null, tariff: 'h', minor: '1000' }],
            warnings: [{ code: 'gap', sessions: ['s1'], count: 1 }],
            lines: [
              {
                ...{
                  id: '1',
                  text: 'Laser',
                  quantity: '1',
                  unit: 'HUR',
                  priceMinor: '1000',
                  netMinor: 1000n,
                },
                ...{ vat: '22', fromDay: '2026-10-20', toDay: '2026-10-20' },
              },
            ],
          },
        ],
      };
    },
  });

describe('GET /api/books', () => {
  it('tells drafts and what was issued', async () => {
    const { as } = await opened();
    const ask = await as('tom');
    const drafts = await ask({ url: '/api/books/drafts?month=2026-10' });
    expectShape(BooksDrafts, drafts.json());
    expect(drafts.json()).toMatchObject({ mayFinalise: true, drafts: [{ grossMinor: '1220', uses: 1 }] });
    const issued = await ask({ url: '/api/books/invoices' });
    expectShape(InvoiceList, issued.json());
    expect(issued.json()).toMatchObject({ invoices: [{ openMinor: '220', digits: 2 }], formats: ['json'] });
    expectProblem(await ask({ url: '/api/books/drafts?month=2026-13' }), 400, 'request-invalid');
  });

  it('gives the file as it was issued, and in base64 for scripts', async () => {
    const { as } = await opened();
    const ask = await as('tom');
    const url = '/api/books/invoices/invoice-1/file';
    const file = await ask({ url });
    expect(file.headers['content-disposition']).toBe('attachment; filename="2026-0001.json"');
    expect(file.body).toBe('{"v":1}');
    const told = { name: '2026-0001.json', base64: Buffer.from('{"v":1}').toString('base64') };
    expect((await ask({ url: `${url}?encoding=base64` })).json()).toEqual(told);
    expectProblem(await ask({ url: `${url}?format=pdf` }), 404, 'format-none');
    expectProblem(await ask({ url: '/api/books/invoices/none/file' }), 404, 'invoice-unknown');
  });

  it('gives other formats where they are made', async () => {
    const { as, gateway } = await openApi({
      invoiceFiles: { render: async ({ number }, format) => new TextEncoder().encode(`${format} ${number}`) },
    });
    const text = JSON.stringify({ v: 1, invoice: { number: 'n', lines: [] } });
    gateway.invoicing.documents.set('invoice-1', { ...told('member:x'), hash: '', text });
    const file = await (await as('tom'))({ url: '/api/books/invoices/invoice-1/file?format=pdf' });
    expect([file.headers['content-type'], file.body]).toEqual(['application/pdf', 'pdf n']);
  });
});

describe('one’s own invoices', () => {
  it('are told and given to their member, and to no other', async () => {
    const { as } = await opened();
    const mine = await as('ada');
    expect((await mine({ url: '/api/session/invoices' })).json()).toMatchObject({
      invoices: [{ number: '2026-0001' }],
    });
    expect((await mine({ url: '/api/session/invoices/invoice-1/file' })).body).toBe('{"v":1}');
    const theirs = await as('bo');
    expect((await theirs({ url: '/api/session/invoices' })).json()).toMatchObject({ invoices: [] });
    const answer = await theirs({ url: '/api/session/invoices/invoice-1/file' });
    expectProblem(answer, 404, 'invoice-unknown');
  });
});

describe('the invoices of a team', () => {
  it('are for whoever leads it, and for nobody else', async () => {
    const { as } = await openApi({
      prepare: (gateway) => {
        gateway.enrol({ handle: 'lea', name: 'Lea', team: 'acme', roles: ['team-lead'] });
        gateway.enrol({ handle: 'max', name: 'Max', team: 'acme' });
        gateway.enrol({ handle: 'zoe', name: 'Zoe', team: 'other', roles: ['team-lead'] });
        gateway.enrol({ handle: 'own', name: 'Own', roles: ['team-lead'] });
        gateway.invoicing.invoices = [told('team:acme')];
        const text = '{"v":1}';
        gateway.invoicing.documents.set('invoice-1', { ...told('team:acme'), hash: '', text });
      },
    });
    const [list, file] = ['/api/session/team/invoices', '/api/session/team/invoices/invoice-1/file'];
    const lead = await as('lea');
    expect((await lead({ url: list })).json()).toMatchObject({ invoices: [{ number: '2026-0001' }] });
    expect((await lead({ url: file })).body).toBe('{"v":1}');
    expect((await (await as('max'))({ url: list })).statusCode).toBe(403);
    expect((await (await as('max'))({ url: file })).statusCode).toBe(403);
    for (const other of ['zoe', 'own']) {
      const ask = await as(other);
      expect((await ask({ url: list })).json()).toMatchObject({ invoices: [] });
      expectProblem(await ask({ url: file }), 404, 'invoice-unknown');
    }
    const mine = await as('lea');
    expect((await mine({ url: '/api/session/invoices' })).json()).toMatchObject({ invoices: [] });
  });
});

describe('writing the books', () => {
  it('asks the gateway, and says who asked', async () => {
    const { as, gateway } = await opened();
    const ask = await as('tom');
    const by = gateway.personByHandle('tom')?.member;
    const post = (url: string, payload: object) => ask({ method: 'POST', url, payload });
    const month = { month: '2026-10', payer: null, dryRun: true };
    expect((await post('/api/books/finalise', month)).json()).toEqual({ issued: [], stayed: [] });
    const credit = { lines: null, again: false, dryRun: false };
    const credited = await post('/api/books/invoices/invoice-1/credit', credit);
    expect(credited.json()).toMatchObject({ number: 'NC2026-0001' });
    const payment = {
      invoice: 'invoice-1',
      payer: null,
      minor: '5',
      day: '2026-11-20',
      how: 'bank',
      reference: null,
    };
    expect((await post('/api/books/payments', payment)).json()).toMatchObject({ openMinor: '0' });
    expectProblem(await post('/api/books/payments', { ...payment, minor: '-5' }), 400, 'request-invalid');
    expect((await post('/api/books/reminders', { dryRun: true })).json()).toEqual({ reminders: [] });
    expect((await post('/api/books/close', { month: '2026-10' })).json()).toEqual({ month: '2026-10' });
    const url = '/api/books/buyers/ada';
    expect((await ask({ method: 'PUT', url, payload: sampleBuyer })).statusCode).toBe(204);
    expect(gateway.invoicing.asked.map(({ verb }) => verb)).toEqual([
      ...['finalise', 'credit', 'pay', 'remind', 'setBuyer'],
    ]);
    for (const { with: wish } of gateway.invoicing.asked) expect(wish).toMatchObject({ by });
  });
});
