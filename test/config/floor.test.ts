// The key `floor` of officina.yaml: what is taken, and each mistake with its line.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoConfig } from '../../src/config/demo-config.ts';
import { pictureLimitBytes } from '../../src/config/floor.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>';

function load(floor: string, files: Readonly<Record<string, string | Uint8Array>> = { 'floor.svg': svg }) {
  const folder = mkdtempSync(join(tmpdir(), 'officina-floor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const file = join(folder, 'officina.yaml');
  writeFileSync(file, `${smallWorkshop}${floor}`);
  return { outcome: loadConfig({ file, env: {}, flags: {} }), folder };
}

const mistakesOf = ({ outcome }: ReturnType<typeof load>) =>
  outcome.ok ? [] : outcome.mistakes.map(({ line, text }) => ({ line, text }));

it('takes a picture beside the file, and places in per cent', () => {
  const { outcome, folder } = load('floor: { picture: floor.svg, machines: { laser: [20, 35.5] } }\n');
  expect(outcome.ok && outcome.config.floor).toEqual({
    picture: { path: join(folder, 'floor.svg'), type: 'image/svg+xml' },
    machines: { laser: [20, 35.5] },
  });
  const without = load('').outcome;
  expect(without.ok && without.config.floor).toBeNull();
});

it('knows a picture by its first bytes, not by its name', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
  const webp = Buffer.from('RIFF....WEBPVP8 ');
  const at = (name: string) => `floor: { picture: ${name}, machines: {} }\n`;
  expect(load(at('floor.png'), { 'floor.png': png }).outcome.ok).toBe(true);
  expect(load(at('floor.webp'), { 'floor.webp': webp }).outcome.ok).toBe(true);
  expect(mistakesOf(load(at('floor.png'), { 'floor.png': '<svg>' }))).toEqual([
    { line: 15, text: 'The picture floor.png of floor is no PNG; name another file.' },
  ]);
  expect(mistakesOf(load(at('floor.svg'), { 'floor.svg': '<!doctype html><p>' }))).toHaveLength(1);
});

it.each([
  ['picture: ../floor.svg', 15, 'must be the name of a file beside this one'],
  ['picture: /etc/floor.svg', 15, 'must be the name of a file beside this one'],
  ['picture: floor.html', 15, 'must be the name of a file beside this one'],
  ['picture: other.svg', 15, 'The picture other.svg of floor is not there; put it beside this file.'],
])('inv. 11: refuses %s', (picture, line, text) => {
  const [mistake, ...more] = mistakesOf(load(`floor:\n  ${picture}\n  machines: {}\n`));
  expect(mistake?.line).toBe(line + 1);
  expect(mistake?.text).toContain(text);
  expect(more).toEqual([]);
});

it('inv. 11: refuses a picture that is too large', () => {
  const large = { 'floor.svg': svg + ' '.repeat(pictureLimitBytes) };
  const [mistake] = mistakesOf(load('floor: { picture: floor.svg, machines: {} }\n', large));
  expect(mistake?.text).toContain(`is larger than ${pictureLimitBytes} bytes`);
});

it.each([
  ['lasr: [1, 2]', 'names "lasr", which is not among the machines; did you mean "laser"?'],
  ['__proto__: [1, 2]', 'names "__proto__", which is not among the machines'],
  ['laser: [1]', 'must be two numbers from 0 to 100'],
  ['laser: [1, 101]', 'must be two numbers from 0 to 100'],
  ['laser: [-1, 5]', 'must be two numbers from 0 to 100'],
  ['laser: [left, top]', 'must be two numbers from 0 to 100'],
  ['laser: 5', 'must be two numbers from 0 to 100'],
])('tells the line of the place %s', (place, text) => {
  const [mistake, ...more] = mistakesOf(load(`floor:\n  picture: floor.svg\n  machines:\n    ${place}\n`));
  expect(mistake).toMatchObject({ line: 18, text: expect.stringContaining(text) });
  expect(more).toEqual([]);
});

it('the demo shop has a plan on which every machine that people use has its place', () => {
  const { floor, workshop } = demoConfig({ env: {}, flags: {} });
  expect(floor?.picture.type).toBe('image/svg+xml');
  expect(Object.keys(floor?.machines ?? {}).sort()).toEqual(
    workshop.order.filter((id) => workshop.machines[id]?.reader !== null).sort(),
  );
});
