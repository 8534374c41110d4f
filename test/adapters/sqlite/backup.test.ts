// A backup is proved in all its parts: whatever is changed in it, or cut off, is found, and an entry is named. It comes
// back only into an empty place.

import { createHash, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  backupTarget,
  pruneBackups,
  sweepPartials,
} from '../../../src/adapters/sqlite/backup/backup-folder.ts';
import { checkBackup } from '../../../src/adapters/sqlite/backup/check-backup.ts';
import { keepErasures, readErasures } from '../../../src/adapters/sqlite/backup/erasures.ts';
import { restoreBackup } from '../../../src/adapters/sqlite/backup/restore-backup.ts';
import { writeBackup } from '../../../src/adapters/sqlite/backup/write-backup.ts';
import { lockDataDir } from '../../../src/adapters/sqlite/open-journal-file.ts';
import { verifyJournal } from '../../../src/adapters/sqlite/verify-journal.ts';
import { personDigestText } from '../../../src/domain/access/person-digest.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import {
  commitOf,
  sampleEntries,
  sampleEntry,
  sampleMessage,
  samplePerson,
} from '../../fakes/sample-entries.ts';
import { type Scratch, scratchStore } from './scratch-store.ts';

const pepper = randomBytes(32);
const yaml = '# our workshop\nspace: { name: Makers, password_file: secret }\n';
const anna = samplePerson('anna');
const nowMs = Date.UTC(2026, 10, 22, 3, 15, 7);

let scratch: Scratch;
let folder: string;
let file: string;

/** Lived once, copied for each test. */
const template = scratchStore();
beforeAll(async () => {
  const { journal, tokens, close } = await template.open();
  await journal.append(commitOf(sampleEntries(1, 10), { messages: [sampleMessage('m1', 10)] }));
  await journal.append(commitOf([recorded(11)], { people: [{ kind: 'put', person: anna }] }));
  await tokens.put({
    ...{ id: 't1', digest: 'digest-of-a-token', member: anna.member, label: 'wall', scopes: [] },
    ...{ createdAtMs: 1, expiresAtMs: null },
  });
  await journal.append(commitOf(sampleEntries(12, 40)));
  await journal.beat({ boot: 'boot-1', monoMs: 41_000, atMs: 5 });
  await close();
});
beforeEach(() => {
  scratch = scratchStore();
  cpSync(template.dataDir, scratch.dataDir, { recursive: true });
  folder = join(dirname(scratch.dataDir), 'backups');
  mkdirSync(folder);
  file = join(folder, 'one.backup');
});
afterEach(() => scratch.dispose());
afterAll(() => template.dispose());

function recorded(seq: number): Entry {
  const digest = createHash('sha256').update(personDigestText(anna)).digest('hex');
  return sampleEntry(seq, { type: 'member-recorded', data: { member: anna.member, digest } } as object);
}

const quiet = (): void => undefined;
const request = () => ({
  ...{ dataDir: scratch.dataDir, file, program: '0', madeAtMs: nowMs, pepper, yaml, onProgress: quiet },
});
const photos = (...texts: readonly string[]) =>
  texts.map((text) => ({
    digest: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.from(text),
  }));
const check = (path = file) => checkBackup({ file: path, onProgress: quiet });
async function restore(change: Partial<Parameters<typeof restoreBackup>[0]> = {}) {
  const into = join(dirname(scratch.dataDir), 'new');
  const checked = await check();
  const usual = { file, checked, dataDir: into, erasures: new Map(), yamlTo: null, nowMs, onProgress: quiet };
  return { into, restored: await restoreBackup({ ...usual, ...change }) };
}

