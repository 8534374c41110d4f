// `diary.sqlite`: readings as samples, minutes and hours, bounded by age and by rows. It may be lost: it is never
// synced, and a file that cannot be read is set aside and begun anew.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { DiaryCalls, Handlers } from './calls.ts';
import { diaryRecord } from './diary-record.ts';
import { diarySeries } from './diary-series.ts';
import { diarySpool } from './diary-spool.ts';
import { diaryTrim } from './diary-trim.ts';
import { fileVersion, migrate, newestVersion } from './migrate.ts';

export type DiaryFile = Handlers<DiaryCalls> & { close(): void };

/** Null where there is none. `setAside` hears of a file that had to be begun anew, or could not be. */
export function openDiaryFile(options: {
  dataDir: string;
  readOnly: boolean;
  maxSamples: number;
  setAside: (cause: unknown) => void;
}): DiaryFile | null {
  const file = join(options.dataDir, 'diary.sqlite');
  const open = options.readOnly ? openForReading : openForWriting;
  if (options.readOnly && !existsSync(file)) return null;
  try {
    return toDiary(open(file), options);
  } catch (cause) {
    options.setAside(cause);
    return options.readOnly ? null : beginAnew(file, options);
  }
}

function beginAnew(file: string, options: Parameters<typeof openDiaryFile>[0]): DiaryFile | null {
  try {
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    renameSync(file, `${file}.set-aside`);
    return toDiary(openForWriting(file), options);
  } catch (cause) {
    options.setAside(cause);
    return null;
  }
}

const openForReading = (file: string): Database => new SqliteDatabase(file, { readonly: true });

function openForWriting(file: string): Database {
  const db = new SqliteDatabase(file);
  try {
    if (fileVersion(db) > newestVersion('diary')) throw new Error('it was written by a newer program');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    migrate(db, { schema: 'diary' });
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function toDiary(db: Database, { maxSamples }: { maxSamples: number }): DiaryFile {
  const { trim, forget } = diaryTrim(db);
  const record = diaryRecord(db, { maxRows: maxSamples, trim });
  return {
    record: (columns) => record.immediate(columns),
    forget: ({ beforeMs }) => forget(beforeMs),
    ...diarySeries(db),
    ...diarySpool(db),
    close: () => void db.close(),
  };
}
