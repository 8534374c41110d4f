// Whether a start is about to change the format of a journal: asked at every start, so it reads next to nothing.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileVersion, newestVersion } from '../migrate.ts';
import { openJournalFile } from '../open-journal-file.ts';

/** The format of a journal with entries that is older than this program's; null for any other. @throws StoreFault */
export function outgrownVersion(dataDir: string): number | null {
  if (!existsSync(join(dataDir, 'journal.sqlite'))) return null;
  const db = openJournalFile({ dataDir, readOnly: true, older: true });
  try {
    const version = fileVersion(db);
    if (version === 0 || version >= newestVersion('journal')) return null;
    return db.prepare('SELECT 1 FROM entries LIMIT 1').get() === undefined ? null : version;
  } finally {
    db.close();
  }
}
