// `machine`: what it asks of the running gateway, in which order, and what it shows of the answer.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallWorkshop } from '../config/small-workshop.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'officina-machine-'));
  writeFileSync(join(dir, 'officina.yaml'), smallWorkshop);
});
afterEach(() => rmSync(dir, { recursive: true }));

const card = {
  name: 'Laser',
  mode: 'out-of-order',
  decided: { note: 'the belt\u001b[2J', since: 'x', photo: null },
  lock: { by: 'Ada', since: '2026-11-22T10:00:00Z', lock: 'at-once' },
};

function asking(argv: readonly string[], refusal: { status: number; body: unknown } | null = null) {
  const asked: unknown[] = [];
  const boxes = fakeBoxes({
    running: async () => ({
      url: 'http://127.0.0.1:1',
      async ask({ method, path, body }) {
        asked.push([method, path, body]);
        if (refusal) return refusal;
        return method === 'GET' ? { status: 200, body: card } : { status: 204, body: null };
      },
    }),
  });
  const env = { OFFICINA_CONFIG: join(dir, 'officina.yaml') };
  return call(['machine', ...argv], { boxes, env }).done.then((done) => ({ ...done, asked }));
}

describe('machine', () => {
  it('shows mode, note and lock, and nothing that steers a terminal', async () => {
    const { code, out, asked } = await asking(['laser']);
    expect([code, asked]).toEqual([0, [['GET', '/api/machines/laser', undefined]]]);
    expect(out).toBe('Laser: out-of-order\n  the belt [2J\n  locked by Ada since 2026-11-22T10:00:00Z\n');
  });

  it('sets a mode with its note before it unlocks', async () => {
    const { asked } = await asking(['laser', '--mode', 'maintenance', '--note', 'oil', '--unlock']);
    expect(asked).toEqual([
      ['PUT', '/api/machines/laser/mode', { mode: 'maintenance', note: 'oil' }],
      ['POST', '/api/machines/laser/unlock', undefined],
      ['GET', '/api/machines/laser', undefined],
    ]);
  });

  it('releases a latch after everything else, and says that there is one', async () => {
    const { asked } = await asking(['laser', '--release', '--unlock']);
    expect(asked.slice(0, 2)).toEqual([
      ['POST', '/api/machines/laser/unlock', undefined],
      ['POST', '/api/machines/laser/release', undefined],
    ]);
    const latched = { ...card, permit: { word: 'latched', reason: 'latched', monitor: null } };
    const { out } = await asking(['laser'], { status: 200, body: latched });
    expect(out).toContain('  latched: look at it, then take the latch off with --release\n');
  });

  it('says why a latch holds', async () => {
    const body = { title: 'What latched this machine is still out of its limits.', detail: 'Mend it first.' };
    const { code, err } = await asking(['laser', '--release'], { status: 409, body });
    expect(code).toBe(1);
    expect(err).toContain('still out of its limits. Mend it first.');
  });

  it.each([
    [['Laser'], 'is no machine'],
    [['laser', '--mode', 'broken'], 'is no mode; use production'],
    [['laser', '--note', 'x'], 'give --mode too'],
  ])('%j is wrong use, and nothing is asked', async (argv, text) => {
    const { code, err, asked } = await asking(argv);
    expect([code, asked]).toEqual([2, []]);
    expect(err).toContain(text);
  });

  it('says why the gateway refused, and asks nothing more', async () => {
    const body = { title: 'Nobody locked this machine.', detail: 'There is nothing to unlock.' };
    const { code, err, asked } = await asking(['laser', '--unlock'], { status: 409, body });
    expect([code, asked.length]).toEqual([1, 1]);
    expect(err).toContain('Nobody locked this machine.');
  });
});
