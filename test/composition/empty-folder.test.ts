// Commands in a folder in which no gateway ever ran: whoever only asks makes nothing there, and is told what to do next.

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBoxes } from '../../src/composition/command-boxes.ts';
import { call } from '../commands/fake-boxes.ts';
import { smallWorkshop } from '../config/small-workshop.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'officina-empty-'));
  writeFileSync(join(root, 'officina.yaml'), smallWorkshop);
  writeFileSync(
    join(root, 'members.csv'),
    'member,name,email,team,badges,certificates,roles\nada,Ada,,,,,\n',
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (words: readonly string[]) =>
  call([...words, '--config', join(root, 'officina.yaml'), '--data', join(root, 'data')], {
    boxes: commandBoxes(() => Promise.reject(new Error('nothing listens here'))),
  }).done;

const use = [
  '--member',
  'ada',
  '--machine',
  'laser',
  '--from',
  '2026-11-20 18:00',
  '--to',
  '2026-11-20 19:00',
];

describe('where no gateway ever ran', () => {
  it.each([
    ['may ada laser', ['may', 'ada', 'laser']],
    ['care laser', ['care', 'laser']],
    ['care laser --note', ['care', 'laser', '--note', 'cleaned']],
    ['member ada', ['member', 'ada']],
    ['statement', ['statement', '--month', '2026-10']],
    ['verify', ['verify']],
    ['backup', ['backup']],
    ['erase', ['erase', 'ada', '--yes']],
    ['record', ['record', ...use, '--why', 'gateway-away']],
    ['import --dry-run', ['import', 'CSV', '--dry-run']],
  ])('%s makes nothing, says so and what mends it', async (_name, words) => {
    const { code, err } = await run(words.map((word) => (word === 'CSV' ? join(root, 'members.csv') : word)));
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no journal at'),
    });
    expect(err).toContain('start the gateway once');
    expect(readdirSync(root).sort()).toEqual(['members.csv', 'officina.yaml']);
  });

  it('an import, which is there to write, begins a journal', async () => {
    expect(await run(['import', join(root, 'members.csv')])).toMatchObject({ code: 0 });
    expect(existsSync(join(root, 'data', 'journal.sqlite'))).toBe(true);
  });
});
