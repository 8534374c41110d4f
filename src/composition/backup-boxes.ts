// What `backup` and `restore` are handed: they work on the files of a data folder, beside a running gateway or without
// one. What they need is loaded only when one of them runs.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readPhotos } from '../adapters/photos/read-photos.ts';
import { readPepper } from '../adapters/secrets/open-secrets.ts';
import type { BackupDone, BackupWish, Boxes, RestoreDone, RestoreWish } from '../commands/boxes.ts';
import { programVersion } from '../commands/command-line.ts';
import { readConfigText } from './read-config-text.ts';

export const backupBoxes: Pick<Boxes, 'backup' | 'restore'> = { backup, restore };

async function backup({ place, path, keep, onProgress }: BackupWish): Promise<BackupDone> {
  const { dataDir } = place;
  const [{ readFacts, writeBackup }, folder, erasures] = await Promise.all([
    import('../adapters/sqlite/backup/write-backup.ts'),
    import('../adapters/sqlite/backup/backup-folder.ts'),
    import('../adapters/sqlite/backup/erasures.ts'),
  ]);
  const madeAtMs = Date.now();
  const facts = readFacts(dataDir);
  const file = folder.backupTarget({ path, dataDir, space: facts.space, nowMs: madeAtMs });
  folder.sweepPartials(dirname(file), madeAtMs);
  // Before anything is written: a list that cannot be read would only be found out afterwards.
  erasures.readErasures(erasures.erasuresIn(dirname(file)));
  const pepper = await readPepper(place);
  const yaml = readConfigText(place.file);
  const beside = { program: programVersion(), madeAtMs, pepper, yaml, photos: readPhotos(dataDir) };
  const { entries, head, gateway } = await writeBackup({ ...beside, dataDir, file, onProgress });
  const listed = new Map([...erasures.readErasures(erasures.erasuresIn(dataDir)), ...facts.erasures]);
  erasures.keepErasures(dirname(file), listed);
  const deleted = keep === null ? [] : folder.pruneBackups(dirname(file), { gateway, keep });
  return { file, entries, head, deleted, hasConfig: beside.yaml !== null };
}

async function restore({ file, place, erasures, dryRun, onProgress }: RestoreWish): Promise<RestoreDone> {
  const [{ checkBackup }, folder, { readErasures }, restoring] = await Promise.all([
    import('../adapters/sqlite/backup/check-backup.ts'),
    import('../adapters/sqlite/backup/backup-folder.ts'),
    import('../adapters/sqlite/backup/erasures.ts'),
    import('../adapters/sqlite/backup/restore-backup.ts'),
  ]);
  const { dataDir } = place;
  restoring.checkPlace(dataDir);
  if (erasures !== null && !existsSync(erasures))
    throw new Error(`${erasures} is not there; check the path.`);
  const checked = await checkBackup({ file, onProgress: (done, total) => onProgress('check', done, total) });
  const { entries, gateway, madeAtMs } = checked.manifest;
  const beside = folder.erasuresBeside(dirname(file), { gateway, not: file });
  const known = new Map([...beside.erasures, ...(erasures === null ? [] : readErasures(erasures))]);
  const config = configPlan(place.file, checked.yaml);
  const request = {
    file,
    checked,
    dataDir,
    erasures: known,
    yamlTo: config.to,
    nowMs: Date.now(),
    onProgress,
  };
  const { erased } = dryRun
    ? { erased: restoring.erasedSince(file, known) }
    : await restoring.restoreBackup(request);
  return {
    ...{ entries, madeAtMs, dataDir, unread: beside.unread, isProved: checked.isProved || !dryRun },
    ...{ erased: erased.length, hasPepper: checked.pepper !== null, config },
  };
}

/** A file that is already there is never written over. */
function configPlan(file: string, yaml: Uint8Array | null): RestoreDone['config'] {
  if (yaml === null) return { to: null, why: 'none' };
  if (!existsSync(file)) return { to: file, why: 'new' };
  if (readFileSync(file).equals(yaml)) return { to: null, why: 'same' };
  const to = join(dirname(file), basename(file).replace(/(\.ya?ml)?$/, '.restored.yaml'));
  if (!existsSync(to)) return { to, why: 'other' };
  if (readFileSync(to).equals(yaml)) return { to: null, why: 'same' };
  throw new Error(`${file} and ${to} are both there and differ from the backup; move one of them away.`);
}
