// Where one is told of what happens: one's own to see, to set and to take back.

import { expect, it } from 'vitest';
import { OwnPush } from '../../src/contract/push.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

it('is set and taken back by oneself', async () => {
  const { as, gateway } = await openApi({ pushServer: 'https://ntfy.sh' });
  const eva = await as('eva');
  const seen = await eva({ url: '/api/session/push' });
  expectShape(OwnPush, seen.json());
  expect(seen.json()).toEqual({ server: 'https://ntfy.sh', topic: null });
  for (const topic of ['eva-phone_7', null])
    expect((await eva({ method: 'PUT', url: '/api/session/push', payload: { topic } })).statusCode).toBe(204);
  const set = gateway.asked.filter(({ verb }) => verb === 'setPush').map((one) => one.with);
  expect(set).toMatchObject([{ topic: 'eva-phone_7' }, { topic: null }]);
  for (const topic of ['a/b', 'http://x', '', 'x'.repeat(65), 7])
    expectProblem(
      await eva({ method: 'PUT', url: '/api/session/push', payload: { topic } }),
      400,
      'request-invalid',
    );
});

it('is refused where there is no server, and taking it back is not', async () => {
  const { as } = await openApi();
  const eva = await as('eva');
  const put = (topic: string | null) => eva({ method: 'PUT', url: '/api/session/push', payload: { topic } });
  expectProblem(await put('eva-phone'), 409, 'push-none');
  expect((await put(null)).statusCode).toBe(204);
  expect((await eva({ url: '/api/session/push' })).json()).toEqual({ server: null, topic: null });
});
