// Erases a member: the row with name, salt, badges and tokens goes, and the journal says under the opaque key that it
// went. Refused while they hold a machine, and for the last administrator.

import { usualKeepYears } from '../domain/billing/billing-terms.ts';
import type { EntryType } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { localDate } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { EraseOutcome, KeptPart } from './gateway.ts';
import { isLastAdmin } from './is-last-admin.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';

export type EraseMember = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly journal: Pick<Journal, 'query'>;
};

/** @param request with `dryRun` it says what would go, and changes nothing */
export async function eraseMember(
  { committer, people, journal }: EraseMember,
  { member, dryRun }: { member: string; dryRun: boolean },
): Promise<EraseOutcome> {
  const state = committer.tentative();
  const person = people.byMember(member);
  if (!person || !state.members.has(member)) return { ok: false, code: 'member-unknown' };
  // Its end must still be written for somebody.
  if ([...state.sessions.values()].some((session) => session.member === member))
    return { ok: false, code: 'member-in-session' };
  if (isLastAdmin(state, member)) return { ok: false, code: 'admin-last' };
  if (!dryRun) {
    await committer.commit([{ type: 'member-erased', data: { member } }], {
      people: [{ kind: 'erase', member }],
    });
  }
  const { handle, name, email, password, badges } = person;
  const goes = { handle, name, email: email !== null, password: password !== null, badges: badges.length };
  // Told before, so that whoever decides knows; the erasure itself does not wait for it.
  return dryRun
    ? { ok: true, goes, keeps: await keptOf(journal, { member, workshop: state.workshop }) }
    : { ok: true, goes };
}

const kinds: readonly (Omit<KeptPart, 'entries'> & { readonly types: readonly EntryType[] })[] = [
  { what: 'sessions', types: ['session-started', 'usage-entered'], why: 'bills' },
  { what: 'charges', types: ['charge-made', 'charge-corrected'], why: 'law' },
  { what: 'postings', types: ['posted'], why: 'law' },
  { what: 'disputes', types: ['dispute-opened'], why: 'law' },
  // With the name and the address that they were issued to: the documents themselves are what the law asks for.
  { what: 'invoices', types: ['invoice-issued', 'credit-note-issued'], why: 'law' },
  { what: 'payments', types: ['payment-recorded', 'reminder-sent', 'pack-sold'], why: 'law' },
];

async function keptOf(
  journal: Pick<Journal, 'query'>,
  { member, workshop }: { readonly member: string; readonly workshop: Workshop | null },
): Promise<readonly KeptPart[]> {
  const years = workshop?.billing?.keepYears ?? usualKeepYears;
  const timezone = workshop?.space.timezone ?? 'UTC';
  const kept: KeptPart[] = [];
  for (const { what, why, types } of kinds) {
    const found = await journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
    const own = found.filter(({ data }) => JSON.stringify(data).includes(member));
    const last = own.at(-1);
    if (!last) continue;
    // Counted from the end of the year in which the last of it was written.
    const until = `${Number(localDate(last.atMs, timezone).slice(0, 4)) + years}-12-31`;
    kept.push({ what, entries: own.length, why, ...(why === 'law' ? { until } : {}) });
  }
  return kept;
}
