// What is being typed about a use, and the request that it makes. Times are those of the space, as the fields give them,
// unless one of two readings was chosen.

import type { UsageRequest } from '../../contract/usage.ts';
import { localDay, type Place } from '../format.ts';

export type UseDraft = {
  readonly member: string;
  readonly from: string;
  readonly to: string;
  readonly why: UsageRequest['why'];
  readonly note: string;
  /** Chosen where the clock on the wall showed a time twice, or never: RFC 3339. */
  readonly exact: { readonly from?: string; readonly to?: string };
};

export const emptyDraft: UseDraft = {
  member: '',
  from: '',
  to: '',
  why: 'gateway-away',
  note: '',
  exact: {},
};

/** The draft after a time was typed in. An end that was not chosen yet begins on the day of the beginning. */
export function withTime(draft: UseDraft, field: 'from' | 'to', text: string): UseDraft {
  const next = { ...draft, [field]: text, exact: {} };
  return field === 'from' && draft.to === '' ? { ...next, to: text } : next;
}

export function requestOf({ exact, note, ...draft }: UseDraft, dryRun: boolean): UsageRequest {
  return {
    ...draft,
    from: exact.from ?? draft.from,
    to: exact.to ?? draft.to,
    note: note.trim() === '' ? null : note,
    dryRun,
  };
}

/** The latest that a field of times takes: `2026-11-21T10:15`, now. */
export function latestTime(nowMs: number, place: Place): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: place.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${localDay(nowMs, place)}T${time.format(nowMs)}`;
}
