// The store of a gateway, opened for writing. Where a newer program is about to change the format of the journal, a copy
// of it is kept first.

import { readPhotos } from '../adapters/photos/read-photos.ts';
import { readPepper } from '../adapters/secrets/open-secrets.ts';
import { versionInHead } from '../adapters/sqlite/backup/version-in-head.ts';
import { newestVersion } from '../adapters/sqlite/migrate.ts';
import { openStore, type Store } from '../adapters/sqlite/open-store.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { readConfigText } from './read-config-text.ts';

type OwnStore = Pick<CommonBoxes, 'log'> & { readonly fsyncDelayMs?: number };

export async function openOwnStore(config: Config, { log, fsyncDelayMs = 0 }: OwnStore): Promise<Store> {
  const { dataDir } = config;
  const version = await outgrown(dataDir);
  if (version !== null) {
    const file = await keepCopy(config, version);
    log.info({ file }, 'the journal as it was before the upgrade is kept in this file');
  }
  return openStore({ dataDir, log, fsyncDelayMs });
}

async function outgrown(dataDir: string): Promise<number | null> {
  if (versionInHead(dataDir) >= newestVersion('journal')) return null;
  const { outgrownVersion } = await import('../adapters/sqlite/backup/outgrown-version.ts');
  return outgrownVersion(dataDir);
}

async function keepCopy({ dataDir, file }: Config, version: number): Promise<string> {
  const { keepSafetyCopy } = await import('../adapters/sqlite/backup/keep-safety-copy.ts');
  const beside = {
    pepper: await readPepper({ dataDir }),
    yaml: readConfigText(file),
    photos: readPhotos(dataDir),
  };
  return keepSafetyCopy({ dataDir, version, program: programVersion(), madeAtMs: Date.now(), ...beside });
}
