// Writes down where the invoices of a payer go. It is a person's data: it stands beside the journal, which knows its digest, and
// goes when the member is erased. Invoices that were issued keep it, as the law asks.

import { isId } from '../domain/ids.ts';
import type { Committer } from './commit.ts';
import type { Buyer, BuyerOutcome } from './invoicing-asked.ts';
import { buyerDigestText } from './papers.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal, Secrets } from './ports.ts';
import { readBuyers } from './read-drafts.ts';
import { mandateIn } from './read-paid.ts';
import { unprintable } from './unprintable.ts';

export type RecordBuyer = {
  readonly journal: Pick<Journal, 'buyers'>;
  readonly committer: Committer;
  readonly people: Pick<PeopleIndex, 'byMember'>;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newSalt: () => string;
};

/** The longest text each may have; FatturaPA takes 80 for a name and 60 for a street. */
const limits: Readonly<Record<keyof Buyer, number>> = {
  name: 80,
  street: 60,
  zip: 10,
  city: 60,
  province: 4,
  country: 2,
  vatId: 20,
  taxCode: 16,
  email: 254,
  sdiCode: 7,
  pec: 254,
  contact: 80,
  reference: 60,
  language: 2,
};

const needed: readonly (keyof Buyer)[] = ['name', 'street', 'zip', 'city', 'country'];

/** To be called in turn. */
export async function recordBuyer(
  box: RecordBuyer,
  { payer, buyer, by }: { readonly payer: string; readonly buyer: Buyer; readonly by: string },
): Promise<BuyerOutcome> {
  const member = payer.startsWith('member:') ? payer.slice('member:'.length) : null;
  const team = payer.startsWith('team:') ? payer.slice('team:'.length) : null;
  const code = payer.startsWith('cost-code:') ? payer.slice('cost-code:'.length) : null;
  const { costCodes = {} } = box.committer.tentative().workshop ?? {};
  const isKnown =
    (member !== null && box.people.byMember(member) !== undefined) ||
    (team !== null && isId(team)) ||
    (code !== null && Object.hasOwn(costCodes, code));
  if (!isKnown) return { ok: false, code: 'payer-unknown', about: payer.slice(0, 80) };
  const fields = (Object.keys(limits) as (keyof Buyer)[]).sort();
  const wrong = fields.find((field) => !isRight(buyer[field], field));
  if (wrong) return { ok: false, code: 'buyer-unreadable', about: wrong };
  // A new address leaves the mandate as it is.
  const mandate = mandateIn((await readBuyers(box)).get(payer));
  const content = JSON.stringify({
    ...Object.fromEntries(
      fields.flatMap((field) => {
        const text = buyer[field]?.trim() ?? '';
        return text === '' ? [] : [[field, text.toWellFormed()]];
      }),
    ),
    ...(mandate && { mandate }),
  });
  const row = { payer, member, content, salt: box.newSalt() };
  const digest = box.secrets.digest(buyerDigestText(row));
  await box.committer.commit([{ type: 'buyer-recorded', data: { payer, digest, by } }], {
    people: [{ kind: 'buyer', buyer: row }],
  });
  return { ok: true };
}

function isRight(value: string | undefined, field: keyof Buyer): boolean {
  const text = value?.trim() ?? '';
  if (needed.includes(field) && text === '') return false;
  if (field === 'country' && !/^[A-Z]{2}$/.test(text)) return false;
  if (field === 'language' && !/^([a-z]{2})?$/.test(text)) return false;
  return [...text].length <= limits[field] && !unprintable.test(text);
}