describe('a backup', () => {
  it('holds journal, pepper and officina.yaml, for its owner only, and says what it is', async () => {
    const steps: string[] = [];
    const manifest = await writeBackup({ ...request(), onProgress: (step) => steps.push(step) });
    expect(manifest).toMatchObject({ format: 1, entries: 40, madeAtMs: nowMs, program: '0' });
    expect(readdirSync(folder)).toEqual(['one.backup']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = await check();
    expect(read.manifest).toEqual(manifest);
    expect([read.pepper, read.yaml?.toString()]).toEqual([pepper, yaml]);
    expect(new Set(steps)).toEqual(new Set(['copy', 'check']));
  });

  it('holds the pictures of machines, and they come back for this account only', async () => {
    await writeBackup({ ...request(), photos: photos('one', 'two') });
    const { into } = await restore();
    expect(readdirSync(join(into, 'photos')).sort()).toEqual(
      [...photos('one', 'two')].map(({ digest }) => digest).sort(),
    );
    for (const { digest, bytes } of photos('one', 'two')) {
      const kept = join(into, 'photos', digest);
      expect(readFileSync(kept)).toEqual(bytes);
      expect(statSync(kept).mode & 0o077).toBe(0);
    }
  });

  it('inv. 11: is found out about by a picture that is not the one of its name, also one that leads elsewhere', async () => {
    for (const change of ["value = x'00'", "name = 'photo:../../pepper'"]) {
      await writeBackup({ ...request(), photos: photos('one') });
      tamper(`UPDATE backup SET ${change} WHERE name LIKE 'photo:%'`);
      await expect(check()).rejects.toMatchObject({ code: 'backup-damaged' });
      unlinkSync(file);
    }
  });

  it('takes the place of pictures of a restore that was cut off', async () => {
    await writeBackup({ ...request(), photos: photos('one') });
    const into = join(dirname(scratch.dataDir), 'new');
    mkdirSync(join(into, 'restoring'), { recursive: true });
    mkdirSync(join(into, 'photos'));
    writeFileSync(join(into, 'photos', 'half'), 'x');
    await restore();
    expect(readdirSync(join(into, 'photos'))).toEqual([...photos('one')].map(({ digest }) => digest));
  });

  it('is never mistaken for a journal', async () => {
    await writeBackup({ ...request(), file: join(folder, 'journal.backup') });
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'journal.sqlite'), readFileSync(join(folder, 'journal.backup')));
    await expect(scratch.open({ dataDir: join(folder, 'data') })).rejects.toMatchObject({
      code: 'journal-damaged',
    });
  });

  it('inv. 2: names the entry that was changed in it', async () => {
    await writeBackup(request());
    tamper("UPDATE entries SET body = replace(body, 'plug-23', 'plug-32') WHERE seq = 23");
    await expect(check()).rejects.toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining('entry 23: its hash is not the hash of what it says'),
    });
  });

  it.each([
    ["UPDATE badges SET key = 'of another card'", '"badges"'],
    ["UPDATE people SET password = 'known'", '"people"'],
    ['DELETE FROM tokens', '"tokens"'],
    ["UPDATE backup SET value = zeroblob(32) WHERE name = 'pepper'", '"beside:pepper"'],
    ["DELETE FROM backup WHERE name = 'yaml'", '"beside:yaml"'],
    ['CREATE TABLE more (a)', '"more"'],
    ['DELETE FROM entries WHERE seq = 40', 'it ends at entry 39, and was made with 40'],
    ["DELETE FROM backup WHERE name = 'manifest'", 'its manifest cannot be read'],
    ['PRAGMA application_id = 7', 'is no backup of Officina'],
  ])('finds out about %s', async (sql, named) => {
    await writeBackup(request());
    tamper(sql);
    await expect(check()).rejects.toMatchObject({
      code: 'backup-damaged',
      message: expect.stringContaining(named),
    });
  });

  it('inv. 2, 11: any changed byte is found, or changes nothing that comes back', async () => {
    await writeBackup(request());
    const whole = readFileSync(file);
    const { into } = await restore();
    const wanted = contentsOf(into);
    const bytes = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 255 }), async (place, by) => {
        const other = join(folder, 'other.backup');
        const changed = Buffer.from(whole);
        changed.writeUInt8((changed.readUInt8(place) + by) % 256, place);
        writeFileSync(other, changed);
        const checked = await check(other).catch((fault: { code: string }) => fault);
        if (!('manifest' in checked)) {
          expect(checked.code).toMatch(/^backup-(damaged|newer|place)$/);
          return;
        }
        const dataDir = join(dirname(into), `new-${place}-${by}`);
        await restore({ file: other, checked, dataDir });
        expect(contentsOf(dataDir)).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('says that it is cut off', async () => {
    await writeBackup(request());
    const { size } = statSync(file);
    for (const left of [size - 1, Math.floor(size / 2), 5_000, 100]) {
      truncateSync(file, left);
      await expect(check()).rejects.toMatchObject({
        code: 'backup-damaged',
        message: expect.stringContaining(`it is cut off: ${left} of its ${size} bytes are there`),
      });
    }
    truncateSync(file, 20);
    await expect(check()).rejects.toMatchObject({ message: expect.stringContaining('is no backup') });
    await expect(check(`${file}-lost`)).rejects.toMatchObject({
      code: 'backup-place',
      message: expect.stringContaining('is not there'),
    });
  });

  it('is not made of a journal that is not whole', async () => {
    tamper("DROP TRIGGER entries_never_change; UPDATE entries SET body = '{}' WHERE seq = 7", {
      path: join(scratch.dataDir, 'journal.sqlite'),
    });
    const refused = await writeBackup(request()).catch((fault: Error) => fault);
    expect(refused).toMatchObject({
      code: 'backup-damaged',
      cause: { message: expect.stringContaining('entry 7') },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves room on the disk, and says how much it takes', async () => {
    const refused = writeBackup({ ...request(), spareBytes: 1e15 });
    await expect(refused).rejects.toMatchObject({
      code: 'backup-no-room',
      message: expect.stringContaining('MB free'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not make a commit that follows an erasure wait for it', async () => {
    const { journal } = await scratch.open();
    const reader = new SqliteDatabase(join(scratch.dataDir, 'journal.sqlite'), { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM entries').get();
    await journal.append(commitOf([sampleEntry(41)], { people: [{ kind: 'erase', member: anna.member }] }));
    const takenMs = async (from: number): Promise<number> => {
      const beganMs = performance.now();
      for (let seq = from; seq < from + 20; seq++) await journal.append(commitOf([sampleEntry(seq)]));
      return performance.now() - beganMs;
    };
    const besideMs = await takenMs(42);
    reader.close();
    const aloneMs = await takenMs(62);
    // Twenty times the busy timeout would be four seconds more.
    expect(besideMs).toBeLessThan(aloneMs + 2_500);
    const files = ['journal.sqlite', 'journal.sqlite-wal'].map((one) => join(scratch.dataDir, one));
    for (const one of files) expect(readFileSync(one, 'latin1')).not.toContain(anna.name);
  });
});

describe('a restore', () => {
  it('brings back journal, people and tokens, and nothing that must not live twice', async () => {
    await writeBackup(request());
    const yamlTo = join(folder, 'officina.yaml');
    const { into, restored } = await restore({ yamlTo });
    expect(restored).toMatchObject({ seq: 40, backedUpAtMs: nowMs, erased: [] });
    expect(await verifyJournal({ dataDir: into })).toMatchObject({
      ok: true,
      entries: 40,
      head: restored.head,
    });
    expect(readdirSync(into).sort()).toEqual(['journal.sqlite', 'lock.sqlite', 'pepper']);
    expect(readFileSync(join(into, 'pepper'))).toEqual(pepper);
    expect(readFileSync(yamlTo, 'utf8')).toBe(yaml);
    for (const name of [join(into, 'pepper'), yamlTo]) expect(statSync(name).mode & 0o777).toBe(0o600);
    const { journal, tokens, restored: left } = await scratch.open({ dataDir: into });
    expect(await journal.people()).toEqual([anna]);
    expect(await tokens.all()).toHaveLength(1);
    expect(await journal.lastBeat()).toEqual({ boot: 'boot-1', monoMs: 41_000, atMs: 5 });
    expect(await journal.waiting(0)).toEqual({ messages: [], expired: 0 });
    expect(await left()).toEqual(restored);
  });

  it.each(['journal.sqlite', 'pepper', 'diary.sqlite', 'photo.jpg'])(
    'is refused where there is a %s',
    async (name) => {
      await writeBackup(request());
      const dataDir = join(folder, 'lived-in');
      mkdirSync(dataDir);
      writeFileSync(join(dataDir, name), 'mine');
      await expect(restore({ dataDir })).rejects.toMatchObject({
        code: 'backup-place',
        message: expect.stringContaining(`is not empty (${name})`),
      });
      expect(readdirSync(dataDir)).toEqual([name]);
    },
  );

  it('is refused while a gateway is opening there', async () => {
    await writeBackup(request());
    const dataDir = join(folder, 'opening');
    const lock = lockDataDir(dataDir);
    await expect(restore({ dataDir })).rejects.toMatchObject({ code: 'journal-locked' });
    lock.close();
    await restore({ dataDir });
  });

  it('that was cut off starts nothing, and can be done again', async () => {
    await writeBackup(request());
    const dataDir = join(folder, 'cut-off');
    mkdirSync(join(dataDir, 'restoring'), { recursive: true });
    writeFileSync(join(dataDir, 'restoring', 'journal.sqlite'), 'half');
    writeFileSync(join(dataDir, 'pepper'), pepper);
    for (const readOnly of [false, true]) {
      await expect(scratch.open({ dataDir, readOnly })).rejects.toMatchObject({
        code: 'journal-missing',
        message: expect.stringContaining('was not finished; run it again'),
      });
    }
    await restore({ dataDir });
    expect(existsSync(join(dataDir, 'restoring'))).toBe(false);
    expect(await verifyJournal({ dataDir })).toMatchObject({ ok: true });
  });

  it('leaves no byte of who was erased since, and waits for the entry that says so', async () => {
    await writeBackup(request());
    expect(readFileSync(file, 'latin1')).toContain(anna.name);
    const { into, restored } = await restore({
      erasures: new Map([
        [anna.member, nowMs],
        ['member-else', nowMs],
      ]),
    });
    expect(restored.erased).toEqual([anna.member]);
    const bytes = readdirSync(into).map((name) => readFileSync(join(into, name), 'latin1'));
    for (const trace of [anna.name, anna.email ?? '', anna.salt, 'key-anna', 'digest-of-a-token'])
      expect(bytes.join()).not.toContain(trace);
    expect(await verifyJournal({ dataDir: into })).toMatchObject({ ok: true });
    expect([...readErasures(join(into, 'erasures.json')).keys()].sort()).toEqual([
      'member-anna',
      'member-else',
    ]);
    // Once more from there, before any gateway has started on it.
    const second = join(folder, 'two.backup');
    await writeBackup({ ...request(), dataDir: into, file: second });
    const again = await restore({
      file: second,
      checked: await check(second),
      dataDir: join(folder, 'again'),
    });
    expect(again.restored.erased).toEqual([anna.member]);
    // The excuse holds only as long as nothing was written after it.
    tamper("UPDATE meta SET value = json_set(value, '$.seq', 39) WHERE key = 'restored'", {
      path: join(into, 'journal.sqlite'),
    });
    expect(await verifyJournal({ dataDir: into })).toMatchObject({ ok: false, seq: 11 });
  });
});

describe('the folder of backups', () => {
  const wish = (path: string) => ({ path, dataDir: scratch.dataDir, space: 'Möbel & Größe!', nowMs });

  it('gives names that sort by time, and never writes over a file', () => {
    expect(backupTarget(wish(folder))).toBe(join(folder, 'officina-mobel-grosse-20261122-031507.backup'));
    expect(backupTarget({ ...wish(folder), space: '工房' })).toMatch(/officina-workshop-/);
    expect(backupTarget(wish(file))).toBe(file);
    writeFileSync(file, 'x');
    for (const path of [
      file,
      join(folder, 'missing'),
      join(folder, 'missing', 'x.backup'),
      scratch.dataDir,
    ]) {
      expect(() => backupTarget(wish(path))).toThrowError(expect.objectContaining({ code: 'backup-place' }));
    }
  });

  it('loses only old backups of the same gateway, and what was cut off a day ago', async () => {
    const { gateway } = await writeBackup(request());
    for (const number of [2, 3, 4])
      await writeBackup({ ...request(), file: join(folder, `${number}.backup`), madeAtMs: nowMs + number });
    const elsewhere = await scratch.open({ dataDir: join(folder, 'elsewhere') });
    await elsewhere.journal.append(commitOf(sampleEntries(1, 1)));
    await elsewhere.close();
    const foreign = join(folder, 'foreign.backup');
    await writeBackup({ ...request(), dataDir: join(folder, 'elsewhere'), file: foreign, madeAtMs: 1 });
    writeFileSync(join(folder, 'broken.backup'), 'no backup');
    expect(pruneBackups(folder, { gateway, keep: 2 }).sort()).toEqual([join(folder, '2.backup'), file]);
    const partials = ['officina-a-1.backup.partial', 'officina-b-2.backup.partial'].map((name) =>
      join(folder, name),
    );
    for (const partial of partials) writeFileSync(partial, 'x');
    utimesSync(partials[0] ?? '', 0, (Date.now() - 90_000_000) / 1000);
    sweepPartials(folder, Date.now());
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'elsewhere')
        .sort(),
    ).toEqual(['3.backup', '4.backup', 'broken.backup', 'foreign.backup', 'officina-b-2.backup.partial']);
  });
});

describe('the list of erasures', () => {
  it('only grows, and stays as it is when nobody is new', () => {
    keepErasures(folder, new Map([['b', 2_000]]));
    keepErasures(
      folder,
      new Map([
        ['a', 1_000],
        ['b', 9_000],
      ]),
    );
    const list = join(folder, 'erasures.json');
    expect([...readErasures(list)]).toEqual([
      ['a', 1_000],
      ['b', 2_000],
    ]);
    expect(statSync(list).mode & 0o777).toBe(0o600);
    const { ino } = statSync(list);
    keepErasures(folder, new Map([['b', 5]]));
    expect(statSync(list).ino).toBe(ino);
  });

  it.each([
    ['no JSON', 'nobody'],
    ['no list', '{"erasures":{}}'],
    ['no id', '{"erasures":[{"member":"../x","at":"2026-11-22T00:00:00Z"}]}'],
    ['no time', '{"erasures":[{"member":"a","at":"yesterday"}]}'],
    ['a null', 'null'],
  ])('inv. 11: is refused with %s in it', (_what, text) => {
    writeFileSync(join(folder, 'erasures.json'), text);
    expect(() => readErasures(join(folder, 'erasures.json'))).toThrowError(
      expect.objectContaining({ code: 'erasures-damaged' }),
    );
    expect(() => keepErasures(folder, new Map([['a', 1]]))).toThrow();
  });

  it('is kept in the data folder when somebody is erased', async () => {
    const { journal } = await scratch.open();
    const erased = sampleEntry(41, { type: 'member-erased', data: { member: anna.member } });
    await journal.append(commitOf([erased], { people: [{ kind: 'erase', member: anna.member }] }));
    expect([...readErasures(join(scratch.dataDir, 'erasures.json'))]).toEqual([[anna.member, erased.atMs]]);
  });
});

/** As a stranger with a tool would, with the triggers out of the way. */
function tamper(sql: string, { path = file }: { path?: string } = {}): void {
  const db = new SqliteDatabase(path);
  for (const trigger of ['entries_in_order', 'entries_never_change', 'entries_never_go'])
    db.exec(`DROP TRIGGER IF EXISTS ${trigger}`);
  db.exec(sql.replace('DROP TRIGGER entries_never_change;', ''));
  db.close();
}

/** All rows of all tables that a gateway reads, and the pepper. */
function contentsOf(dataDir: string): unknown {
  const db = new SqliteDatabase(join(dataDir, 'journal.sqlite'), { readonly: true });
  const tables = ['meta', 'entries', 'people', 'badges', 'tokens', 'outbox', 'beat', 'snapshots'];
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return { rows, pepper: readFileSync(join(dataDir, 'pepper')) };
}
