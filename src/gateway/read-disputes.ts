// The disputes as people read them, the open ones first: those of one member, or all. What was written comes from beside the
// journal; of somebody who was erased the words are gone.

import type { DisputeStatus } from '../domain/billing/dispute.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { currencyDigits } from '../domain/money.ts';
import type { DisputeTold } from './disputes-asked.ts';
import type { Journal, Person } from './ports.ts';

export type ReadDisputes = {
  readonly journal: Pick<Journal, 'query' | 'notes'>;
  readonly people: { byMember(member: string): Person | undefined };
  readonly committer: { stamp(): { readonly atMs: number } };
};

/** Newest ones that are told. */
const toldLimit = 500;

/** @param member of others nothing is told, and not who decided; null for whoever may see all */
export async function readDisputes(
  box: ReadDisputes,
  member: string | null,
): Promise<readonly DisputeTold[]> {
  const types = ['dispute-opened', 'dispute-withdrawn', 'dispute-settled', 'member-erased'] as const;
  const entries = await box.journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const notes = new Map((await box.journal.notes()).map(({ session, text }) => [session, text]));
  const nowMs = box.committer.stamp().atMs;
  const nameOf = (key: string): string | null => box.people.byMember(key)?.name ?? null;
  const told = casesOf(entries).flatMap((one): DisputeTold[] => {
    const { opened, ended } = one;
    if (member !== null && opened.data.member !== member) return [];
    const { dispute, charge, minor, currency } = opened.data;
    const status = statusOf(one);
    const money = { minor, currency, digits: currencyDigits(currency) };
    const times = { opened: rfc3339(opened.atMs), answerBy: rfc3339(opened.data.answerByMs) };
    const who = { member: opened.data.member, name: nameOf(opened.data.member) };
    const overdue = status === 'open' && nowMs > opened.data.answerByMs;
    const settled = ended?.type === 'dispute-settled' ? ended : null;
    return [
      {
        ...{ dispute, charge, ...who, status, ...money, ...times, overdue, text: notes.get(dispute) ?? null },
        settled: settled && {
          at: rfc3339(settled.atMs),
          by: member === null ? (nameOf(settled.data.by) ?? settled.data.by) : null,
          minor: settled.data.minor,
          answer: notes.get(settled.data.answer) ?? null,
        },
      },
    ];
  });
  const isOpen = ({ status }: DisputeTold): number => (status === 'open' ? 0 : 1);
  return told
    .reverse()
    .sort((one, other) => isOpen(one) - isOpen(other))
    .slice(0, toldLimit);
}

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>;

type Case = {
  readonly opened: Of<'dispute-opened'>;
  ended: Of<'dispute-withdrawn' | 'dispute-settled'> | null;
  /** The member was erased while it was open. */
  gone: boolean;
};

function casesOf(entries: readonly Entry[]): readonly Case[] {
  const cases = new Map<string, Case>();
  for (const entry of entries) {
    if (entry.type === 'dispute-opened')
      cases.set(entry.data.dispute, { opened: entry, ended: null, gone: false });
    if (entry.type === 'member-erased')
      for (const one of cases.values()) if (one.opened.data.member === entry.data.member) one.gone = true;
    if (entry.type !== 'dispute-withdrawn' && entry.type !== 'dispute-settled') continue;
    const known = cases.get(entry.data.dispute);
    if (known) known.ended = entry;
  }
  return [...cases.values()];
}

function statusOf({ ended, gone }: Case): DisputeStatus {
  if (ended === null) return gone ? 'withdrawn' : 'open';
  return ended.type === 'dispute-settled' ? ended.data.outcome : 'withdrawn';
}

const rfc3339 = (atMs: number): string => new Date(atMs).toISOString();
