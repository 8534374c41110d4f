// The post over HTTP, for those with books:write: mails invoices, tries the server out, and tells how it stands. Addresses are taken,
// never told.

import { Type } from 'typebox';
import { MailedInvoices, MailInvoicesRequest, MailState, MailTestRequest } from '../contract/mail.ts';
import { refuseBooks } from './books.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['mail'];

export function mailRoutes(api: Api, parts: Parts): void {
  invoiceRoute(api, parts);
  testRoute(api, parts);
  stateRoute(api, parts);
}

function invoiceRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/books/mail',
    {
      config: {
        needs: ['books:write'],
        refusals: [
          ...(['billing-none', 'month-unreadable', 'invoice-unknown', 'mail-none', 'format-none'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Mails the invoices of a month to their buyers',
        description: 'Each once, unless asked for again: as PDF, with the e-invoice beside it.',
        tags,
        body: MailInvoicesRequest,
        response: { 200: MailedInvoices, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { invoiceFiles: files, gateway, mailer, textsIn } = options;
      if (!files) return refuse(reply, 'format-none', { about: 'pdf' });
      const { by } = viewerOf(request);
      const outcome = await gateway.invoicing.mail({ ...request.body, by }, { mailer, textsIn, files });
      return outcome.ok ? { rows: outcome.rows.map((row) => ({ ...row })) } : refuseBooks(reply, outcome);
    },
  );
}

function testRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/mail/test',
    {
      config: {
        needs: ['books:write'],
        refusals: ['mail-none', 'mail-unfit', 'mail-failed', 'workshop-missing'],
      },
      schema: {
        summary: 'Sends a test mail at once, and tells what the server said',
        tags,
        body: MailTestRequest,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { workshop } = options.gateway.state();
      if (!workshop) return refuse(reply, 'workshop-missing');
      const { say } = options.textsIn(workshop.space.locale);
      const space = workshop.space.name;
      const outcome = await options.mailer.attempt({
        ...{ id: `test-${options.clock.wallMs()}`, to: request.body.to },
        ...{
          subject: say('mail-test-subject', { space }).replace(/\.$/, ''),
          text: say('mail-test-text', { space }),
        },
      });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      reply.status(204);
      return null;
    },
  );
}

function stateRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/mail',
    {
      config: { needs: ['books:write'] },
      schema: {
        summary: 'How the post stands',
        tags,
        response: { 200: MailState, ...problemAnswers },
      },
    },
    async () => {
      const { fault, ...facts } = options.mailer.facts();
      return { ...facts, fault: fault && { at: rfc3339(fault.atMs), code: fault.code } };
    },
  );
}
