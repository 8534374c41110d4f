// Where a payer is written to, and in which language: as their address says, else as the list of members does.

import type { Buyer } from './invoicing-asked.ts';
import type { BuyerRow } from './papers.ts';
import type { PeopleIndex } from './people-index.ts';

export type PayerContact = {
  /** Null: nobody knows. */
  readonly to: string | null;
  readonly language: string;
  /** Whose erasure takes the mail away; absent for a team. */
  readonly member?: string;
};

type Ask = {
  readonly payer: string;
  readonly buyers: ReadonlyMap<string, BuyerRow>;
  /** Language of the space. */
  readonly locale: string;
};

export function payerContact(
  people: Pick<PeopleIndex, 'byMember'>,
  { payer, buyers, locale }: Ask,
): PayerContact {
  const row = buyers.get(payer);
  const buyer = row ? (JSON.parse(row.content) as Buyer) : null;
  const member = payer.startsWith('member:') ? payer.slice('member:'.length) : undefined;
  const to = buyer?.email ?? (member === undefined ? null : (people.byMember(member)?.email ?? null));
  return { to, language: buyer?.language ?? locale, ...(member === undefined ? {} : { member }) };
}
