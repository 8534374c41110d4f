// The line in front of scrypt: bounded, fair, and never stuck after a fault.

import { expect, it } from 'vitest';
import { createLine } from '../../../src/adapters/secrets/line.ts';

it('inv. 10: four at once, 64 wait in order, the others are turned away and counted', async () => {
  const line = createLine({ atOnce: 4, waiting: 64 });
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (index: number) => async () => {
    begun.push(index);
    running += 1;
    most = Math.max(most, running);
    await gate;
    running -= 1;
    return index;
  };
  const all = Promise.allSettled(Array.from({ length: 80 }, (_, index) => line.run(work(index))));
  open();
  const settled = await all;
  expect(most).toBe(4);
  expect(begun).toEqual(Array.from({ length: 68 }, (_, index) => index));
  const refused = settled.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(12);
  expect(refused[0]?.reason).toMatchObject({ code: 'secrets-busy' });
  expect(refused[11]?.reason.message).toContain('12 turned away');
});

it('a fault frees the place', async () => {
  const line = createLine({ atOnce: 1, waiting: 1 });
  const fault = line.run(() => Promise.reject(new Error('no')));
  const next = line.run(() => Promise.resolve('yes'));
  await expect(fault).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await line.run(() => Promise.resolve('again'))).toBe('again');
});
