// `badge` and `reader`: what they ask of the running gateway, and what they say when it is not there or says no.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorkshop } from '../config/small-workshop.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'officina-badge-'));
  writeFileSync(join(dir, 'officina.yaml'), smallWorkshop);
});
afterEach(() => rmSync(dir, { recursive: true }));

const members = [
  { member: 'key-ada', handle: 'ada', badges: [{ badge: 'b-1', tail: 'e580' }] },
  { member: 'key-bo', handle: 'bo', badges: [{ badge: 'b-2', tail: 'f580' }] },
];

/** A gateway that lists the members, and gives one answer to all else. */
function asking(argv: readonly string[], status = 200, body: unknown = {}) {
  const asked: unknown[] = [];
  const boxes = fakeBoxes({
    running: async () => ({
      url: 'http://127.0.0.1:1',
      async ask({ method, path, body: sent }) {
        if (path === '/api/members') return { status: 200, body: members };
        asked.push([method, path, sent]);
        return { status, body };
      },
    }),
  });
  const env = { OFFICINA_CONFIG: join(dir, 'officina.yaml') };
  return call(argv, { boxes, env }).done.then((done) => ({ ...done, asked }));
}

describe('badge', () => {
  it('lets a reader wait for a new one', async () => {
    const { code, out, asked } = await asking(['badge', 'add', 'ada', '--reader', 'front'], 202);
    expect([code, asked]).toEqual([0, [['POST', '/api/members/key-ada/badges', { reader: 'front' }]]]);
    expect(out).toContain('Hold the new badge of "ada" to the reader "front"');
  });

  it('takes a lost one away by its end, and replaces it', async () => {
    const argv = ['badge', 'lost', 'ada', '580', '--replace-at', 'front'];
    const { code, out, asked } = await asking(argv, 200, { ended: ['laser'], until: 'x' });
    expect([code, asked]).toEqual([
      0,
      [['DELETE', '/api/members/key-ada/badges/b-1?replaceAt=front', undefined]],
    ]);
    expect(out).toMatch(/Sessions end on: laser\.\nHold the new one/);
  });

  it('prints the keys of a tag', async () => {
    const { code, out } = await asking(['badge', 'keys', '04DE5F1EACC040']);
    expect([code, out]).toEqual([0, `SDMMetaRead ${'aa'.repeat(16)}\nSDMFileRead of 04de5f1eacc040\n`]);
  });

  it.each([
    [['badge', 'add', 'ada'], 2, 'Use: officina badge add'],
    [['badge', 'add', 'ada', '--reader', '../x'], 2, 'is no reader'],
    [['badge', 'add', 'zoe', '--reader', 'front'], 1, 'No member has the handle "zoe"'],
    [['badge', 'lost', 'ada'], 2, 'Use: officina badge lost'],
    [['badge', 'lost', 'ada', 'ffff'], 1, '"ada" has no badge that ends in "ffff"'],
    [['badge', 'keys', '04a1'], 2, 'Use: officina badge keys'],
    [['badge', 'eat', 'ada'], 2, '"eat" is none of'],
    [['reader', 'learn', 'front'], 2, 'Use: officina reader learn'],
    [['reader', 'learn', 'front', '--badge', '580'], 1, '2 badges end in "580"'],
    [['reader', 'learn', 'front', '--badge', 'ffff'], 1, 'Nobody has a badge that ends in "ffff"'],
  ])('%j ends with %i and "%s"', async (argv, code, said) => {
    const done = await asking(argv);
    expect([done.code, done.asked]).toEqual([code, []]);
    expect(done.err).toContain(said);
  });

  it('says why the gateway refused, and that none runs', async () => {
    const busy = { code: 'reader-busy', title: 'It waits for another card.', detail: 'Wait.' };
    const argv = ['badge', 'add', 'ada', '--reader', 'front'];
    expect(await asking(argv, 409, busy)).toMatchObject({
      code: 1,
      err: expect.stringContaining('The gateway refused: It waits for another card. Wait.\n'),
    });
    const env = { OFFICINA_CONFIG: join(dir, 'officina.yaml') };
    const boxes = fakeBoxes({ running: async () => null });
    expect(await call(argv, { env, boxes }).done).toMatchObject({ code: 1 });
  });
});

describe('reader learn', () => {
  it('prints the line for officina.yaml', async () => {
    const argv = ['reader', 'learn', 'front', '--badge', 'e580'];
    const { code, out, asked } = await asking(argv, 200, { reader: 'front', spelling: 'decimal-low32' });
    expect([code, asked]).toEqual([0, [['POST', '/api/readers/front/learn', { badge: 'b-1' }]]]);
    expect(out).toContain('readers: front:\n    spelling: decimal-low32\n');
  });
});
