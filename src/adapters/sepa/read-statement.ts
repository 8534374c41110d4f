// A bank statement (camt.053, versions 02 to 08 and later of the same names): its booked entries, one for each payment where the
// bank tells them apart. What is only announced is left out and counted; a file that is none is refused with a reason.

import { createHash } from 'node:crypto';
import { isIban } from '../../domain/billing/bank-words.ts';
import { isDay } from '../../domain/billing/invoice-mistake.ts';
import type { BankEntry } from '../../domain/billing/match-payments.ts';
import { currencyDigits } from '../../domain/money.ts';
import type { BankStatement } from '../../gateway/ports.ts';
import { type BankXml, mostBytes, readBankXml } from './read-bank-xml.ts';

const mostEntries = 50_000;

/** Never throws. */
export function readStatement(bytes: Uint8Array): BankStatement {
  if (bytes.length > mostBytes)
    return unfit(`it has more than ${mostBytes / 1024 / 1024} MiB; export fewer months`);
  const root = readBankXml(textOf(bytes));
  const body = root?.name === 'Document' ? child(root, 'BkToCstmrStmt') : undefined;
  if (!body) return unfit('it is no statement in the format camt.053; ask the bank for that format');
  const entries = new Map<string, BankEntry>();
  let pending = 0;
  for (const statement of all(body, 'Stmt')) {
    const account = child(statement, 'Acct', 'Id', 'IBAN')?.text ?? '';
    // Of entries that are alike in all that is told of them, each statement tells every one.
    const alike = new Map<string, number>();
    for (const [place, entry] of all(statement, 'Ntry').entries()) {
      const status = child(entry, 'Sts');
      if ((child(status, 'Cd')?.text ?? status?.text) !== 'BOOK') {
        pending++;
        continue;
      }
      const read = readEntry(entry, account);
      if (typeof read === 'string') return unfit(`entry ${place + 1} ${read}`);
      for (const one of read) {
        const nth = (alike.get(one.id) ?? 0) + 1;
        alike.set(one.id, nth);
        const id = nth === 1 ? one.id : `${one.id}.${nth}`;
        // Statements that overlap tell the same entry twice.
        if (!entries.has(id)) entries.set(id, { ...one, id });
      }
      if (entries.size > mostEntries)
        return unfit(`it has more than ${mostEntries} entries; export fewer months`);
    }
  }
  return { ok: true, entries: [...entries.values()], pending };
}

const unfit = (reason: string): BankStatement => ({ ok: false, code: 'statement-unfit', reason });

/** Some banks still write Latin-1 and say so. */
function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const isLatin = /encoding=["'](iso-8859-1|windows-1252)["']/i.test(head);
  return new TextDecoder(isLatin ? 'latin1' : 'utf-8').decode(bytes);
}

const child = (element: BankXml | undefined, ...names: readonly string[]): BankXml | undefined =>
  names.reduce<BankXml | undefined>((at, name) => at?.children.find((one) => one.name === name), element);

const all = (element: BankXml | undefined, name: string): readonly BankXml[] =>
  element?.children.filter((one) => one.name === name) ?? [];

/** A sentence about what it lacks, where it cannot be read. */
function readEntry(entry: BankXml, account: string): readonly BankEntry[] | string {
  const whole = amountOf(child(entry, 'Amt'));
  if (!whole) return 'has no amount that fits its currency';
  const sign = child(entry, 'CdtDbtInd')?.text;
  if (sign !== 'CRDT' && sign !== 'DBIT') return 'says neither credit nor debit';
  const date = child(entry, 'BookgDt') ?? child(entry, 'ValDt');
  const bookedOn = (child(date, 'Dt') ?? child(date, 'DtTm'))?.text.slice(0, 10) ?? '';
  if (!isDay(bookedOn)) return 'has no day of booking';
  const reference = clean(child(entry, 'AcctSvcrRef')?.text ?? '', 35);
  const isUndone = child(entry, 'RvslInd')?.text === 'true';
  const details = all(entry, 'NtryDtls').flatMap((one) => all(one, 'TxDtls'));
  const parts = details.map((detail) => ({ detail, amount: amountOf(amountElement(detail)) }));
  const sum = parts.reduce((total, { amount }) => total + (amount?.minor ?? 0n), 0n);
  const areParts =
    parts.length > 1 &&
    sum === whole.minor &&
    parts.every(({ amount }) => amount?.currency === whole.currency);
  const taken = areParts ? parts : [{ detail: details.length === 1 ? details[0] : undefined, amount: whole }];
  const note = child(entry, 'AddtlNtryInf')?.text ?? '';
  const batch = areParts ? '' : batchOf(entry);
  return taken.map(({ detail, amount }, index): BankEntry => {
    const isReturn = isUndone || child(detail, 'RtrInf') !== undefined;
    const facts = {
      direction: sign === 'CRDT' ? 'credit' : 'debit',
      ...{ amountMinor: amount?.minor ?? 0n, currency: whole.currency, bookedOn },
      ...partiesOf(detail, sign === 'CRDT'),
      remittance: remittanceOf(detail, note),
      endToEndId: endToEndIdOf(detail),
      isReturn,
    } as const;
    const feeMinor = isReturn ? feeOf(detail, facts) : 0n;
    return {
      ...{ id: idOf(facts, { account, reference, index }), ...facts },
      ...(isTold(reference) && { reference }),
      ...(batch !== '' && { batch }),
      ...(feeMinor > 0n && { feeMinor }),
    };
  });
}

