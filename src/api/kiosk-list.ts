// The kiosks of the workshop, for those who look after its devices: a tablet that is lost or moved is dropped here, and
// from then on it is a screen without rights.

import { Type } from 'typebox';
import { KioskListed } from '../contract/kiosk.ts';
import { Id } from '../contract/requests.ts';
import { rfc3339 } from './instant.ts';
import { machinesOfToken } from './kiosk-tokens.ts';
import type { KioskVisits } from './kiosk-visits.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function kioskListRoutes(api: Api, { tokens, options }: Parts, visits: KioskVisits): void {
  const all = () => tokens.all().filter((token) => machinesOfToken(token).length > 0);
  api.get(
    '/api/kiosks',
    {
      config: { needs: ['devices:write'] },
      schema: {
        summary: 'The kiosks of the workshop',
        tags: ['kiosk'],
        response: { 200: Type.Array(KioskListed), ...problemAnswers },
      },
    },
    () =>
      all().map((token) => ({
        id: token.id,
        label: token.label,
        machines: [...machinesOfToken(token)],
        by: options.gateway.person(token.member)?.name ?? null,
        created: rfc3339(token.createdAtMs),
      })),
  );
  api.delete(
    '/api/kiosks/:kiosk',
    {
      config: { needs: ['devices:write'], refusals: ['kiosk-none'] },
      schema: {
        summary: 'Drop a kiosk; its screen stops working at once',
        tags: ['kiosk'],
        params: Type.Object({ kiosk: Id }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const token = all().find(({ id }) => id === request.params.kiosk);
      if (token === undefined) return refuse(reply, 'kiosk-none');
      await tokens.drop(token);
      visits.close(`kiosk-${token.id}`);
      reply.code(204);
      return null;
    },
  );
}
