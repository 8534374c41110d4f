// What a person who has unlocked a kiosk may do at its machine, and nothing else: begin, change cost code and ceiling, hand
// over, say that they are there, finish, report a problem.

import { ProblemMade, ProblemReport } from '../contract/care.ts';
import { HandOver, HeldSession, SessionChange } from '../contract/held-session.ts';
import { KioskAnswer, KioskReceipt, KioskStartRequest } from '../contract/kiosk.ts';
import { currencyDigits } from '../domain/money.ts';
import { createAttempts } from './attempts.ts';
import { rfc3339 } from './instant.ts';
import type { KioskVisits } from './kiosk-visits.ts';
import type { Api, Parts } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { withVisit } from './with-visit.ts';

const tags = ['kiosk'];
const needs = ['kiosk'] as const;
const own = [
  ...(['kiosk-locked', 'machine-unknown', 'session-none', 'session-not-yours', 'session-ending'] as const),
  ...journalRefusals,
] as const;

export function kioskDeedRoutes(api: Api, parts: Parts, visits: KioskVisits): void {
  startRoute(api, parts, visits);
  sessionRoutes(api, parts, visits);
  finishRoute(api, parts, visits);
  problemRoute(api, parts, visits);
}

function startRoute(api: Api, { options }: Parts, visits: KioskVisits): void {
  api.post(
    '/api/kiosk/start',
    {
      config: { needs, refusals: ['kiosk-locked', 'machine-unknown', 'session-held', ...journalRefusals] },
      schema: {
        summary: 'Begin at the machine of the kiosk, or take a ticket where it is taken',
        description: 'Decided as a tap at the machine is; a no is an answer with its code, as at a reader.',
        tags,
        body: KioskStartRequest,
        response: { 200: KioskAnswer, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const outcome = await options.gateway.startAtKiosk({ ...request.body, who, machine });
        if (!outcome.ok) return refuse(reply, outcome.code);
        const { outcome: word, code, text, untilMs } = outcome.answer;
        return { outcome: word, code, text, until: untilMs === null ? null : rfc3339(untilMs) };
      }),
  );
}

function sessionRoutes(api: Api, { options: { gateway } }: Parts, visits: KioskVisits): void {
  api.put(
    '/api/kiosk/session',
    {
      config: { needs, refusals: [...own, 'cost-code-unknown', 'ceiling-passed'] },
      schema: {
        summary: 'Set the cost code or the ceiling of one’s own session at the kiosk',
        tags,
        body: SessionChange,
        response: { 200: HeldSession, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const outcome = await gateway.changeSession({ ...request.body, machine, by: who.member });
        return outcome.ok ? { session: outcome.session } : refuse(reply, outcome.code);
      }),
  );
  api.post(
    '/api/kiosk/keep',
    {
      config: { needs, refusals: [...own, 'session-not-idle'] },
      schema: {
        summary: 'Say at the kiosk that one is still there',
        tags,
        response: { 200: HeldSession, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const outcome = await gateway.keepSession({ machine, by: who.member });
        return outcome.ok ? { session: outcome.session } : refuse(reply, outcome.code);
      }),
  );
  api.post(
    '/api/kiosk/hand-over',
    {
      config: { needs, refusals: own },
      schema: {
        summary: 'Offer one’s own session to whoever comes next',
        description:
          'For a minute the next tap or START of another member who may use the machine takes it over.',
        tags,
        response: { 200: HandOver, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const outcome = await gateway.offerHandOver({ machine, by: who.member });
        if (!outcome.ok) return refuse(reply, outcome.code);
        return { session: outcome.session, until: rfc3339(outcome.untilMs) };
      }),
  );
}

function finishRoute(api: Api, { options: { gateway } }: Parts, visits: KioskVisits): void {
  api.post(
    '/api/kiosk/finish',
    {
      config: { needs, refusals: own },
      schema: {
        summary: 'Finish one’s own session at the kiosk',
        description: 'A job may finish first; it is unbilled from now on.',
        tags,
        response: { 200: KioskReceipt, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const outcome = await gateway.finishAtKiosk({ machine, who });
        if (!outcome.ok) return refuse(reply, outcome.code);
        const { ok: _, ...receipt } = outcome;
        const currency = gateway.state().workshop?.space.currency ?? 'EUR';
        return { ...receipt, digits: currencyDigits(currency) };
      }),
  );
}

/** Of one member, in an hour. */
const mostReports = { limit: 10, windowMs: 3_600_000 } as const;

function problemRoute(api: Api, { options: { gateway, clock } }: Parts, visits: KioskVisits): void {
  const reports = createAttempts({ ...mostReports, clock });
  const refusals = ['kiosk-locked', 'machine-unknown', 'member-unknown', 'problems-full'] as const;
  api.post(
    '/api/kiosk/problems',
    {
      config: { needs, refusals: [...refusals, 'text-unreadable', 'too-many-attempts', ...journalRefusals] },
      schema: {
        summary: 'Report a problem with the machine of the kiosk',
        description: 'With `lock` nobody begins until a steward has answered; nothing that runs is ended.',
        tags,
        body: ProblemReport,
        response: { 200: ProblemMade, ...problemAnswers },
      },
    },
    (request, reply) =>
      withVisit({ visits, request, reply }, async ({ who, machine }) => {
        const retryAfterS = reports.take(who.member);
        if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
        const outcome = await gateway.reportProblem({ ...request.body, machine, by: who.member });
        return outcome.ok ? { problem: outcome.problem } : refuse(reply, outcome.code);
      }),
  );
}
