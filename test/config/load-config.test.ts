// The file itself: found, read, and its secrets taken from beside it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findConfigFile, loadConfig } from '../../src/config/load-config.ts';
import { smallWorkshop } from './small-workshop.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = () => loadConfig({ file: join(folder, 'officina.yaml'), env: {}, flags: {} });

it('reads the file and the secrets beside it', () => {
  const text = smallWorkshop.replace(
    'password: change-me }\nswitches',
    'password_file: front.key }\nswitches',
  );
  writeFileSync(join(folder, 'officina.yaml'), text);
  writeFileSync(join(folder, 'front.key'), 'from-a-file\n');
  expect(load()).toMatchObject({ ok: true, config: { readers: { front: { password: 'from-a-file' } } } });
  writeFileSync(join(folder, 'front.key'), 'two\nlines\n');
  expect(load()).toMatchObject({
    ok: false,
    mistakes: [{ line: 12, text: expect.stringContaining('one line') }],
  });
});

it('says what is wrong with the file as a whole', () => {
  expect(load()).toMatchObject({ ok: false, mistakes: [{ text: expect.stringContaining('is not there') }] });
  writeFileSync(join(folder, 'officina.yaml'), Buffer.from([0x61, 0xff, 0xfe]));
  expect(load()).toMatchObject({ ok: false, mistakes: [{ text: expect.stringContaining('UTF-8') }] });
});

it('is found by flag, then by the environment', () => {
  expect(findConfigFile({ OFFICINA_CONFIG: '/e.yaml' }, { config: '/f.yaml' })).toBe('/f.yaml');
  expect(findConfigFile({ OFFICINA_CONFIG: '/e.yaml' }, {})).toBe('/e.yaml');
});
