// The SQLite adapter keeps the promises of the port.

import { ledgerSuite } from '../../ports/ledger.suite.ts';
import { scratchStore } from './scratch-store.ts';

ledgerSuite('SQLite', async () => {
  const scratch = scratchStore();
  const store = await scratch.open();
  return {
    ...store,
    async reopen() {
      await store.close();
      return scratch.open();
    },
    dispose: scratch.dispose,
  };
});
