// The SQLite adapter keeps the promises of the port.

import { journalSuite } from '../../ports/journal.suite.ts';
import { scratchStore } from './scratch-store.ts';

journalSuite('SQLite', async () => {
  const scratch = scratchStore();
  const store = await scratch.open();
  return {
    journal: store.journal,
    async reopen() {
      await store.close();
      return (await scratch.open()).journal;
    },
    dispose: scratch.dispose,
  };
});
