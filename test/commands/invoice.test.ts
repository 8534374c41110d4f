// `officina invoice sample`: the formats, and that it overwrites nothing.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/command-line.ts';
import { fakeBoxes } from './fake-boxes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-invoice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runCommand({
    ...{ argv: ['invoice', ...argv], env: {}, boxes: fakeBoxes(), terminal: null },
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { code, ...said };
}

describe('officina invoice', () => {
  it('writes a sample, once', async () => {
    const out = join(folder, 'a.xml');
    const first = await run('sample', '--format', 'ubl', '--out', out);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('a sample, nobody owes it') });
    expect(readFileSync(out, 'utf8')).toBe('ubl SAMPLE-2026/0001');
    const second = await run('sample', '--format', 'fatturapa', '--credit-note', '--out', out);
    expect(second).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already; name another file'),
    });
    expect(readFileSync(out, 'utf8')).toBe('ubl SAMPLE-2026/0001');
  });

  it.each([
    [['sample', '--format', 'docx'], '"docx" is no format'],
    [['sample', '--locale', '../it'], 'is no language'],
    [['real'], 'write "sample"'],
  ])('refuses %j', async (argv, text) => {
    expect(await run(...argv)).toMatchObject({ code: 2, err: expect.stringContaining(text) });
  });

  it('tells with --help what it writes, with an example', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const word of ['factur-x', 'fatturapa', 'Example']) expect(out).toContain(word);
  });
});
