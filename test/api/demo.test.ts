// The demo shop's badges: a click is a tap, and only there.

import { describe, expect, it } from 'vitest';
import { DemoAnswerBody, DemoShop } from '../../src/contract/requests.ts';
import { demoAnswer, expectProblem, expectShape, fakeDemo, openApi } from './open-api.ts';

const tap = (payload: object) => ({ method: 'POST', url: '/api/demo/taps', payload }) as const;
const badge = '04a1b2c3d4e580';

describe('the demo shop', () => {
  it('lists badges and readers', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    const answer = await ask({ url: '/api/demo' });
    expect(answer.statusCode).toBe(200);
    expectShape(DemoShop, answer.json());
    expect(answer.json<DemoShop>().readers[0]?.machines).toEqual([{ id: 'laser', name: 'Laser' }]);
  });

  it.each([
    [{ reader: 'front', badge }, null],
    [{ reader: 'front', badge, machine: null }, null],
    [{ reader: 'front', badge, machine: 'laser' }, 'laser'],
  ])('holds a badge to a reader: %j', async (payload, machine) => {
    const demo = fakeDemo();
    const { ask } = await openApi({ demo });
    const answer = await ask(tap(payload));
    expect(answer.statusCode).toBe(200);
    expectShape(DemoAnswerBody, answer.json());
    expect(answer.json()).toEqual(demoAnswer);
    expect(demo.taps).toEqual([{ reader: 'front', badge, machine }]);
  });

  it.each([
    [{ reader: 'back', badge }, 404, 'reader-unknown'],
    [{ reader: 'front', badge: '00' }, 404, 'badge-unlisted'],
    [{ reader: 'front', badge, machine: 'lathe' }, 404, 'machine-unknown'],
    [{ reader: '__proto__', badge }, 400, 'request-invalid'],
    [{ reader: 'front' }, 400, 'request-invalid'],
    [{ reader: 'front', badge, pin: '1' }, 400, 'request-invalid'],
  ])('refuses %j', async (payload, status, code) => {
    const demo = fakeDemo();
    const { ask } = await openApi({ demo });
    expectProblem(await ask(tap(payload)), status, code);
    expect(demo.taps).toEqual([]);
  });

  it('is nowhere to be found on a gateway with real machines', async () => {
    const { as } = await openApi();
    const root = await as('root');
    expectProblem(await root({ url: '/api/demo' }), 404, 'not-found');
    expectProblem(await root(tap({ reader: 'front', badge })), 404, 'not-found');
  });
});
