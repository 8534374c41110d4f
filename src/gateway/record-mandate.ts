// Writes down a payer's mandate for direct debits, beside their address: it is a person's data and goes with it. The journal knows a
// digest over both.

import { isBic, isIban } from '../domain/billing/bank-words.ts';
import { isDay } from '../domain/billing/invoice-mistake.ts';
import { localDate } from '../domain/time.ts';
import type { Mandate, MandateOutcome } from './bank-asked.ts';
import { buyerDigestText } from './papers.ts';
import { readBuyers } from './read-drafts.ts';
import type { RecordBuyer } from './record-buyer.ts';

type Wish = { readonly payer: string; readonly mandate: Mandate | null; readonly by: string };

/** To be called in turn. */
export async function recordMandate(box: RecordBuyer, { payer, mandate, by }: Wish): Promise<MandateOutcome> {
  if (!/^(member|team):[a-z0-9-]{1,64}$/.test(payer))
    return { ok: false, code: 'payer-unknown', about: payer.slice(0, 80) };
  const row = (await readBuyers(box)).get(payer);
  if (!row) return { ok: false, code: 'address-missing', about: payer };
  const { workshop } = box.committer.tentative();
  const today = localDate(box.committer.stamp().atMs, workshop?.space.timezone ?? 'UTC');
  const wrong = mandate === null ? null : wrongField(mandate, today);
  if (wrong !== null) return { ok: false, code: 'mandate-unreadable', about: wrong };
  const { mandate: _, ...address } = JSON.parse(row.content) as Record<string, unknown>;
  const content = JSON.stringify(mandate === null ? address : { ...address, mandate: plain(mandate) });
  if (content === row.content) return { ok: true };
  const buyer = { ...row, content, salt: box.newSalt() };
  const digest = box.secrets.digest(buyerDigestText(buyer));
  await box.committer.commit([{ type: 'buyer-recorded', data: { payer, digest, by } }], {
    people: [{ kind: 'buyer', buyer }],
  });
  return { ok: true };
}

const plain = ({ id, signedOn, iban, bic, use }: Mandate): Mandate => ({
  ...{ id, signedOn, iban },
  ...(bic === undefined || bic === '' ? {} : { bic }),
  use,
});

/** As banks take them: EPC130-08. */
function wrongField({ id, signedOn, iban, bic, use }: Mandate, today: string): keyof Mandate | null {
  if (!/^[A-Za-z0-9+?/:().,'-]{1,35}$/.test(id)) return 'id';
  if (!isDay(signedOn) || signedOn > today) return 'signedOn';
  if (!isIban(iban)) return 'iban';
  if (bic !== undefined && bic !== '' && !isBic(bic)) return 'bic';
  return use === 'recurrent' || use === 'once' ? null : 'use';
}
