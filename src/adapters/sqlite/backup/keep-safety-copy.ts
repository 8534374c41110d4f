// Before a newer program changes the format of a journal, a backup of it as it was: the way back to the program before.
// The last two of these stay in the data folder.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newestVersion } from '../migrate.ts';
import { lockDataDir } from '../open-journal-file.ts';
import type { Beside } from './backup-file.ts';
import { writeBackup } from './write-backup.ts';

const kept = 2;

export type SafetyCopyRequest = Beside & {
  readonly dataDir: string;
  /** The format that it has. */
  readonly version: number;
  readonly spareBytes?: number;
};

/** @throws StoreFault, or an error that says that the disk has no room for it */
export async function keepSafetyCopy(request: SafetyCopyRequest): Promise<string> {
  const { dataDir, version } = request;
  // A program of the older version may still run on it.
  lockDataDir(dataDir).close();
  const [from, to] = [version, newestVersion('journal')].map((number) => String(number).padStart(4, '0'));
  const file = join(dataDir, `journal.before-${from}-to-${to}.backup`);
  rmSync(`${file}.partial`, { force: true });
  try {
    await writeBackup({ ...request, file, older: true, onProgress: () => undefined });
  } catch (cause) {
    const text = `The journal in ${dataDir} has an older format (${from}), and no copy of it could be kept before it is brought to the newer one (${to}). Nothing was changed; the program before this one still works with it.`;
    throw new Error(text, { cause });
  }
  const copies = readdirSync(dataDir).filter((name) => /^journal\.before-\d{4}-to-\d{4}\.backup$/.test(name));
  for (const name of copies.sort().slice(0, -kept)) rmSync(join(dataDir, name));
  return file;
}
