// GET /api/floor/picture: the plan of the workshop. Whatever stands in the file, a browser takes it as this picture and
// as nothing else: it can run, load and frame nothing.

import { Type } from 'typebox';
import type { Floor } from '../contract/floor.ts';
import type { FloorPlan } from './options.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const path = '/api/floor/picture';

export function floorRoutes(api: Api, { options: { floor = null } }: Parts): void {
  api.get(
    path,
    {
      config: { needs: ['board:read'], refusals: ['floor-none'] },
      schema: {
        summary: 'The plan of the workshop',
        tags: ['board'],
        produces: ['image/svg+xml', 'image/png', 'image/webp'],
        response: {
          200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'The picture.' }),
          ...problemAnswers,
        },
      },
    },
    async (_request, reply) => {
      if (floor === null) return refuse(reply, 'floor-none');
      return (
        reply
          .header('content-type', floor.type)
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
          // Its address has the digest of its bytes.
          .header('cache-control', 'private, max-age=86400, immutable')
          .send(Buffer.from(floor.bytes))
      );
    },
  );
}

/** The plan with those machines that are on the board; left out where there is none. */
export function floorView(floor: FloorPlan | null, order: readonly string[]): { readonly floor?: Floor } {
  if (floor === null) return {};
  const places = order.flatMap((machine) => {
    const at = floor.machines.get(machine);
    return at === undefined ? [] : [{ machine, x: at[0], y: at[1] }];
  });
  return { floor: { picture: `${path}?digest=${floor.digest}`, places } };
}
