// The store of a gateway, opened for writing. Where a newer program is about to change the format of the journal, a copy
// of it is kept first.

import { readPepper } from '../adapters/secrets/open-secrets.ts';
import { keepSafetyCopy } from '../adapters/sqlite/backup/keep-safety-copy.ts';
import { openStore, type Store } from '../adapters/sqlite/open-store.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { readConfigText } from './read-config-text.ts';

type OwnStore = Pick<CommonBoxes, 'log'> & { readonly fsyncDelayMs?: number };

export async function openOwnStore(config: Config, { log, fsyncDelayMs = 0 }: OwnStore): Promise<Store> {
  const { dataDir, file } = config;
  const copy = await keepSafetyCopy({
    dataDir,
    program: programVersion(),
    madeAtMs: Date.now(),
    pepper: await readPepper(config),
    yaml: readConfigText(file),
  });
  if (copy !== null)
    log.info({ file: copy }, 'the journal as it was before the upgrade is kept in this file');
  return openStore({ dataDir, log, fsyncDelayMs });
}
