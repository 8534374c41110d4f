// When a line of a statement was, in the time zone of the space.

import type { StatementLine } from '../../contract/statement.ts';
import { formatDateTime, formatTime, localDay } from '../format.ts';
import { place } from '../store.ts';

/** `21 Nov, 13:20 – 14:02`; the second day only when it is another one, and one time for a moment. */
export function whenOf({ from, to }: Pick<StatementLine, 'from' | 'to'>): string {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (fromMs === toMs) return formatDateTime(fromMs, place.value);
  const sameDay = localDay(fromMs, place.value) === localDay(toMs, place.value);
  const end = sameDay ? formatTime(toMs, place.value) : formatDateTime(toMs, place.value);
  return `${formatDateTime(fromMs, place.value)} – ${end}`;
}
