// The files of banks, from the boxes that read and write them: each is loaded when the first one is asked for.

import type { BankFiles } from '../gateway/ports.ts';

export const bankFiles: BankFiles = {
  readStatement: async (bytes) => (await import('../adapters/sepa/read-statement.ts')).readStatement(bytes),
  writeCollections: async (collections) =>
    (await import('../adapters/sepa/write-collections.ts')).writeCollections(collections),
};
