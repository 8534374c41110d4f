// `policy`: what it shows at a running gateway or of the file, what it says that a file would change, and that it writes
// nothing.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

const workshop = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, link: { kind: none }, reader: front }
readers: { front: { kind: native, password: key } }
policy: { pools: { lasers: { minutes: 60 } } }
`;

function files(policy = '') {
  const dir = mkdtempSync(join(tmpdir(), 'policy-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const [config, file] = [join(dir, 'officina.yaml'), join(dir, 'policy.yaml')];
  writeFileSync(config, workshop);
  writeFileSync(file, policy);
  return { config, file };
}

const policy = (words: readonly string[], { config }: { config: string }, boxes = fakeBoxes()) =>
  call(['policy', ...words, '--config', config], { boxes }).done;

function running(status: number, body: unknown) {
  const gateway: RunningGateway = { url: 'http://127.0.0.1:1', ask: async () => ({ status, body }) };
  return fakeBoxes({ running: async () => gateway });
}

const current = {
  ...{ version: 3, hash: 'abcdef012345'.padEnd(64, '0'), by: 'vote', proposal: 'p1' },
  ...{
    adopted: '2026-11-01T10:00:00.000Z',
    from: '2026-11-15T10:00:00.000Z',
    began: '2026-11-15T10:00:00.000Z',
  },
  ...{ document: { pools: { lasers: { minutes: 45 } } }, sentences: [] },
};

describe('policy show', () => {
  it('says what officina.yaml says where no gateway runs, in the language of the space or another', async () => {
    const { code, out } = await policy(['show'], files());
    expect([code, out]).toEqual([0, expect.stringContaining('a turn is 60 minutes')]);
    expect(out).toContain('No gateway runs here');
    expect((await policy(['show', '--language', 'it'], files())).out).toContain('un turno dura 60 minuti');
  });

  it('says what counts at a gateway that runs, and prints it as a file may hold it', async () => {
    const boxes = running(200, { current, coming: [], past: [] });
    expect((await policy(['show'], files(), boxes)).out).toContain('version 3 (abcdef012345)');
    expect(JSON.parse((await policy(['show', '--json'], files(), boxes)).out)).toEqual(current.document);
    const { out } = await policy(['show'], files(), running(200, { current: null, coming: [], past: [] }));
    expect(out).toContain('No machine is used in turn');
  });

  it('says so when the gateway refuses, or answers what nobody knows', async () => {
    expect(await policy(['show'], files(), running(403, { title: 'No.' }))).toMatchObject({ code: 1 });
    expect((await policy(['show'], files(), running(200, { current: 7 }))).err).toContain('does not know');
  });
});

describe('policy check', () => {
  it('says what would change, sentence by sentence', async () => {
    const at = files('pools: { lasers: { minutes: 90 } }');
    const { code, out } = await policy(['check', at.file], at);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => /^ {2}[-+]/.test(line))).toEqual([
      '  - In the pool lasers a turn is 60 minutes, from a tap at the machine to the end of the session.',
      '  + In the pool lasers a turn is 90 minutes, from a tap at the machine to the end of the session.',
    ]);
  });

  it('says when nothing would', async () => {
    const at = files('{ "pools": { "lasers": { "minutes": 60 } } }');
    expect((await policy(['check', at.file], at)).out).toContain('It changes nothing.');
  });

  it('names each mistake with its line', async () => {
    const at = files('pools:\n  lasers: { minutes: 5 }\n  mills:\n');
    const { code, err } = await policy(['check', at.file], at);
    expect(code).toBe(1);
    expect(err).toContain('policy.yaml, line 2, column');
    expect(err).toContain('no machine is in the pool "mills"');
  });

  it('wants a file that is there, and words that it knows', async () => {
    const at = files();
    expect(await policy(['check', join(at.file, 'x')], at)).toMatchObject({ code: 1 });
    expect(await policy(['check'], at)).toMatchObject({ code: 2 });
    expect(await policy(['show', 'x'], at)).toMatchObject({ code: 2 });
    expect((await policy(['chek', 'x'], at)).err).toContain('did you mean "check"');
  });
});
