// The treasurer's routes: drafts, finalising, what was issued, credit notes, payments, reminders and closed months. Reading needs
// ledger:read, changing books:write; who did it stands in the journal.

import { Type } from 'typebox';
import {
  BooksDrafts,
  BooksMonth,
  BooksProgress,
  Credited,
  CreditRequest,
  Finalised,
  FinaliseRequest,
  MonthClosed,
  Paid,
  PaymentRequest,
  Reminders,
  RemindRequest,
} from '../contract/books.ts';
import { Id } from '../contract/requests.ts';
import { draftsView } from './books-view.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, type ProblemCode, problemAnswers, type Refusable, refuse } from './problem.ts';

const tags = ['books'];
const postingRefusals = [
  ...(['posting-unreadable', 'account-unknown', 'unit-unknown', 'amount-wrong', 'line-repeated'] as const),
  ...(['posting-unbalanced', 'posting-in-future', 'period-closed', 'account-short'] as const),
] as const;
const write = (refusals: readonly ProblemCode[]) => ({
  needs: ['books:write'] as const,
  refusals: ['billing-none', 'clock-unset', ...refusals, ...journalRefusals] as const,
});

export function bookRoutes(api: Api, parts: Parts): void {
  draftRoutes(api, parts);
  finaliseRoutes(api, parts);
  creditRoute(api, parts);
  paymentRoute(api, parts);
  reminderRoute(api, parts);
  closeRoute(api, parts);
}

type No = { readonly code: ProblemCode; readonly about: string | null };

export const refuseBooks = (reply: Refusable, { code, about }: No) =>
  refuse(reply, code, about === null ? {} : { about });

function draftRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/books/drafts',
    {
      config: {
        needs: ['ledger:read'],
        refusals: ['billing-none', 'month-unreadable', 'month-before-billing'],
      },
      schema: {
        summary: 'Who would be billed what, if the month were finalised now',
        description:
          'With what is late or corrected from months before, and what a treasurer should look at.',
        tags,
        querystring: BooksMonth,
        response: { 200: BooksDrafts, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const told = await options.gateway.invoicing.drafts(request.query.month);
      if (!told.ok) return refuseBooks(reply, told);
      const closed = options.gateway.state().ledger.closed.month;
      return draftsView(told, { nowMs: options.clock.wallMs(), closed });
    },
  );
}

function finaliseRoutes(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/finalise',
    {
      config: write([
        'month-unreadable',
        'month-before-billing',
        'grace-runs',
        'draft-unknown',
        ...postingRefusals,
      ]),
      schema: {
        summary: 'Makes invoices of the drafts of a month',
        description: 'Of one payer, or of all. Asking twice issues once. With `dryRun` nothing is written.',
        tags,
        body: FinaliseRequest,
        response: { 200: Finalised, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.invoicing.finalise({ ...request.body, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      return {
        issued: outcome.issued.map((one) => ({ ...one, grossMinor: one.grossMinor.toString() })),
        stayed: outcome.stayed.map(({ payer, name, stays }) => ({ payer, name, why: stays ?? '' })),
      };
    },
  );
  api.get(
    '/api/books/progress',
    {
      config: { needs: ['ledger:read'] },
      schema: {
        summary: 'How far drafting or finalising is',
        tags,
        response: { 200: BooksProgress, ...problemAnswers },
      },
    },
    async () => options.gateway.invoicing.progress() ?? { month: null, step: null, done: 0, total: 0 },
  );
}

function creditRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/invoices/:invoice/credit',
    {
      config: write(['invoice-unknown', 'lines-unknown', 'credited-already', ...postingRefusals]),
      schema: {
        summary: 'Credits an invoice, all of it or some lines',
        tags,
        params: Type.Object({ invoice: Id }),
        body: CreditRequest,
        response: { 200: Credited, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const wish = { ...request.params, ...request.body, by };
      const outcome = await options.gateway.invoicing.credit(wish);
      if (!outcome.ok) return refuseBooks(reply, outcome);
      const { invoice, number, grossMinor } = outcome;
      return { invoice, number, grossMinor: grossMinor.toString() };
    },
  );
}

function paymentRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/payments',
    {
      config: write([
        ...(['invoice-unknown', 'invoice-paid', 'payer-unknown', 'payment-repeated', 'day-wrong'] as const),
        ...postingRefusals,
      ]),
      schema: {
        summary: 'Records what was paid',
        tags,
        body: PaymentRequest,
        response: { 200: Paid, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.invoicing.pay({ ...request.body, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      return { payment: outcome.payment, openMinor: outcome.openMinor.toString() };
    },
  );
}

function reminderRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/reminders',
    {
      config: write(['mail-none']),
      schema: {
        summary: 'Writes down the reminders that are due, with their texts',
        tags,
        body: RemindRequest,
        response: { 200: Reminders, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { dryRun, mail = false } = request.body;
      const outcome = await options.gateway.invoicing.remind({ dryRun, by }, mail ? options : null);
      if (!outcome.ok) return refuseBooks(reply, outcome);
      return {
        reminders: outcome.reminders.map(({ openMinor, stays = null, ...told }) => ({
          ...{ invoice: told.invoice, number: told.number, name: told.name, level: told.level },
          ...{ text: told.text, stays },
          openMinor: openMinor.toString(),
        })),
      };
    },
  );
}

function closeRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/close',
    {
      config: write(['month-unreadable', 'period-closed', 'period-runs']),
      schema: {
        summary: 'Closes a month for ever: nothing is dated into it any more',
        tags,
        body: MonthClosed,
        response: { 200: MonthClosed, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.books.closePeriod({ ...request.body, by });
      return outcome.ok ? { month: outcome.month } : refuseBooks(reply, outcome);
    },
  );
}
