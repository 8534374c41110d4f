// The demo shop's clickable badges: only there, never on a gateway with real machines. A click goes through the
// simulated reader and the real broker, so what comes back is what a real reader would show.

import { DemoAnswerBody, DemoShop, DemoTap } from '../contract/requests.ts';
import type { DemoOptions } from './options.ts';
import type { Api } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function demoRoutes(api: Api, demo: DemoOptions): void {
  api.get(
    '/api/demo',
    {
      config: { needs: ['board:read'] },
      schema: {
        summary: 'Badges to click and readers to hold them to',
        tags: ['demo'],
        response: { 200: DemoShop, ...problemAnswers },
      },
    },
    () => ({ badges: [...demo.badges], readers: demo.readers() }),
  );
  api.post(
    '/api/demo/taps',
    {
      config: { needs: ['board:read'], refusals: ['reader-unknown', 'badge-unlisted', 'machine-unknown'] },
      schema: {
        summary: 'Hold a badge to a simulated reader',
        description:
          'A refusal by the workshop’s rules is an answer like any other: see `outcome` and `code`.',
        tags: ['demo'],
        body: DemoTap,
        response: { 200: DemoAnswerBody, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { reader, badge, machine = null } = request.body;
      const known = demo.readers().find((one) => one.reader === reader);
      if (known === undefined) return refuse(reply, 'reader-unknown');
      if (!demo.badges.some((one) => one.badge === badge)) return refuse(reply, 'badge-unlisted');
      if (machine !== null && !known.machines.some(({ id }) => id === machine))
        return refuse(reply, 'machine-unknown');
      return demo.tap({ reader, badge, machine });
    },
  );
}
