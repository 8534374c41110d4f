// `backup`, `restore` and `erase`: which place they mean, what they ask, and what they say.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { askGateway } from '../../src/adapters/system/ask-gateway.ts';
import type { EraseOutcome, Gateway } from '../../src/gateway/gateway.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let folder = '';
let before = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-backup-'));
  before = process.cwd();
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

describe('backup', () => {
  it('says which file it is, what is in it, and what went', async () => {
    writeFileSync('officina.yaml', smallWorkshop);
    const boxes = fakeBoxes();
    const { code, out, err } = await call(['backup', '/b', '--keep', '7'], { boxes, isTTY: true }).done;
    expect([code, boxes.calls]).toEqual([0, ['backup /b 7']]);
    expect(out).toBe(
      '/b/one.backup\n2 entries, head abc. It was read back and is whole.\nDeleted: /b/old.backup\n',
    );
    expect(err).toContain('copying …');
    expect(err).toContain('50 % of 2 entries');
  });

  it('works with an officina.yaml that has mistakes, and on the demo shop without one', async () => {
    const places: unknown[] = [];
    const usual = fakeBoxes();
    const boxes = fakeBoxes({
      backup: (wish) => {
        places.push(wish.place);
        return usual.backup(wish);
      },
    });
    await call(['backup'], { boxes }).done;
    writeFileSync('officina.yaml', 'machines: [');
    await call(['backup'], { boxes }).done;
    await call(['backup'], { boxes, env: { OFFICINA_DATA: '/var/lib/officina' } }).done;
    expect(places).toEqual([
      { file: null, dataDir: 'data/demo' },
      { file: 'officina.yaml', dataDir: './data' },
      { file: 'officina.yaml', dataDir: '/var/lib/officina' },
    ]);
  });

  it.each(['0', '-1', 'all', '1e3', '99999'])('wants a number of backups to keep, not %s', async (keep) => {
    const boxes = fakeBoxes();
    expect(await call(['backup', `--keep=${keep}`], { boxes }).done).toMatchObject({ code: 2 });
    expect(boxes.calls).toEqual([]);
  });

  it('ends with 1 and the sentence of the fault', async () => {
    const boxes = fakeBoxes({ backup: () => Promise.reject(new Error('/b is no folder; make it.')) });
    expect(await call(['backup', '/b'], { boxes }).done).toEqual({
      ...{ code: 1, out: '', err: 'officina backup failed: /b is no folder; make it.\n' },
    });
  });
});

describe('restore', () => {
  it('goes into ./data also where there is no officina.yaml, and warns of twins', async () => {
    const boxes = fakeBoxes();
    const { code, out } = await call(['restore', 'a.backup', '--erasures', 'e.json'], { boxes }).done;
    expect([code, boxes.calls]).toEqual([0, ['restore a.backup ./data officina.yaml e.json false']]);
    for (const text of [
      'Put back: 2 entries',
      'must never both run',
      'not put back: 1',
      'went to officina.yaml',
    ])
      expect(out).toContain(text);
  });

  it('tells the plan', async () => {
    const boxes = fakeBoxes();
    const { out } = await call(['restore', 'a.backup', '--dry-run', '--data', 'x'], { boxes }).done;
    expect(boxes.calls).toEqual(['restore a.backup x officina.yaml null true']);
    expect(out).toContain(
      'It would put back 2 entries of 1970-01-01T00:00:00.000Z into x. Nothing was written.',
    );
    expect(out).not.toContain('must never');
  });

  it('wants a file', async () => {
    expect(await call(['restore']).done).toMatchObject({
      code: 2,
      err: expect.stringContaining('A file is missing'),
    });
  });
});

describe('erase', () => {
  const goes = { handle: 'ada', name: 'Ada Rossi', email: true, password: false, badges: 2 };
  function boxesWith(outcome: EraseOutcome = { ok: true, goes }) {
    const asked: unknown[] = [];
    const gateway = {
      eraseMember: async ({ member, dryRun }: { member: string; dryRun: boolean }) => {
        asked.push([member, dryRun]);
        return outcome;
      },
    } as unknown as Gateway;
    return {
      asked,
      boxes: fakeBoxes({ openOffline: async () => ({ gateway, close: async () => undefined }) }),
    };
  }
  const typing = (text: string) => ({ ask: async () => text, askHidden: async () => '' });

  it('says what goes and what stays, and erases once the handle is typed again', async () => {
    const { boxes, asked } = boxesWith();
    const { code, out } = await call(['erase', 'ada'], { boxes, terminal: typing('ada') }).done;
    expect(code).toBe(0);
    expect(asked).toEqual([
      ['key-ada', true],
      ['key-ada', false],
    ]);
    expect(out).toContain('the name Ada Rossi, the handle ada, the e-mail address, 2 badges, all tokens');
    expect(out).toContain('under the key key-ada alone: sessions, statements, taps');
  });

  it.each([
    ['another handle', typing('bo')],
    ['nobody there', null],
  ])('changes nothing with %s', async (_what, terminal) => {
    const { boxes, asked } = boxesWith();
    expect(await call(['erase', 'ada'], { boxes, terminal }).done).toMatchObject({ code: 1 });
    expect(asked).toEqual([['key-ada', true]]);
  });

  it('asks nothing with --yes, and changes nothing with --dry-run', async () => {
    const { boxes, asked } = boxesWith();
    expect(await call(['erase', 'ada', '--dry-run'], { boxes }).done).toMatchObject({ code: 0 });
    expect(asked).toEqual([['key-ada', true]]);
    expect(await call(['erase', 'ada', '--yes'], { boxes }).done).toMatchObject({ code: 0 });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['member-in-session', 'holds a machine'],
    ['admin-last', 'last administrator'],
    ['member-unknown', 'No member'],
  ] as const)('says why not: %s', async (code, text) => {
    const { boxes } = boxesWith({ ok: false, code });
    expect(await call(['erase', 'ada', '--yes'], { boxes }).done).toMatchObject({
      code: 1,
      err: expect.stringContaining(text),
    });
    expect(await call(['erase', 'zoe', '--yes'], { boxes }).done).toMatchObject({
      code: 1,
      err: expect.stringContaining('No member has the handle "zoe"'),
    });
  });

  it.each([
    [200, { member: 'key-ada', dryRun: true, goes, stays: [] }, 0, ''],
    [409, { code: 'member-in-session', title: 'x' }, 1, 'holds a machine'],
    [
      503,
      { code: 'journal-full', title: 'There is no room.', detail: 'Free some.' },
      1,
      'no room. Free some.',
    ],
    [200, { goes: { handle: 7 } }, 1, 'refused (status 200)'],
    [200, null, 1, 'refused (status 200)'],
    [500, 'not JSON', 1, 'did not answer as it should'],
  ])('asks a running gateway, and believes only what it knows (%i)', async (status, body, code, said) => {
    const asked: unknown[] = [];
    const server = createServer((request, reply) => {
      asked.push([request.method, request.url, request.headers.authorization]);
      reply.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const place = { url: `http://127.0.0.1:${port}`, token: 'secret', fingerprint: null };
    const boxes = fakeBoxes({
      running: async () => ({ url: place.url, ask: (request) => askGateway(place, request) }),
    });
    const done = await call(['erase', 'ada', '--dry-run'], { boxes }).done;
    expect([done.code, done.err]).toEqual([code, expect.stringContaining(said)]);
    expect(asked).toEqual([['DELETE', '/api/members/key-ada?dryRun=true', 'Bearer secret']]);
    expect(done.err + done.out).not.toContain('secret');
  });
});
