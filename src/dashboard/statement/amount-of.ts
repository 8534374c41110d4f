// An amount of a statement in its currency and the language of the space.

import type { Statement } from '../../contract/statement.ts';
import { formatAmount } from '../format.ts';
import { place } from '../store.ts';

export function amountOf(
  minor: string,
  { currency, digits }: Pick<Statement, 'currency' | 'digits'>,
): string {
  return formatAmount({ minor, digits, currency, locale: place.value.locale });
}
