// Reminders of what is open past its day: level by level, as the terms say, each once. It writes down that they are sent and gives
// their texts; who carries them is not for here.

import { dayAfter } from '../domain/billing/invoice-document.ts';
import { currencyDigits, formatPrice } from '../domain/money.ts';
import { localDate } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { RemindersOutcome, ReminderTold } from './invoicing-asked.ts';
import { nameOf, type ReadDrafts, readBuyers } from './read-drafts.ts';

export type SendReminders = ReadDrafts & { readonly committer: Committer };

/** To be called in turn. */
export async function sendReminders(
  box: SendReminders,
  { dryRun, by }: { readonly dryRun: boolean; readonly by: string },
): Promise<RemindersOutcome> {
  const { committer } = box;
  const buyers = await readBuyers(box);
  const { synchronised, workshop, invoicing } = committer.tentative();
  if (!synchronised) return { ok: false, code: 'clock-unset', about: null };
  const terms = workshop?.billing;
  if (!workshop || !terms) return { ok: false, code: 'billing-none', about: null };
  const { timezone, currency } = workshop.space;
  const today = localDate(committer.stamp().atMs, timezone);
  const reminders = [...invoicing.open].flatMap(([invoice, open]): readonly ReminderTold[] => {
    const due = terms.reminders[open.level];
    // What the bank is to collect is not asked for.
    if (!due || open.collected !== undefined || today < dayAfter(open.dueOn, due.afterDays)) return [];
    const { number, payer, dueOn, openMinor } = open;
    const amount = `${formatPrice(openMinor, currencyDigits(currency))} ${currency}`;
    const text = fill(due.text, { number, amount, due: dueOn });
    return [
      {
        invoice,
        number,
        payer,
        name: nameOf(box, { payer, buyers }),
        level: open.level + 1,
        openMinor,
        text,
      },
    ];
  });
  if (!dryRun && reminders.length > 0)
    await committer.commit(
      reminders.map(({ invoice, level }) => ({
        type: 'reminder-sent',
        data: { invoice, level, day: today, by },
      })),
    );
  return { ok: true, reminders };
}

/** `{number}`, `{amount}` and `{due}`; other braces stay as they are. */
const fill = (text: string, values: { number: string; amount: string; due: string }): string =>
  text.replaceAll(/\{(number|amount|due)\}/g, (_, name: keyof typeof values) => values[name]);
