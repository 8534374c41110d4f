// Backups of the real program while a hundred taps a second arrive: each is a beginning of the journal, comes to life
// elsewhere, and bills what the journal says up to there. And backups that are killed, or find no room.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../src/adapters/sqlite/backup/check-backup.ts';
import { percentile } from '../bench/percentile.ts';
import { type RawEntry, readJournal } from './journal-file.ts';
import { eventually, type Program, runOfficina, startProgram, storyDir } from './program.ts';
import { monthsOf, oracleLines } from './statement-oracle.ts';
import { bringStormMembers, stormToken, stormYaml, tapStorm } from './tap-storm.ts';

const story = storyDir('backup');
const backups = join(story.path, 'backups');
const officina = new URL('../../src/officina.ts', import.meta.url).pathname;
const prices = { benches: { perHourMinor: 910_000, clock: 'loaded' } };
/** Backups that are made meanwhile, one after the other. */
const wanted = 5;
let program: Program;
let waits: readonly number[] = [];

beforeAll(async () => {
  mkdirSync(backups);
  const env = { OFFICINA_ADMIN_TOKEN: stormToken, OFFICINA_LOG: 'warn' };
  program = await startProgram({ dir: story.path, yaml: stormYaml, env });
  await bringStormMembers(program.url);
  let made = 0;
  const storm = tapStorm(program.mqttPort, () => made < wanted);
  try {
    for (; made < wanted; made++) {
      const file = join(backups, `${made + 1}.backup`);
      const { code, stderr } = await runOfficina(story.path, ['backup', file]);
      expect(code, stderr).toBe(0);
    }
  } finally {
    made = wanted;
    waits = await storm;
  }
}, 120_000);
afterAll(async () => {
  await program?.kill();
  story.remove();
});

const backupFiles = (): string[] => readdirSync(backups).filter((name) => /^\d+\.backup$/.test(name));

type Row = { readonly seq: number; readonly hash: string; readonly body: string };

function rowsOf(file: string): readonly Row[] {
  const db = new SqliteDatabase(file, { readonly: true, timeout: 2_000 });
  try {
    return db.prepare<[], Row>('SELECT seq, hex(hash) AS hash, body FROM entries ORDER BY seq').all();
  } finally {
    db.close();
  }
}

