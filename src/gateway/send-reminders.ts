// Reminders of what is open past its day: level by level, as the terms say, each once. It writes down that they are sent and gives
// their texts. With the post each is in the outbox before it is written down, and who has no address of mail is left to a person.

import { dayAfter } from '../domain/billing/invoice-document.ts';
import { currencyDigits, formatPrice } from '../domain/money.ts';
import { localDate } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { RemindersOutcome, ReminderTold } from './invoicing-asked.ts';
import type { PostBox } from './mail-asked.ts';
import { payerContact } from './payer-contact.ts';
import type { BuyerRow } from './ports.ts';
import { nameOf, type ReadDrafts, readBuyers } from './read-drafts.ts';

export type SendReminders = ReadDrafts & { readonly committer: Committer };

/** To be called in turn. */
export async function sendReminders(
  box: SendReminders,
  { dryRun, by }: { readonly dryRun: boolean; readonly by: string },
  post: PostBox | null,
): Promise<RemindersOutcome> {
  const { committer } = box;
  const buyers = await readBuyers(box);
  const { synchronised, workshop, invoicing } = committer.tentative();
  if (!synchronised) return { ok: false, code: 'clock-unset', about: null };
  const terms = workshop?.billing;
  if (!workshop || !terms) return { ok: false, code: 'billing-none', about: null };
  if (post && !post.mailer.facts().isOpen) return { ok: false, code: 'mail-none', about: null };
  const { timezone, currency, locale } = workshop.space;
  const today = localDate(committer.stamp().atMs, timezone);
  const reminders = [...invoicing.open].flatMap(([invoice, open]): readonly ReminderTold[] => {
    const due = terms.reminders[open.level];
    // What the bank is to collect is not asked for.
    if (!due || open.collected !== undefined || today < dayAfter(open.dueOn, due.afterDays)) return [];
    const { number, payer, dueOn, openMinor } = open;
    const amount = `${formatPrice(openMinor, currencyDigits(currency))} ${currency}`;
    const { language } = payerContact(box.people, { payer, buyers, locale });
    const text = fill(due.texts?.[language] ?? due.text, { number, amount, due: dueOn });
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
  if (post) {
    const at = { box, post, buyers, space: workshop.space, today, dryRun, by };
    const rows: ReminderTold[] = [];
    for (const told of reminders) rows.push(await mailReminder(at, told));
    return { ok: true, reminders: rows };
  }
  if (!dryRun && reminders.length > 0)
    await committer.commit(reminders.map((told) => reminderSent(told, { day: today, by })));
  return { ok: true, reminders };
}

const reminderSent = (
  { invoice, level }: ReminderTold,
  { day, by }: { readonly day: string; readonly by: string },
) => ({ type: 'reminder-sent', data: { invoice, level, day, by } }) as const;

type At = {
  readonly box: SendReminders;
  readonly post: PostBox;
  readonly buyers: ReadonlyMap<string, BuyerRow>;
  readonly space: { readonly name: string; readonly locale: string };
  readonly today: string;
  readonly dryRun: boolean;
  readonly by: string;
};

async function mailReminder(
  { box, post, buyers, space, today, dryRun, by }: At,
  told: ReminderTold,
): Promise<ReminderTold> {
  const { payer, invoice, level, number, text } = told;
  const { to, language, ...who } = payerContact(box.people, { payer, buyers, locale: space.locale });
  if (to === null) return { ...told, stays: 'email-missing' };
  if (dryRun) return { ...told, stays: null };
  const { say } = post.textsIn(language);
  const values = { number, space: space.name };
  const taken = await post.mailer.send({
    // The day is in it because an invoice whose payment went back is reminded of from the first level on.
    id: `reminder-${invoice}-${level}-${today}`,
    ...{ to, subject: say('mail-reminder-subject', values).replace(/\.$/, '') },
    text: [text, say('mail-end', values)].join('\n\n'),
    ...who,
  });
  if (!taken.ok) return { ...told, stays: taken.code };
  await box.committer.commit([reminderSent(told, { day: today, by })]);
  return { ...told, stays: null };
}

/** `{number}`, `{amount}` and `{due}`; other braces stay as they are. */
const fill = (text: string, values: { number: string; amount: string; due: string }): string =>
  text.replaceAll(/\{(number|amount|due)\}/g, (_, name: keyof typeof values) => values[name]);
