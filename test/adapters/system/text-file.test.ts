// Files of people: replaced whole with their mode, or left alone.

import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceText, whyNotWritable, writeSecret } from '../../../src/adapters/system/text-file.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-text-'));
  file = join(folder, 'officina.yaml');
  writeFileSync(file, 'old\n');
  chmodSync(file, 0o640);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('replacing', () => {
  it('keeps the mode, and what stood there under another name', async () => {
    const keepAs = `${file}.before-attach`;
    writeFileSync(keepAs, 'older\n', { mode: 0o644 });
    expect(await replaceText({ file, text: 'new\n', before: 'old\n', keepAs })).toEqual({ ok: true });
    expect(readFileSync(file, 'utf8')).toBe('new\n');
    expect(readFileSync(keepAs, 'utf8')).toBe('old\n');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(await replaceText({ file, text: 'newer\n', before: 'new\n', keepAs })).toEqual({ ok: true });
    expect(readFileSync(keepAs, 'utf8')).toBe('new\n');
    expect(statSync(keepAs).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['officina.yaml', 'officina.yaml.before-attach']);
  });

  it('does not lose what somebody wrote meanwhile', async () => {
    const outcome = await replaceText({ file, text: 'new\n', before: 'older\n', keepAs: null });
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('somebody else') });
    expect(readFileSync(file, 'utf8')).toBe('old\n');
  });

  it('writes to where a link leads, and the link stays', async () => {
    const link = join(folder, 'link.yaml');
    symlinkSync(file, link);
    expect(await replaceText({ file: link, text: 'new\n', before: 'old\n', keepAs: null })).toEqual({
      ok: true,
    });
    expect(readFileSync(file, 'utf8')).toBe('new\n');
  });

  it('says why where it cannot, and leaves nothing behind', async () => {
    const gone = join(folder, 'gone.yaml');
    expect(await replaceText({ file: gone, text: 'x', before: '', keepAs: null })).toEqual({
      ok: false,
      reason: 'is not there',
    });
    expect(await whyNotWritable(gone)).toBe('is not there');
    expect(await whyNotWritable(file)).toBeNull();
    expect(readdirSync(folder)).toEqual(['officina.yaml']);
  });
});

describe('a secret', () => {
  it('is readable by its owner only, in a folder of its own', async () => {
    const path = join(folder, 'secrets/switch-plug');
    expect(await writeSecret(path, 'word')).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('word\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
  });

  it('never goes over one that is there, nor through a link', async () => {
    const path = join(folder, 'there');
    writeFileSync(path, 'first\n');
    expect(await writeSecret(path, 'second')).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toBe('first\n');
    const link = join(folder, 'link');
    symlinkSync(join(folder, 'elsewhere'), link);
    expect(await writeSecret(link, 'word')).toMatchObject({ ok: false });
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });
});
