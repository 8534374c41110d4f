// The text of a payment code for SEPA transfers (EPC069-12, version 002): what a banking app reads from paper.

import type { Invoice } from '../../domain/billing/invoice.ts';
import { formatPrice } from '../../domain/money.ts';

const mostBytes = 331;
const mostMinor = 99_999_999_999n;

/** Null where nothing is to be transferred, or not in euro, or the seller has no account. */
export function epcPayment(invoice: Invoice): Uint8Array | null {
  const { seller, payableMinor, currency, kind, mandate, remittance } = invoice;
  const isOwed = kind === 'invoice' && !mandate && payableMinor > 0n && payableMinor <= mostMinor;
  if (!isOwed || currency !== 'EUR' || !seller.iban) return null;
  const name = [...seller.name].slice(0, 70).join('');
  const head = ['BCD', '002', '1', 'SCT', seller.bic ?? '', name, seller.iban];
  const text = [...head, `EUR${formatPrice(payableMinor, 2)}`, '', '', remittance].join('\n');
  const bytes = new TextEncoder().encode(text);
  return bytes.length > mostBytes ? null : bytes;
}