describe('backups under a hundred taps a second', () => {
  it('delay no tap for long, and let the log of the journal shrink again', () => {
    const p = (share: number): string => percentile([...waits], share).toFixed(1);
    const wal = statSync(join(story.path, 'data', 'journal.sqlite-wal')).size;
    process.stderr.write(
      `backup-under-taps: ${backupFiles().length} backups, ${waits.length} taps, acknowledged in p50 ${p(0.5)}, p99 ${p(0.99)}, at most ${p(1)} ms; log ${wal} bytes\n`,
    );
    expect(waits.length).toBeGreaterThanOrEqual(100);
    expect(Math.max(...waits)).toBeLessThan(5_000);
    expect(wal).toBeLessThan(24 * 1024 * 1024);
  });

  it('inv. 2: are beginnings of the journal, hash by hash', () => {
    const live = rowsOf(join(story.path, 'data', 'journal.sqlite'));
    const lengths = backupFiles().map((name) => {
      const rows = rowsOf(join(backups, name));
      expect(rows).toEqual(live.slice(0, rows.length));
      return rows.length;
    });
    expect(new Set(lengths).size).toBe(wanted);
    expect(live.length).toBeGreaterThan(100);
  });

  it('inv. 3: come to life elsewhere and bill what the journal says up to there', {
    timeout: 60_000,
  }, async () => {
    const live = readJournal(story.path);
    const names = backupFiles().sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
    const name = names[2] ?? '';
    const dir = join(story.path, `restored-${name}`);
    mkdirSync(dir);
    const restored = await runOfficina(dir, ['restore', join(backups, name), '--data', 'data']);
    expect(restored, restored.stderr).toMatchObject({ code: 0 });
    const prefix = readJournal(dir);
    expect(prefix).toEqual(live.slice(0, prefix.length));
    await expectOracleBill(dir, prefix);
    const env = { OFFICINA_LOG: 'warn' };
    // The officina.yaml is that of the backup.
    const again = await startProgram({ dir, env });
    expect(await again.stop()).toBe(0);
    const lived = readJournal(dir);
    expect(lived.slice(0, prefix.length)).toEqual(prefix);
    expect(lived[prefix.length]?.type).toBe('gateway-booted');
    expect(lived.find(({ type }) => type === 'journal-restored')?.data).toMatchObject({
      seq: prefix.length,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await expectOracleBill(dir, lived);
    expect((await runOfficina(dir, ['verify'])).code).toBe(0);
  });
});

/** Inv. 3: the bill follows from the journal, to the cent. */
async function expectOracleBill(dir: string, entries: readonly RawEntry[]): Promise<void> {
  const months = monthsOf(entries);
  expect(months.length).toBeGreaterThan(0);
  for (const month of months) {
    const printed = await runOfficina(dir, ['statement', '--month', month, '--format', 'json']);
    expect(printed.code, printed.stderr).toBe(0);
    const told = JSON.parse(printed.stdout) as { minor: string; accounts: { lines: object[] }[] };
    const own = oracleLines(entries, { prices, month });
    expect(told.accounts.flatMap(({ lines }) => lines)).toHaveLength(own.length);
    expect(Number(told.minor)).toBe(own.reduce((sum, { minor }) => sum + minor, 0));
  }
}

describe('a backup that does not come to its end', () => {
  it('leaves no file that looks finished when it is killed', { timeout: 60_000 }, async () => {
    const folder = join(story.path, 'killed');
    mkdirSync(folder);
    const partials = (): number => readdirSync(folder).filter((name) => name.endsWith('.partial')).length;
    // A kill may come too late, where the computer is busy.
    for (let turn = 0; turn < 12 && partials() < 3; turn++) {
      const child = spawn(process.execPath, [officina, 'backup', join(folder, `${turn}.backup`)], {
        cwd: story.path,
        env: { PATH: process.env.PATH ?? '', HOME: story.path },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await eventually('the backup to begin', () =>
        readdirSync(folder).some((name) => name.startsWith(`${turn}.`)),
      );
      // A little later each time.
      const untilMs = performance.now() + turn * 4;
      while (performance.now() < untilMs);
      child.kill('SIGKILL');
      await ended;
    }
    const left = readdirSync(folder);
    expect(left.length).toBeGreaterThan(0);
    for (const name of left.filter((one) => one.endsWith('.backup'))) {
      await checkBackup({ file: join(folder, name), onProgress: () => undefined });
    }
    expect(partials()).toBeGreaterThan(0);
  });

  it('and a restore that is killed starts nothing, and can be done again', { timeout: 60_000 }, async () => {
    const dir = join(story.path, 'twice');
    mkdirSync(dir);
    const restore = ['restore', join(backups, backupFiles()[0] ?? ''), '--data', 'data'];
    const child = spawn(process.execPath, [officina, ...restore], {
      cwd: dir,
      env: { PATH: process.env.PATH ?? '', HOME: dir },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await eventually('the restore to begin', () => existsSync(join(dir, 'data', 'restoring')));
    child.kill('SIGKILL');
    await ended;
    const isDone = existsSync(join(dir, 'data', 'journal.sqlite'));
    if (!isDone) {
      const refused = await runOfficina(dir, ['verify', '--data', 'data']);
      expect(refused).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('was not finished; run it again'),
      });
      const again = await runOfficina(dir, restore);
      expect(again, again.stderr).toMatchObject({ code: 0 });
    }
    expect(await runOfficina(dir, ['verify', '--data', 'data'])).toMatchObject({ code: 0 });
  });

  it('says so and leaves nothing when the disk takes no more', async () => {
    const folder = join(story.path, 'narrow');
    mkdirSync(folder);
    // In blocks of 512 bytes: less than the journal has, more than the log of the reader needs.
    const child = spawn(
      'sh',
      ['-c', `ulimit -f 200; exec "${process.execPath}" "${officina}" backup narrow`],
      {
        cwd: story.path,
        env: {
          PATH: process.env.PATH ?? '',
          HOME: story.path,
          NODE_COMPILE_CACHE: join(story.path, 'cache'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, said]).toEqual([1, expect.stringContaining(`${folder} took only a part of the backup`)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
