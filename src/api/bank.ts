// The bank's side of the books: statements that come in, direct debits that go out. Reading needs ledger:read, changing books:write.
// The bodies are files of a bank, larger than others and never believed.

import { Type } from 'typebox';
import {
  CollectionList,
  CollectionMade,
  CollectRequest,
  StatementRead,
  StatementRequest,
  statementLimit,
} from '../contract/bank.ts';
import { Id } from '../contract/requests.ts';
import type { CollectionItem, StatementOutcome } from '../gateway/gateway.ts';
import { refuseBooks } from './books.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, type ProblemCode, problemAnswers, refuse } from './problem.ts';

const tags = ['books'];
const write = (refusals: readonly ProblemCode[]) => ({
  needs: ['books:write'] as const,
  refusals: ['billing-none', 'clock-unset', ...refusals, ...journalRefusals] as const,
});

export function bankRoutes(api: Api, parts: Parts): void {
  statementRoute(api, parts);
  collectRoute(api, parts);
  collectionRoutes(api, parts);
  releaseRoute(api, parts);
}

function statementRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/bank',
    {
      // Room for the choices beside the file.
      bodyLimit: statementLimit + 1024 * 1024,
      config: write(['statement-unfit', 'body-too-large']),
      schema: {
        summary: 'Matches a bank statement with open invoices',
        description:
          'camt.053. With `record` what is sure is recorded; the same entry of the bank counts once, in however many statements.',
        tags,
        body: StatementRequest,
        response: { 200: StatementRead, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { statement, record, chosen = [] } = request.body;
      const read = await options.bankFiles.readStatement(Buffer.from(statement, 'base64'));
      if (!read.ok) return refuse(reply, read.code, { about: read.reason });
      const choices = new Map(chosen.map(({ entry, numbers }) => [entry, numbers]));
      const { by } = viewerOf(request);
      const wish = { entries: read.entries, record, chosen: choices, by };
      const outcome = await options.gateway.invoicing.statement(wish);
      return outcome.ok ? statementView(outcome, read.pending) : refuseBooks(reply, outcome);
    },
  );
}

const statementView = (
  { rows, recorded, outgoing }: Extract<StatementOutcome, { ok: true }>,
  pending: number,
): StatementRead => ({
  rows: rows.map(({ entry, kind, outcome, reason, shares, overMinor, suggestions }) => ({
    ...{
      entry: entry.id,
      day: entry.bookedOn,
      minor: entry.amountMinor.toString(),
      currency: entry.currency,
    },
    ...{ kind, outcome, reason, name: entry.name, text: entry.remittance },
    shares: shares.map(({ number, name, minor, openMinor }) => ({
      ...{ number, name, minor: minor.toString(), openMinor: (openMinor > 0n ? openMinor : 0n).toString() },
    })),
    ...{ overMinor: overMinor.toString(), suggestions: [...suggestions] },
  })),
  ...{ recorded, outgoing, pending },
});

function collectRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/collections',
    {
      config: write(['month-unreadable', 'day-wrong', 'collection-unfit']),
      schema: {
        summary: 'Collects the open invoices of a month by SEPA direct debit',
        description:
          'Of payers with a mandate. Each invoice is collected once, unless the bank gave it back. `xml` is for the bank.',
        tags,
        body: CollectRequest,
        response: { 200: CollectionMade, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const wish = { ...request.body, by };
      const outcome = await options.gateway.invoicing.collect(wish, options.bankFiles);
      if (!outcome.ok) return refuseBooks(reply, outcome);
      const { message, xml, totalMinor, items, left } = outcome;
      return { message, xml, totalMinor: totalMinor.toString(), items: items.map(itemView), left: [...left] };
    },
  );
}

const itemView = ({ invoice, number, name, minor, sequence, day }: CollectionItem) => ({
  ...{ invoice, number, name, minor: minor.toString(), sequence, day },
});

function collectionRoutes(api: Api, { options }: Parts): void {
  const { invoicing } = options.gateway;
  api.get(
    '/api/books/collections',
    {
      config: { needs: ['ledger:read'] },
      schema: {
        summary: 'What was collected by direct debit, newest first',
        tags,
        response: { 200: CollectionList, ...problemAnswers },
      },
    },
    async () => ({
      collections: (await invoicing.collections()).map(({ madeAtMs, minor, items, ...told }) => ({
        ...{ ...told, at: rfc3339(madeAtMs), minor: minor.toString() },
        items: items.map((item) => ({ ...itemView(item), state: item.state })),
      })),
    }),
  );
  api.get(
    '/api/books/collections/:message/file',
    {
      config: { needs: ['books:write'], refusals: ['collection-none'] },
      schema: {
        summary: 'The file of direct debits as it went to the bank',
        description: 'With account numbers, so it needs more than reading the books.',
        tags,
        params: Type.Object({ message: Id }),
        response: {
          200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'pain.008.001.08' }),
          ...problemAnswers,
        },
      },
    },
    async (request, reply) => {
      const { message } = request.params;
      const xml = await invoicing.collectionFile(message);
      if (xml === null) return reply.send(refuse(reply, 'collection-none'));
      reply.header('content-type', 'application/xml');
      reply.header('content-disposition', `attachment; filename="collection-${message}.xml"`);
      return reply.send(Buffer.from(xml));
    },
  );
}

function releaseRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/invoices/:invoice/release',
    {
      config: write(['invoice-unknown', 'collection-none']),
      schema: {
        summary: 'Says that the bank rejected the direct debit of an invoice before it took anything',
        description: 'It may be collected again. What the bank took and gave back comes with its statement.',
        tags,
        params: Type.Object({ invoice: Id }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { invoice } = request.params;
      const outcome = await options.gateway.invoicing.releaseCollection({ invoice, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      reply.status(204);
      return null;
    },
  );
}