/** A return that costs something is one sum: what was collected stands beside it. */
function feeOf(detail: BankXml | undefined, { amountMinor, currency }: Facts): bigint {
  const collected = amountOf(
    child(detail, 'AmtDtls', 'InstdAmt', 'Amt') ?? child(detail, 'AmtDtls', 'TxAmt', 'Amt'),
  );
  if (!collected || collected.currency !== currency || collected.minor >= amountMinor) return 0n;
  return amountMinor - collected.minor;
}

/** Of a file of ours that was booked as one sum. */
const batchOf = (entry: BankXml): string =>
  clean(
    (child(entry, 'NtryDtls', 'Btch', 'PmtInfId') ?? child(entry, 'NtryDtls', 'TxDtls', 'Refs', 'PmtInfId'))
      ?.text ?? '',
    35,
  );

const isTold = (reference: string): boolean => /\d/.test(reference);

const amountElement = (detail: BankXml): BankXml | undefined =>
  child(detail, 'Amt') ?? child(detail, 'AmtDtls', 'TxAmt', 'Amt');

function amountOf(
  element: BankXml | undefined,
): { readonly minor: bigint; readonly currency: string } | null {
  const match = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(element?.text ?? '');
  const currency = element?.currency ?? '';
  if (!match || !/^[A-Z]{3}$/.test(currency)) return null;
  const digits = currencyDigits(currency);
  // Some banks write five places, of which the last ones are noughts.
  const fraction = (match[2] ?? '').padEnd(digits, '0');
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  return { minor: BigInt(`${match[1]}${fraction.slice(0, digits)}`), currency };
}

function partiesOf(detail: BankXml | undefined, isCredit: boolean): Pick<BankEntry, 'iban' | 'name'> {
  const [party, account] = isCredit ? ['Dbtr', 'DbtrAcct'] : ['Cdtr', 'CdtrAcct'];
  const parties = child(detail, 'RltdPties');
  const iban = child(parties, account, 'Id', 'IBAN')?.text.replaceAll(' ', '') ?? '';
  // From version 08 on a party stands within one more element.
  const name = child(parties, party, 'Pty', 'Nm')?.text ?? child(parties, party, 'Nm')?.text ?? '';
  return { iban: isIban(iban) ? iban : null, name: clean(name, 140) || null };
}

function remittanceOf(detail: BankXml | undefined, note: string): string {
  const info = child(detail, 'RmtInf');
  const texts = all(info, 'Ustrd').map(({ text }) => text);
  const references = all(info, 'Strd').flatMap((one) => child(one, 'CdtrRefInf', 'Ref')?.text ?? []);
  // Banks break long texts at any place: joined without a space a number stays whole.
  const [joined, spaced] = [texts.join(''), texts.join(' ')];
  const said = [joined, ...(texts.length > 1 ? [spaced] : []), ...references].filter(Boolean);
  return clean(said.length > 0 ? said.join(' ') : note, 1000);
}

function endToEndIdOf(detail: BankXml | undefined): string | null {
  const id = clean(child(detail, 'Refs', 'EndToEndId')?.text ?? '', 35);
  return id === '' || id === 'NOTPROVIDED' ? null : id;
}

/** Control characters and turned directions have no place in a name. */
const clean = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, most);

type Facts = Omit<BankEntry, 'id' | 'reference' | 'batch' | 'feeMinor'>;

/**
 * The same for the same entry in every statement that tells it: by the reference of the bank with day and amount, because some
 * count references anew each day; without one by all that is told of it.
 */
function idOf(
  { direction, amountMinor, currency, bookedOn, ...rest }: Facts,
  { account, reference, index }: { account: string; reference: string; index: number },
): string {
  const own = [account, direction, amountMinor.toString(), currency, bookedOn, index];
  const told = isTold(reference) ? [reference] : [rest.endToEndId, rest.iban, rest.name, rest.remittance];
  return createHash('sha256')
    .update(JSON.stringify([...own, ...told]))
    .digest('hex')
    .slice(0, 32);
}
