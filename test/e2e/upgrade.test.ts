// An upgrade and the way back: this program, and a newer one that is this one with one more migration. The newer keeps a
// copy before it changes the format; the older refuses what it does not know, everywhere, and says what to do.

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestVersion } from '../../src/adapters/sqlite/migrate.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { type CommandResult, runOfficina, storyDir } from './program.ts';

const story = storyDir('upgrade');
const root = new URL('../..', import.meta.url).pathname;
const data = join(story.path, 'data');
const [older, newer] = [newestVersion('journal'), newestVersion('journal') + 1];
const [from, to] = [older, newer].map((version) => String(version).padStart(4, '0'));
const csv = 'member,name,email,team,badges,certificates,roles\nbo,Bo,,,04a1b2c3d4e580,laser-basic,member\n';

const old = (...args: string[]): Promise<CommandResult> => runOfficina(story.path, args);

/** The newer program: the source with one more migration, in a folder of its own. */
function newest(...args: string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(story.path, 'newer', 'src', 'officina.ts'), ...args], {
    cwd: story.path,
    env: { PATH: process.env.PATH ?? '', HOME: story.path, NODE_COMPILE_CACHE: join(story.path, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

function writeMigration(sql: string): void {
  const folder = join(story.path, 'newer', 'src', 'adapters', 'sqlite', 'migrations', 'journal');
  writeFileSync(join(folder, `${to}-trial.sql`), sql);
}

const goodSql = 'CREATE TABLE trial (member TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT;';

function look(file = join(data, 'journal.sqlite')) {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name = 'trial'").all().length;
    const entries = db.prepare<[], number>('SELECT count(*) FROM entries').pluck().get() ?? 0;
    return { version: Number(db.pragma('user_version', { simple: true })), tables, entries };
  } finally {
    db.close();
  }
}

const copies = (): string[] => readdirSync(data).filter((name) => name.includes('before-'));

beforeAll(async () => {
  const copy = join(story.path, 'newer');
  mkdirSync(copy);
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  for (const name of ['package.json', 'firmware-profiles'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(story.path, 'officina.yaml'), smallWorkshop);
  writeFileSync(join(story.path, 'members.csv'), csv);
  mkdirSync(join(story.path, 'backups'));
  expect(await old('import', 'members.csv')).toMatchObject({ code: 0 });
  expect(await old('backup', 'backups/old.backup')).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => story.remove());

describe('an upgrade', () => {
  it('that fails leaves the journal as it was, and the older program goes on', {
    timeout: 60_000,
  }, async () => {
    writeMigration(`${goodSql} INSERT INTO nowhere VALUES (1);`);
    const before = look();
    const failed = await newest('import', 'members.csv');
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere') });
    expect(look()).toEqual(before);
    expect(await old('verify')).toMatchObject({ code: 0 });
  });

  it('keeps a copy first, says so, and then reads everything', { timeout: 60_000 }, async () => {
    writeMigration(goodSql);
    const before = look();
    expect(await newest('verify')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('older format'),
    });
    expect(await newest('import', 'members.csv')).toMatchObject({ code: 0 });
    expect(look()).toMatchObject({ version: newer, tables: 1 });
    expect(copies()).toEqual([`journal.before-${from}-to-${to}.backup`]);
    expect(look(join(data, copies()[0] ?? ''))).toMatchObject({ ...before, entries: before.entries });
    expect(await newest('verify')).toMatchObject({ code: 0 });
    expect(await newest('backup', 'backups/new.backup')).toMatchObject({ code: 0 });
    // Nothing is outgrown any more, so no further copy.
    expect(await newest('import', 'members.csv')).toMatchObject({ code: 0 });
    expect(copies()).toHaveLength(1);
  });

  it('is refused by the older program at every command, which says what to do', {
    timeout: 60_000,
  }, async () => {
    const refused = new RegExp(
      `newer program \\(format ${newer}, this one knows ${older}\\); install that version`,
    );
    const wishes = [
      ['run', '--http-port', '0', '--mqtt-port', '0'],
      ['verify'],
      ['statement', '--month', '2026-11'],
      ['import', 'members.csv'],
      ['erase', 'bo', '--yes'],
      ['backup', 'backups'],
      ['restore', 'backups/new.backup', '--data', 'elsewhere'],
    ];
    // One after the other: together they would meet each other's lock on the data.
    const answers: CommandResult[] = [];
    for (const args of wishes) answers.push(await old(...args));
    expect(answers.map(({ code, stderr }, i) => [wishes[i]?.[0], code, stderr])).toEqual(
      wishes.map(([name]) => [name, 1, expect.stringMatching(refused)]),
    );
    expect(readdirSync(join(story.path, 'backups')).sort()).toEqual(['new.backup', 'old.backup']);
    expect(existsSync(join(story.path, 'elsewhere'))).toBe(false);
  });

  it('is taken back by restoring the copy with the older program', { timeout: 60_000 }, async () => {
    const aside = join(story.path, 'data.newer');
    renameSync(data, aside);
    const copy = join(aside, `journal.before-${from}-to-${to}.backup`);
    const restored = await old('restore', copy);
    expect(restored, restored.stderr).toMatchObject({ code: 0 });
    expect(look()).toMatchObject({ version: older, tables: 0 });
    // The badge is known: the pepper came along.
    expect(await old('import', 'members.csv')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 unchanged'),
    });
    expect(await old('verify')).toMatchObject({ code: 0 });
  });

  it('brings a backup of the older program up to date when it is put back', { timeout: 60_000 }, async () => {
    const tried = await newest('restore', 'backups/old.backup', '--data', 'up', '--dry-run');
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringContaining('older format') });
    expect(await newest('restore', 'backups/old.backup', '--data', 'up')).toMatchObject({ code: 0 });
    expect(look(join(story.path, 'up', 'journal.sqlite'))).toMatchObject({ version: newer, tables: 1 });
    expect(await newest('verify', '--data', 'up')).toMatchObject({ code: 0 });
    rmSync(join(story.path, 'up'), { recursive: true });
    const db = new SqliteDatabase(join(story.path, 'backups', 'old.backup'));
    db.exec(
      "DROP TRIGGER entries_never_change; UPDATE entries SET body = replace(body, 'laser', 'lazer') WHERE seq = 2",
    );
    db.close();
    const { code, stderr } = await newest('restore', 'backups/old.backup', '--data', 'up');
    expect([code, stderr]).toEqual([1, expect.stringContaining('entry 2')]);
    expect(readdirSync(join(story.path, 'up'))).toEqual(['lock.sqlite']);
  });
});
