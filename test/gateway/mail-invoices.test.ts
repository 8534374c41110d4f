// Invoices and reminders by mail: once each, to whom the address says and in their language, and nothing written down that is not in
// the outbox.

import { describe, expect, it } from 'vitest';
import { createTexts } from '../../src/adapters/texts/create-texts.ts';
import { noMailer } from '../../src/gateway/mailer.ts';
import type { Mail, Mailer } from '../../src/gateway/ports.ts';
import { billingWorkshop, sampleBuyer, sampleTerms } from '../fakes/billing-workshop.ts';
import { openWorld } from '../fakes/fake-world.ts';

const by = 'console';
const dayMs = 86_400_000;
const [first] = sampleTerms.reminders;
const reminders = [
  { afterDays: 7, text: first?.text ?? '', texts: { it: 'La fattura {number} è scaduta.' } },
];

async function billed() {
  const workshop = { ...billingWorkshop, billing: { ...sampleTerms, reminders } };
  const world = await openWorld({ workshop, wallMs: Date.parse('2026-10-10T08:00:00Z'), tickMs: 60_000 });
  const { gateway } = world;
  for (const member of ['anna', 'bruno']) {
    const use = { machine: 'laser', member, from: '2026-10-01 10:10', to: '2026-10-01 11:10' } as const;
    const day = member === 'anna' ? use : { ...use, from: '2026-10-02 10:10', to: '2026-10-02 11:10' };
    expect(
      await gateway.enterUsage({ ...day, why: 'other', note: null, by }, { dryRun: false }),
    ).toMatchObject({
      ok: true,
    });
    const contact = member === 'anna' ? { email: 'anna@example.org', language: 'it' } : {};
    const payer = `member:${gateway.personByHandle(member)?.member}`;
    await gateway.invoicing.setBuyer({ payer, buyer: { ...sampleBuyer, name: member, ...contact }, by });
  }
  world.clock.advance(35 * dayMs);
  await world.settle();
  await gateway.invoicing.finalise({ month: '2026-10', payer: null, dryRun: false, by });
  return world;
}

function post(full = false) {
  const mails = new Map<string, Mail>();
  const mailer: Mailer = {
    ...noMailer,
    facts: () => ({ ...noMailer.facts(), isOpen: true }),
    async send(mail) {
      if (full) return { ok: false, code: 'mail-full', about: null };
      const known = mails.has(mail.id);
      mails.set(mail.id, mail);
      return { ok: true, known };
    },
  };
  const files = { render: async (_: unknown, format: string) => new TextEncoder().encode(format) };
  return { mails, box: { mailer, files, textsIn: createTexts } };
}

describe('mailing invoices', () => {
  const wish = { month: '2026-11', invoice: null, again: false, dryRun: false, by };

  it('goes once to the address of the buyer, in their language, and says who has none', async () => {
    const { gateway } = await billed();
    const { mails, box } = post();
    const email = gateway.personByHandle('bruno')?.email;
    const before = gateway.state().seq;
    expect(await gateway.invoicing.mail({ ...wish, dryRun: true }, box)).toMatchObject({ ok: true });
    expect([gateway.state().seq, mails.size]).toEqual([before, 0]);
    await gateway.invoicing.mail(wish, box);
    const told = [...mails.values()];
    expect(told.map(({ to }) => to).sort()).toEqual(['anna@example.org', ...(email ? [email] : [])].sort());
    const anna = told.find(({ to }) => to === 'anna@example.org');
    expect(anna?.subject).toMatch(/^Fattura 2026-000\d di /);
    expect(anna?.attachments?.map(({ name }) => name.slice(9))).toEqual(['.pdf', '.xml']);
    expect(anna?.member).toBe(gateway.personByHandle('anna')?.member);
    const again = await gateway.invoicing.mail(wish, box);
    expect(again).toMatchObject({
      rows: expect.arrayContaining([{ ...rowOf('anna'), stays: 'mailed-before' }]),
    });
    await gateway.invoicing.mail({ ...wish, again: true }, box);
    expect(mails.size).toBe(2 * told.length);
  });

  it('writes nothing down that the outbox did not take, and says that there is no server', async () => {
    const { gateway } = await billed();
    expect(await gateway.invoicing.mail(wish, { ...post().box, mailer: noMailer })).toMatchObject({
      code: 'mail-none',
    });
    const before = gateway.state().seq;
    expect(await gateway.invoicing.mail(wish, post(true).box)).toMatchObject({
      rows: expect.arrayContaining([{ ...rowOf('anna'), stays: 'mail-full' }]),
    });
    expect(gateway.state().seq).toBe(before);
  });

  it('reminds by mail, level by level, in the words of the buyer', async () => {
    const world = await billed();
    const { invoicing } = world.gateway;
    world.clock.advance(40 * dayMs);
    const { mails, box } = post();
    const due = await invoicing.remind({ dryRun: true, by }, box);
    expect([due.ok && due.reminders.length, mails.size]).toEqual([2, 0]);
    await invoicing.remind({ dryRun: false, by }, box);
    const anna = [...mails.values()].find(({ to }) => to === 'anna@example.org');
    expect(anna?.text).toMatch(/^La fattura 2026-000\d è scaduta\.\n/);
    const after = await invoicing.remind({ dryRun: false, by }, box);
    expect(after.ok && after.reminders.filter(({ stays }) => stays !== 'email-missing')).toEqual([]);
  });
});

const rowOf = (name: string) => ({ invoice: expect.any(String), number: expect.any(String), name });
