// A treasurer closes a month in a real browser on the real program: what stands in the way, a dispute, invoices and their files, a
// credit note, the bank, a reminder some days later, and the month is closed for ever.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { axeViolations } from './axe.ts';
import { type Visit, visit } from './browser.ts';
import { askAs, openMoneyStory, password } from './money-story.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';

const dayMs = 86_400_000;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function booksOf(program: Program): Promise<Visit> {
  const seen = await visit(program.url);
  closing.push(seen.close);
  const { page } = seen;
  await page.locator('input[name=handle]').fill('tess');
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('link', { name: 'Books', exact: true }).click();
  await page.getByRole('heading', { name: 'What stands in the way' }).waitFor();
  return seen;
}

describe.skipIf(!outside('chromium'))('a treasurer closes the month', () => {
  it('from the first look to the last key', { timeout: 300_000 }, async () => {
    const dir = storyDir('month');
    closing.push(dir.remove);
    const yaml = readFileSync(new URL('a-treasurer-closes-the-month.yaml', import.meta.url), 'utf8');
    const first = await openMoneyStory(dir.path, yaml);
    closing.push(() => first.program.kill());
    const { month, program } = first;
    const { page, complaints } = await booksOf(program);
    const region = (name: string | RegExp) => page.getByRole('region', { name });

    // What stands in the way: a dispute, three drafts, and a buyer without an address.
    const gates = region('What stands in the way');
    await gates.getByText('3 things stand in the way').first().waitFor();
    expect(await gates.getByRole('listitem').allInnerTexts()).toMatchObject([
      expect.stringContaining('0'),
      expect.stringMatching(/Disputes to answer in the way\s+1/),
      expect.stringContaining('0'),
      expect.stringMatching(/Drafts that could be issued in the way\s+3/),
      expect.stringMatching(/Buyers without an address in the way\s+1/),
      expect.stringMatching(/Accounts that do not balance done\s+0/),
    ]);
    await gates.getByRole('button', { name: 'Show: Disputes to answer' }).click();
    expect(await axeViolations(page)).toEqual([]);

    await decideDispute(page);
    await gates.getByText('2 things stand in the way').first().waitFor();
    await giveAddress(page, 'Dora Klein');
    await gates.getByText('1 thing stands in the way').first().waitFor();

    // Finalising says what it does, and does it once.
    const drafts = region('Drafts');
    await drafts.getByRole('button', { name: 'Finalise the month' }).click();
    await expect.poll(() => drafts.textContent(), { timeout: 10_000 }).toMatch(/4 invoices over .*53\.68/);
    await drafts.getByRole('button', { name: 'Issue the invoices' }).click();
    await gates.getByText('Nothing stands in the way').waitFor({ timeout: 60_000 });

    const issued = await issuedOf(program);
    const numberOf = (name: string): string => issued.find((one) => one.name === name)?.number ?? '';
    const list = region('Issued');
    const files: string[] = [];
    for (const format of ['PDF', 'UBL']) {
      const loading = page.waitForEvent('download');
      await list.getByRole('link', { name: `Download ${format}: ${numberOf('Ada Rossi')}` }).click();
      files.push(readFileSync(await (await loading).path(), 'utf8').slice(0, 600));
    }
    expect(files[0]).toMatch(/^%PDF-/);
    expect(files[1]).toContain('urn:oasis:names:specification:ubl:schema:xsd:Invoice-2');

    await creditWhole(page, numberOf('Dora Klein'));
    await payTwo(page, { month, ada: numberOf('Ada Rossi'), bo: numberOf('Bo Weiss') });
    const left = (await issuedOf(program)).filter(({ openMinor }) => openMinor !== '0');
    expect(left).toMatchObject([{ name: 'Cleo Blanc' }]);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints()).toEqual([]);
    await program.stop();

    // Two days later nobody has paid the third one.
    const second = await startProgram({ dir: dir.path, env: { NODE_OPTIONS: laterBy(2 * dayMs) } });
    closing.push(() => second.kill());
    const late = await booksOf(second);
    const reminders = late.page.getByRole('region', { name: 'Reminders' });
    await reminders.getByRole('button', { name: 'See who is late' }).click();
    await reminders.getByText(`Invoice ${numberOf('Cleo Blanc')} over`).waitFor();
    await reminders.getByRole('button', { name: 'Write them down' }).click();
    await reminders.getByText('1 reminder is written down.').waitFor();
    await closeMonth(late.page, month);
    expect(late.complaints()).toEqual([]);
    await second.stop();
    expect(await runOfficina(dir.path, ['verify', '--books'])).toMatchObject({ code: 0 });
  });
});

