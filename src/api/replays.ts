// POST /api/policy/replay: the past under another policy, for those who decide about machines; GET tells how far the one that
// runs has come. Only groups of at least five people are told of.

import type { PolicySent } from '../contract/policy.ts';
import { ReplayNow, ReplayReport, ReplayRequest } from '../contract/replay.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const tags = ['policy'];
const path = '/api/policy/replay';

/** A year takes a few seconds, and more where many taps come first. */
const retryAfterS = 10;

export function replayRoutes(api: Api, { options }: Parts): void {
  const { replay, gateway } = options;

  api.post(
    path,
    {
      config: {
        needs: ['machines:write'],
        refusals: ['replay-busy', 'replay-span', 'replay-document', 'workshop-missing'],
      },
      schema: {
        summary: 'Run the past under another policy',
        description: 'Reads the journal and changes nothing. One runs at a time, of at most two years.',
        tags,
        body: ReplayRequest,
        response: { 200: ReplayReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { document, from, to = null } = request.body;
      const outcome = await replay.run({ document, from, to });
      if (outcome.ok) return outcome.report;
      if (outcome.code === 'replay-document')
        return refuse(reply, outcome.code, { fields: outcome.mistakes });
      return refuse(reply, outcome.code, outcome.code === 'replay-busy' ? { retryAfterS } : {});
    },
  );

  api.get(
    path,
    {
      config: { needs: ['machines:write'] },
      schema: {
        summary: 'What could be replayed, and how far the one that runs has come',
        tags,
        response: { 200: ReplayNow, ...problemAnswers },
      },
    },
    () => {
      const { policy, workshop } = gateway.state();
      const document = policy?.document ?? { pools: {} };
      const pools = new Set(Object.values(workshop?.machines ?? {}).map(({ pool }) => pool));
      return { part: replay.part(), document: plainCopy(document), pools: [...pools].sort() };
    },
  );
}

/** Of plain data, without the marks of what must not be changed. */
const plainCopy = (document: PolicyDocument): PolicySent => structuredClone(document) as PolicySent;
