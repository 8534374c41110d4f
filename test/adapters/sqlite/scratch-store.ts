// A store in a directory of its own, for one test; and what it said to its log.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store, type StoreSettings } from '../../../src/adapters/sqlite/open-store.ts';
import type { Log } from '../../../src/gateway/ports.ts';

export type Scratch = {
  readonly dataDir: string;
  readonly said: string[];
  readonly log: Log;
  /** Opens a store there; `dispose` closes it. */
  open(settings?: Partial<StoreSettings>): Promise<Store>;
  dispose(): Promise<void>;
};

export function scratchStore(): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'officina-store-'));
  const dataDir = join(root, 'data');
  const said: string[] = [];
  const opened: Store[] = [];
  const keep = (_facts: unknown, text: string): void => void said.push(text);
  const log = { info: keep, warn: keep, error: keep };
  return {
    dataDir,
    said,
    log,
    async open(settings = {}) {
      const store = await openStore({ dataDir, log, ...settings });
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