async function decideDispute(page: Page): Promise<void> {
  const disputes = page.getByRole('region', { name: 'Contested charges' });
  await disputes.getByText('The machine stood still.').waitFor();
  await disputes.getByRole('button', { name: 'Decide what Ada Rossi contests' }).click();
  await disputes.getByLabel('Decision').selectOption('rejected');
  await disputes.getByLabel('Answer to the member').fill('The door was open, and it ran.');
  await disputes.getByRole('button', { name: 'Decide', exact: true }).last().click();
  await disputes.getByText('Not accepted').waitFor();
}

async function giveAddress(page: Page, name: string): Promise<void> {
  const drafts = page.getByRole('region', { name: 'Drafts' });
  await drafts.getByRole('listitem').filter({ hasText: name }).first().locator('summary').click();
  await drafts.getByRole('button', { name: `Address and mandate: ${name}` }).click();
  const fields = { 'Street and number': 'Via Verdi 9', 'Postal code': '40100', Town: 'Bologna' };
  for (const [label, text] of Object.entries(fields)) await drafts.getByLabel(label).fill(text);
  await drafts.getByLabel('Country, two capitals').fill('IT');
  await drafts.getByRole('button', { name: 'Save the address' }).click();
}

async function creditWhole(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: `Credit note: ${number}` }).click();
  await page.getByLabel('Reason').selectOption('disputed');
  await page.getByRole('button', { name: 'Credit note', exact: true }).click();
  await page.getByText(/The credit note is over/).waitFor();
  await page.getByRole('button', { name: 'Issue the credit note' }).click();
  await page.getByText(`credit note for ${number}`).waitFor();
}

type Payers = { readonly month: string; readonly ada: string; readonly bo: string };

/** One names its invoice, the other one says nothing that fits but the amount: that one is chosen. */
async function payTwo(page: Page, { ada, bo }: Payers): Promise<void> {
  const bank = page.getByRole('region', { name: 'Bank statement' });
  const day = new Date().toISOString().slice(0, 10);
  const rows = [
    { name: 'Ada Rossi', amount: '14.64', text: `Invoice ${ada}` },
    { name: 'Bo Weiss', amount: '14.64', text: `Rechnung ${bo} danke` },
    { name: 'Nobody', amount: '3.33', text: 'a gift' },
  ];
  await bank.getByLabel('File of the bank (camt.053)').setInputFiles({
    ...{ name: 'camt.xml', mimeType: 'application/xml' },
    buffer: Buffer.from(statementOf(rows, day)),
  });
  await bank.getByRole('button', { name: 'See what it pays' }).click();
  await bank.getByText('2 to record, 1 for you to choose').waitFor();
  await bank.getByText('nothing fits').waitFor();
  await bank.getByRole('button', { name: 'Record', exact: true }).click();
  await bank.getByText('2 entries are recorded.').waitFor();
}

async function closeMonth(page: Page, month: string): Promise<void> {
  const [year, number] = month.split('-').map(Number);
  const name = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 0, (number ?? 1) - 1, 15),
  );
  const gates = page.getByRole('region', { name: 'What stands in the way' });
  await gates.getByRole('button', { name: `Close ${name}` }).click();
  const confirm = gates.getByRole('button', { name: `Close ${name}` });
  expect(await confirm.isDisabled()).toBe(true);
  await gates.getByLabel(`Type "${name}" to close it`).fill(name);
  await confirm.click();
  await gates.getByText(/Closed by Tess Conti, .+, entry \d+/).waitFor();
}

type Issued = { readonly number: string; readonly name: string; readonly openMinor: string };

async function issuedOf(program: Program): Promise<readonly Issued[]> {
  const { invoices } = (await askAs(program, { path: '/api/books/invoices' })) as { invoices: Issued[] };
  return invoices;
}

/** Puts the clock of the program so much later. */
const laterBy = (ms: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`const now = Date.now; Date.now = () => now() + ${ms};`)}`;

type Row = { readonly name: string; readonly amount: string; readonly text: string };

const statementOf = (rows: readonly Row[], day: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>${day}T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>IT60X0542811101000000123456</IBAN></Id></Acct>
${rows
  .map(
    ({ name, amount, text }, index) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>REF/${index}</AcctSvcrRef>
<NtryDtls><TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
