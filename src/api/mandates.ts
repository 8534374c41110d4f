// Mandates for direct debits, for those with books:write: they hold account numbers.

import { Type } from 'typebox';
import { MandateBody } from '../contract/bank.ts';
import { BuyerParams } from '../contract/books.ts';
import { refuseBooks } from './books.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const path = '/api/books/mandates/:payer';
const about = { tags: ['books'], params: BuyerParams };
const refusals = ['payer-unknown', 'address-missing', 'mandate-unreadable', ...journalRefusals] as const;

export function mandateRoutes(api: Api, { options }: Parts): void {
  const { invoicing, personByHandle } = options.gateway;
  const payerOf = (word: string): string =>
    word.includes(':') ? word : `member:${personByHandle(word)?.member ?? ''}`;
  api.get(
    path,
    {
      config: { needs: ['books:write'], refusals: ['mandate-none'] },
      schema: {
        ...about,
        summary: 'The mandate of a payer',
        response: { 200: MandateBody, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const mandate = await invoicing.mandate(payerOf(request.params.payer));
      return mandate ? { ...mandate } : refuse(reply, 'mandate-none');
    },
  );
  api.put(
    path,
    {
      config: { needs: ['books:write'], refusals },
      schema: {
        ...about,
        summary: 'Writes down the mandate of a payer',
        description: 'It stands beside the address and is erased with it.',
        body: MandateBody,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const payer = payerOf(request.params.payer);
      const outcome = await invoicing.setMandate({ payer, mandate: request.body, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      reply.status(204);
      return null;
    },
  );
  api.delete(
    path,
    {
      config: { needs: ['books:write'], refusals },
      schema: {
        ...about,
        summary: 'Takes the mandate of a payer away',
        description: 'What is being collected stays so.',
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const payer = payerOf(request.params.payer);
      const outcome = await invoicing.setMandate({ payer, mandate: null, by });
      if (!outcome.ok) return refuseBooks(reply, outcome);
      reply.status(204);
      return null;
    },
  );
}
