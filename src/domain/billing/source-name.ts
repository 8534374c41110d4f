// What a source that paid for a use is called: the plan or pack that a lot came from, the wallet, the project.

import { planById } from '../access/plan.ts';
import type { Workshop } from '../machine/workshop.ts';

export type SourceNamed = {
  /** `allowance:LOT`, `wallet:KEY`, `below:KEY`, `grant:CODE`. */
  readonly source: string;
  /** What a lot comes from; null where nobody knows any more. */
  readonly of: string | null;
};

/** Null where there is no name: a wallet has none. */
export function sourceName(workshop: Workshop, { source, of }: SourceNamed): string | null {
  const [kind = '', id = ''] = source.split(':');
  const { costCodes = {} } = workshop;
  if (kind === 'grant') return Object.hasOwn(costCodes, id) ? (costCodes[id]?.name ?? id) : id;
  return kind === 'allowance' && of !== null
    ? (planById(workshop, of)?.name ?? packName(workshop, of))
    : null;
}

export function packName({ paying }: Workshop, id: string): string {
  const packs = paying?.packs ?? {};
  return Object.hasOwn(packs, id) ? (packs[id]?.name ?? id) : id;
}
