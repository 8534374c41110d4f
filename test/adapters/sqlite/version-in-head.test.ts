// The format that stands in the head of a journal, read without the database: as the database itself says it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { versionInHead } from '../../../src/adapters/sqlite/backup/version-in-head.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-head-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([1, 4, 300])('is %i', (version) => {
  const db = new Database(join(folder, 'journal.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma(`user_version = ${version}`);
  db.close();
  expect(versionInHead(folder)).toBe(version);
});

it('is 0 where there is no file, or one that is cut off, so that the database is asked', () => {
  expect(versionInHead(folder)).toBe(0);
  writeFileSync(join(folder, 'journal.sqlite'), 'SQLite format 3');
  expect(versionInHead(folder)).toBe(0);
});
