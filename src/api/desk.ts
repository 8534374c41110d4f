// The desk about money: materials that are handed out, by those with `usage:write`, and charges corrected by hand, by those
// with `charges:write`. With `dryRun` the answer is the same and nothing is written.

import { Type } from 'typebox';
import { CorrectionReport, CorrectionRequest, MaterialRequest } from '../contract/desk.ts';
import { Id } from '../contract/requests.ts';
import { UsageReport, WithdrawalRequest } from '../contract/usage.ts';
import type { MaterialOutcome } from '../gateway/gateway.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, type Refusable, refuse } from './problem.ts';

export function deskRoutes(api: Api, parts: Parts): void {
  materialRoute(api, parts);
  withdrawalRoute(api, parts);
  correctionRoute(api, parts);
}

function materialRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/materials',
    {
      config: {
        needs: ['usage:write'],
        refusals: [
          ...(['machine-unknown', 'member-unknown', 'cost-code-unknown', 'clock-unset'] as const),
          ...(['time-unreadable', 'time-ambiguous', 'time-skipped', 'workshop-missing'] as const),
          ...(['material-unknown', 'material-amount-wrong', 'material-in-future'] as const),
          ...(['material-too-old', 'material-session-unknown', 'material-entered-already'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Enter a material that was handed out',
        description:
          'It is billed by the tariff of its day, on a line of its own. The same one in the same minute is refused.',
        tags: ['usage'],
        params: Type.Object({ machine: Id }),
        body: MaterialRequest,
        response: { 200: UsageReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { dryRun = false, at = null, session = null, ...asked } = request.body;
      const { by } = viewerOf(request);
      const input = { ...asked, at, session, machine: request.params.machine, by };
      return answer(reply, await options.gateway.enterMaterial(input, { dryRun }), dryRun);
    },
  );
}

function withdrawalRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/materials/:entry/withdrawal',
    {
      config: {
        needs: ['usage:write'],
        refusals: ['material-not-entered', 'material-withdrawn-already', ...journalRefusals],
      },
      schema: {
        summary: 'Take a material back',
        description: 'The statement keeps its line, and a second one that takes the amount off.',
        tags: ['usage'],
        params: Type.Object({ entry: Id }),
        body: WithdrawalRequest,
        response: { 200: UsageReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { dryRun = false, why } = request.body;
      const input = { entry: request.params.entry, why, by: viewerOf(request).by };
      return answer(reply, await options.gateway.withdrawMaterial(input, { dryRun }), dryRun);
    },
  );
}

function correctionRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/charges/:session/correction',
    {
      config: {
        needs: ['charges:write'],
        refusals: [
          ...(['charge-unknown', 'charge-withdrawn', 'charge-unchanged', 'correction-empty'] as const),
          ...(['cost-code-unknown', 'note-unreadable', 'clock-unset'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Correct what was charged, by hand',
        description:
          'A further entry says by how much; what was charged stays to be seen. Whatever the tariff finds later comes on top.',
        tags: ['usage'],
        params: Type.Object({ session: Id }),
        body: CorrectionRequest,
        response: { 200: CorrectionReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { dryRun = false, note = null, toMinor = null, ...asked } = request.body;
      const input = { ...asked, note, toMinor, session: request.params.session, by: viewerOf(request).by };
      const outcome = await options.gateway.correctCharge(input, { dryRun });
      if (!outcome.ok)
        return refuse(reply, outcome.code, outcome.about === null ? {} : { about: outcome.about });
      const { ok: _, lines, ...report } = outcome;
      return { ...report, lines: lines.map((line) => ({ ...line })), dryRun };
    },
  );
}

function answer(reply: Refusable, outcome: MaterialOutcome, dryRun: boolean) {
  if (outcome.ok) {
    const { ok: _, warnings, ...report } = outcome;
    return { ...report, warnings: [...warnings], dryRun };
  }
  const { code, about, field, readings } = outcome;
  return refuse(reply, code, {
    ...(about === null ? {} : { about }),
    ...(field === null ? {} : { field }),
    ...(readings.length === 0 ? {} : { readings: [...readings] }),
  });
}
