// `init`: a file that is right as it is written, and an administrator; or nothing at all.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'officina.yaml');
const ada = ['--admin', 'ada', '--name', 'Ada Lovelace'];
const init = (more: string[], how: Parameters<typeof call>[1] = {}) =>
  call(['init', '--config', file(), ...more], how).done;

it('writes a right file with passwords of its own, and an administrator with a password shown once', async () => {
  const boxes = fakeBoxes();
  const { code, out, err } = await init(ada, { boxes });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const outcome = loadConfig({ file: file(), env: {}, flags: {}, profiles: ['grbl-1.1'] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  const { readers, switches } = outcome.config;
  const [front, plug] = [readers.front, switches['laser-plug']];
  if (front?.kind !== 'native' || plug?.kind !== 'native') throw new Error('init writes native devices');
  expect(front.password).toMatch(/^[\w-]{24}$/);
  expect(front.password).not.toBe(plug.password);
  expect(boxes.imported).toMatchObject([{ member: 'ada', name: 'Ada Lovelace', roles: ['member', 'admin'] }]);
  const shown = /shown only now: (\S+)/.exec(out)?.[1];
  expect(boxes.passwords.get('key-ada')).toBe(shown);
  expect(shown).toMatch(/^[\w-]{24}$/);
  expect(boxes.calls).toEqual(['import', 'close']);
});

it('what the comments offer is right, too', async () => {
  await init(ada);
  const text = readFileSync(file(), 'utf8')
    .replace('link: { kind: none } #', '#')
    .replace('# link: { kind: mqtt', 'link: { kind: mqtt')
    .replace(/# (leaseS|jobLeaseS|coolBelowC|chart):/g, '$1:')
    .replace('tariffs: []', 'tariffs:')
    .replace('#  - { pool', '  - { pool');
  writeFileSync(file(), text);
  const outcome = loadConfig({ file: file(), env: { LASER_PASSWORD: 'x' }, flags: {} });
  expect(outcome).toMatchObject({ ok: true, config: { links: { laser: { kind: 'mqtt', password: 'x' } } } });
});

it('takes a password from a file and then does not show it', async () => {
  writeFileSync(join(folder, 'key'), 'a long enough one\n');
  const boxes = fakeBoxes();
  const { code, out } = await init([...ada, '--password-file', join(folder, 'key')], { boxes });
  expect(code).toBe(0);
  expect(boxes.passwords.get('key-ada')).toBe('a long enough one');
  expect(out).not.toContain('a long enough one');
});

it('asks on a terminal', async () => {
  const boxes = fakeBoxes();
  const answers = ['ada', 'Ada Lovelace'];
  const terminal = { ask: async () => answers.shift() ?? '', askHidden: async () => 'typed by hand' };
  const { code, out } = await init([], { boxes, terminal });
  expect(code).toBe(0);
  expect(boxes.passwords.get('key-ada')).toBe('typed by hand');
  expect(out).not.toContain('typed by hand');
});

it('never writes over a file', async () => {
  writeFileSync(file(), 'mine');
  const boxes = fakeBoxes();
  expect(await init(ada, { boxes })).toMatchObject({
    code: 1,
    err: expect.stringContaining('already there'),
  });
  expect(readFileSync(file(), 'utf8')).toBe('mine');
  expect(boxes.calls).toEqual([]);
});

it('leaves no file behind when the administrator could not be recorded', async () => {
  const locked = fakeBoxes({
    openOffline: () => Promise.reject(Object.assign(new Error('x'), { code: 'journal-locked' })),
  });
  expect(await init(ada, { boxes: locked })).toMatchObject({
    code: 1,
    err: expect.stringContaining('A gateway runs on'),
  });
  expect(existsSync(file())).toBe(false);
  const broken = fakeBoxes({ openOffline: () => Promise.reject(new Error('The disk is gone.')) });
  expect(await init(ada, { boxes: broken })).toMatchObject({
    code: 1,
    err: expect.stringContaining('The disk is gone.'),
  });
  expect(existsSync(file())).toBe(false);
});

it('does not take the handle of a member who is there already', async () => {
  const boxes = fakeBoxes();
  await init(ada, { boxes });
  rmSync(file());
  expect(await init(ada, { boxes })).toMatchObject({
    code: 1,
    err: expect.stringContaining('already knows a member "ada"'),
  });
  expect(boxes.imported).toHaveLength(1);
});

it.each([
  [[], 2, '--admin HANDLE and --name NAME'],
  [['--admin', 'Ada!', '--name', 'Ada'], 1, 'The handle must be'],
  [['--admin', 'ada', '--name', ''], 1, 'The name must have'],
  [[...ada, '--password-file', '/nowhere/key'], 1, '/nowhere/key cannot be read'],
])('%j is refused before anything is written', async (args, code, sentence) => {
  expect(await init(args)).toMatchObject({ code, err: expect.stringContaining(sentence) });
  expect(existsSync(file())).toBe(false);
});
