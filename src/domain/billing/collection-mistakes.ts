// What hinders a payable from being collected by SEPA direct debit: who has not signed, or whose account is not known.

import { isCreditorId, isIban } from './bank-words.ts';
import type { Invoice, Party } from './invoice.ts';
import { type InvoiceMistake, isDay } from './invoice-mistake.ts';

/** Empty where all of them can stand in one file of the creditor. */
export function collectionMistakes(creditor: Party, invoices: readonly Invoice[]): readonly InvoiceMistake[] {
  const mistakes: InvoiceMistake[] = [];
  const wrong = (field: string, reason: string, remedy: string): void =>
    void mistakes.push({ field, reason, remedy });
  if (!isIban(creditor.iban ?? '')) wrong('seller.iban', 'the space has no account', 'enter its IBAN');
  if (!isCreditorId(creditor.sepaCreditorId ?? ''))
    wrong(
      'seller.sepaCreditorId',
      'the space has no creditor id',
      'apply for one at your bank, then enter it',
    );
  if (invoices.length === 0) wrong('invoices', 'there are none', 'choose some with a mandate');
  const seen = new Set<string>();
  for (const { number, kind, currency, payableMinor, mandate, buyer, dueOn } of invoices) {
    if (seen.has(number)) wrong(number, 'it stands there twice', 'collect it once');
    seen.add(number);
    if (kind !== 'invoice' || payableMinor <= 0n) wrong(number, 'nothing is owed', 'leave it out');
    if (currency !== 'EUR') wrong(number, 'it is not in euro', 'ask for a transfer');
    if (!mandate) wrong(number, 'the payer signed no mandate', 'ask for a transfer, or for a mandate');
    else if (!isDay(mandate.signedOn) || mandate.signedOn > dueOn)
      wrong(number, 'the mandate was signed after the day of collection', 'correct its day');
    else if (!/^[A-Za-z0-9+?/:().,'-]{1,35}$/.test(mandate.id))
      wrong(number, 'the id of the mandate has signs that banks do not take', 'give the mandate another id');
    if (!isIban(buyer.iban ?? '')) wrong(number, 'the account of the payer is not known', 'enter their IBAN');
  }
  return mistakes.slice(0, 100);
}
