// All that is kept of people and use, as it is read for exports and reports. A shape only.

import type { Journal, Ledger } from './ports.ts';

export type KeptFrom = {
  readonly journal: Pick<Journal, 'query' | 'people' | 'notes' | 'passkeys' | 'read' | 'hashes'>;
  readonly ledger: Ledger;
};
