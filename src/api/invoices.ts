// What was issued, as lists and files: everything for those with ledger:read, and one's own for every member. And where invoices
// go, for those with books:write.

import { Type } from 'typebox';
import { BuyerBody, BuyerParams, FileQuery, InvoiceList } from '../contract/books.ts';
import { Id } from '../contract/requests.ts';
import { refuseBooks } from './books.ts';
import { invoiceRows } from './books-view.ts';
import { formatsOf, sendInvoiceFile } from './invoice-file.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['books'];
const params = Type.Object({ invoice: Id });
const fileAnswers = {
  200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'The file.' }),
  ...problemAnswers,
};
const fileRefusals = ['invoice-unknown', 'format-none'] as const;

export function invoiceRoutes(api: Api, parts: Parts): void {
  listRoutes(api, parts);
  fileRoutes(api, parts);
  teamRoutes(api, parts);
  buyerRoutes(api, parts);
}

const payerOf = (member: string | null): string => `member:${member ?? ''}`;

function listRoutes(api: Api, { options }: Parts): void {
  const { invoicing } = options.gateway;
  api.get(
    '/api/books/invoices',
    {
      config: { needs: ['ledger:read'] },
      schema: {
        summary: 'All that was issued, newest first',
        tags,
        response: { 200: InvoiceList, ...problemAnswers },
      },
    },
    async () => ({ invoices: invoiceRows(await invoicing.issued(null)), formats: formatsOf(options) }),
  );
  api.get(
    '/api/session/invoices',
    {
      config: { needs: ['self:read'] },
      schema: {
        summary: 'Your own invoices, newest first',
        description: 'Those of a team that pays are under `/api/session/team/invoices`.',
        tags,
        response: { 200: InvoiceList, ...problemAnswers },
      },
    },
    async (request) => ({
      invoices: invoiceRows(await invoicing.issued(payerOf(viewerOf(request).member))),
      formats: formatsOf(options),
    }),
  );
}

function fileRoutes(api: Api, { options }: Parts): void {
  const { invoicing } = options.gateway;
  api.get(
    '/api/books/invoices/:invoice/file',
    {
      config: { needs: ['ledger:read'], refusals: fileRefusals },
      schema: {
        summary: 'An invoice as a file',
        tags,
        params,
        querystring: FileQuery,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const row = await invoicing.document(request.params.invoice);
      if (!row) return reply.send(refuse(reply, 'invoice-unknown'));
      return sendInvoiceFile(reply, { row, query: request.query }, options);
    },
  );
  api.get(
    '/api/session/invoices/:invoice/file',
    {
      config: { needs: ['self:read'], refusals: fileRefusals },
      schema: {
        summary: 'Your own invoice as a file',
        tags,
        params,
        querystring: FileQuery,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const row = await invoicing.document(request.params.invoice);
      // One of somebody else is answered like one that is not there.
      if (row?.payer !== payerOf(viewerOf(request).member))
        return reply.send(refuse(reply, 'invoice-unknown'));
      return sendInvoiceFile(reply, { row, query: request.query }, options);
    },
  );
}

/** Those of the team of whoever leads it; without a team there are none. */
function teamRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  const teamOf = (member: string | null): string | null => {
    const team = member === null ? null : (gateway.state().members.get(member)?.team ?? null);
    return team === null ? null : `team:${team}`;
  };
  api.get(
    '/api/session/team/invoices',
    {
      config: { needs: ['team-invoices:read'] },
      schema: {
        summary: 'The invoices of your team, newest first',
        description: 'For the role `team-lead`: those of the team that you are in, and of no other.',
        tags,
        response: { 200: InvoiceList, ...problemAnswers },
      },
    },
    async (request) => {
      const payer = teamOf(viewerOf(request).member);
      const invoices = payer === null ? [] : await gateway.invoicing.issued(payer);
      return { invoices: invoiceRows(invoices), formats: formatsOf(options) };
    },
  );
  api.get(
    '/api/session/team/invoices/:invoice/file',
    {
      config: { needs: ['team-invoices:read'], refusals: fileRefusals },
      schema: {
        summary: 'An invoice of your team as a file',
        tags,
        params,
        querystring: FileQuery,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const row = await gateway.invoicing.document(request.params.invoice);
      const payer = teamOf(viewerOf(request).member);
      // One of another team is answered like one that is not there.
      if (!row || payer === null || row.payer !== payer) return reply.send(refuse(reply, 'invoice-unknown'));
      return sendInvoiceFile(reply, { row, query: request.query }, options);
    },
  );
}

function buyerRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  const payerOfWord = (word: string): string =>
    word.includes(':') ? word : payerOf(gateway.personByHandle(word)?.member ?? null);
  api.get(
    '/api/books/buyers/:payer',
    {
      config: { needs: ['books:write'], refusals: ['payer-unknown'] },
      schema: {
        summary: 'Where the invoices of a payer go',
        tags,
        params: BuyerParams,
        response: { 200: BuyerBody, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const buyer = await gateway.invoicing.buyer(payerOfWord(request.params.payer));
      return buyer ? { ...buyer } : refuse(reply, 'payer-unknown');
    },
  );
  api.put(
    '/api/books/buyers/:payer',
    {
      config: { needs: ['books:write'], refusals: ['payer-unknown', 'buyer-unreadable', ...journalRefusals] },
      schema: {
        summary: 'Writes down where the invoices of a payer go',
        description: 'It is erased with the member; invoices that were issued keep it, as the law asks.',
        tags,
        params: BuyerParams,
        body: BuyerBody,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const payer = payerOfWord(request.params.payer);
      const { by } = viewerOf(request);
      const outcome = await gateway.invoicing.setBuyer({ payer, buyer: request.body, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      reply.status(204);
      return null;
    },
  );
}
