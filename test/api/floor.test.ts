// The plan of the workshop: on the board with the places of its machines, and its picture as nothing but a picture.

import { expect, it } from 'vitest';
import type { FloorPlan } from '../../src/api/options.ts';
import type { Board } from '../../src/contract/board.ts';
import { expectProblem, openApi } from './open-api.ts';

const floor: FloorPlan = {
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  type: 'image/svg+xml',
  digest: 'd1',
  machines: new Map([
    ['laser', [20, 35]],
    ['gone', [1, 1]],
  ]),
};

it('stands on the board, with the machines that are there', async () => {
  const { as } = await openApi({ floor });
  const ada = await as('ada');
  const board = (await ada({ url: '/api/board' })).json<Board>();
  expect(board.floor).toEqual({
    picture: '/api/floor/picture?digest=d1',
    places: [{ machine: 'laser', x: 20, y: 35 }],
  });
});

it('inv. 11: a browser may run and load nothing of the picture', async () => {
  const { as } = await openApi({ floor });
  const answer = await (await as('ada'))({ url: '/api/floor/picture?digest=d1' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe(Buffer.from(floor.bytes).toString());
  expect(answer.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
});

it('without a plan the board has none, and there is no picture', async () => {
  const { as } = await openApi();
  const ada = await as('ada');
  expect((await ada({ url: '/api/board' })).json<Board>().floor).toBeUndefined();
  expectProblem(await ada({ url: '/api/floor/picture' }), 404, 'floor-none');
});
