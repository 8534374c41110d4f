// Proves a backup: the chain of its entries from the first to the last, the people that belong to them, and the sum of
// every table and of what stands beside them.

import { hash } from 'node:crypto';
import { newestVersion } from '../migrate.ts';
import { verifyFile } from '../verify-journal.ts';
import {
  damaged,
  headOf,
  type Manifest,
  type OpenBackup,
  openBackup,
  readBeside,
  readFault,
} from './backup-file.ts';
import { wrongPhoto } from './photo-rows.ts';
import { tableSums } from './table-sums.ts';

export type CheckedBackup = {
  readonly manifest: Manifest;
  readonly pepper: Buffer | null;
  readonly yaml: Buffer | null;
  /** False for one of an older format: only what comes of it can be proved, entry by entry. */
  readonly isProved: boolean;
};

export type CheckRequest = {
  readonly file: string;
  readonly onProgress: (done: number, total: number) => void;
};

/** @throws BackupFault which names the first entry that is wrong, or what else is */
export async function checkBackup({ file, onProgress }: CheckRequest): Promise<CheckedBackup> {
  const opened = openBackup(file);
  try {
    const isProved = opened.version === newestVersion('journal');
    if (isProved) await checkEntries(file, { ...opened, onProgress });
    const { manifest, pepper, yaml } = readBeside(file, opened);
    const { entries, head } = headOf(opened.db);
    if (entries !== manifest.entries || head !== manifest.head)
      throw damaged(file, `it ends at entry ${entries}, and was made with ${manifest.entries}`);
    checkSums(file, { opened, manifest, pepper, yaml });
    const photo = wrongPhoto(opened.db);
    if (photo !== null) throw damaged(file, `"${photo}" is not the picture that it says`);
    return { manifest, pepper, yaml, isProved };
  } catch (cause) {
    throw readFault(file, cause);
  } finally {
    opened.db.close();
  }
}

async function checkEntries(
  file: string,
  { db, onProgress }: OpenBackup & Pick<CheckRequest, 'onProgress'>,
): Promise<void> {
  const verdict = await verifyFile(db, onProgress);
  if (!verdict.ok) throw damaged(file, `entry ${verdict.seq}: ${verdict.reason}`);
}

type Parts = Pick<CheckedBackup, 'manifest' | 'pepper' | 'yaml'> & { readonly opened: OpenBackup };

function checkSums(file: string, { opened: { db }, manifest, pepper, yaml }: Parts): void {
  const found: Record<string, string> = {
    ...tableSums(db),
    ...(pepper === null ? {} : { 'beside:pepper': hash('sha256', pepper) }),
    ...(yaml === null ? {} : { 'beside:yaml': hash('sha256', yaml) }),
  };
  const wanted = new Map(Object.entries(manifest.sums));
  for (const name of new Set([...wanted.keys(), ...Object.keys(found)])) {
    if (wanted.get(name) !== found[name]) throw damaged(file, `"${name}" is not as the manifest says`);
  }
  const integrity = String(db.pragma('integrity_check(1)', { simple: true }));
  if (integrity !== 'ok') throw damaged(file, integrity);
}
