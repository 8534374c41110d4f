// Which payment is for which invoice: by the reference of the payment, then by numbers in its text. What only fits by amount and
// account is a suggestion and never booked: two months may cost the same.

export type BankEntry = {
  /** The same for the same entry, however often the statement is read. */
  readonly id: string;
  readonly direction: 'credit' | 'debit';
  readonly amountMinor: bigint;
  readonly currency: string;
  /** `yyyy-mm-dd` */
  readonly bookedOn: string;
  readonly remittance: string;
  readonly endToEndId: string | null;
  /** Of the other side. */
  readonly iban: string | null;
  readonly name: string | null;
  /** A collection that came back, or a booking that was undone. */
  readonly isReturn: boolean;
  /** What the bank calls the entry, where it does. */
  readonly reference?: string;
  /** Id of the payment information of ours that the bank booked as one sum. */
  readonly batch?: string;
  /** What the bank took for a return, which is in the amount. */
  readonly feeMinor?: bigint;
};

/** What people and files of ours say beside the statement. */
export type MatchHelp = {
  /** Id of an entry → numbers that a person chose for it, paid in their order. */
  readonly chosen?: ReadonlyMap<string, readonly string[]>;
  /** Id of a payment information that we sent → numbers that it collects. */
  readonly batches?: ReadonlyMap<string, readonly string[]>;
};

export type OpenInvoice = {
  readonly number: string;
  readonly remittance: string;
  /** What is still owed. */
  readonly openMinor: bigint;
  readonly currency: string;
  /** From which the buyer usually pays. */
  readonly iban: string | null;
};

type PaymentReason =
  /** A person said so. */
  | 'chosen'
  /** The bank booked a file of direct debits as one sum. */
  | 'collection'
  | 'end-to-end-id'
  | 'remittance'
  | 'number-in-text'
  | 'several-numbers-in-text'
  /** Numbers in the text, and an amount that is not what they owe together. */
  | 'unclear-shares'
  | 'amount-and-account'
  | 'already-paid'
  | 'other-currency'
  | 'returned'
  | 'outgoing'
  | 'nothing-fits';

export type MatchedPayment = {
  readonly entry: BankEntry;
  /** `over`: all is paid and more came; what is too much stands in `overMinor`. */
  readonly outcome: 'matched' | 'partial' | 'over' | 'unmatched';
  readonly reason: PaymentReason;
  readonly shares: readonly { readonly number: string; readonly minor: bigint }[];
  readonly overMinor: bigint;
  /** Numbers that a person should look at; empty where it is clear. */
  readonly suggestions: readonly string[];
};

/** Words of a text that may be one number together, as `2026 / 0001`. */
const mostWords = 5;
const mostSuggestions = 5;

/** @param entries in their order: an earlier one may pay what a later one pays again */
export function matchPayments(
  entries: readonly BankEntry[],
  open: readonly OpenInvoice[],
  help: MatchHelp = {},
): readonly MatchedPayment[] {
  const owed = new Map(open.map((invoice) => [invoice.number, { invoice, leftMinor: invoice.openMinor }]));
  const byText = finder(open);
  const found: Finder = (entry) => helped(entry, help) ?? byText(entry);
  return entries.map((entry) => matchOne(entry, { owed, found, open }));
}

type Owed = Map<string, { readonly invoice: OpenInvoice; leftMinor: bigint }>;
type Finder = (
  entry: BankEntry,
) => { readonly reason: PaymentReason; readonly numbers: readonly string[] } | null;
type Around = { readonly owed: Owed; readonly found: Finder; readonly open: readonly OpenInvoice[] };

function matchOne(entry: BankEntry, { owed, found, open }: Around): MatchedPayment {
  const hit = found(entry);
  const unmatched = (reason: PaymentReason, suggestions: readonly string[] = []): MatchedPayment => ({
    ...{ entry, outcome: 'unmatched', reason, shares: [], overMinor: 0n },
    suggestions: suggestions.slice(0, mostSuggestions),
  });
  if (entry.direction === 'debit') return unmatched(entry.isReturn ? 'returned' : 'outgoing', hit?.numbers);
  if (entry.isReturn) return unmatched('returned', hit?.numbers);
  if (!hit) return byAccount(entry, { owed, open, unmatched });
  const rows = hit.numbers.flatMap((number) => owed.get(number) ?? []);
  if (rows.some(({ invoice }) => invoice.currency !== entry.currency))
    return unmatched('other-currency', hit.numbers);
  const leftMinor = rows.reduce((sum, row) => sum + row.leftMinor, 0n);
  if (leftMinor === 0n) return unmatched('already-paid', hit.numbers);
  const isSaid = hit.reason === 'chosen';
  if (rows.length > 1 && leftMinor !== entry.amountMinor && !isSaid)
    return unmatched('unclear-shares', hit.numbers);
  let restMinor = entry.amountMinor;
  const shares = rows.map((row) => {
    let minor = restMinor;
    if (row.leftMinor < minor) minor = row.leftMinor;
    row.leftMinor -= minor;
    restMinor -= minor;
    return { number: row.invoice.number, minor };
  });
  const overMinor = entry.amountMinor > leftMinor ? entry.amountMinor - leftMinor : 0n;
  const outcome = overMinor > 0n ? 'over' : entry.amountMinor < leftMinor ? 'partial' : 'matched';
  const paid = shares.filter(({ minor }) => minor > 0n);
  return { entry, outcome, reason: hit.reason, shares: paid, overMinor, suggestions: [] };
}

function helped({ id, batch, isReturn }: BankEntry, { chosen, batches }: MatchHelp): ReturnType<Finder> {
  const said = chosen?.get(id);
  if (said) return { reason: 'chosen', numbers: said };
  // What came back is one of them, not all.
  const collected = batch === undefined || isReturn ? undefined : batches?.get(batch);
  return collected ? { reason: 'collection', numbers: collected } : null;
}

type ByAccount = Pick<Around, 'owed' | 'open'> & {
  readonly unmatched: (reason: PaymentReason, suggestions?: readonly string[]) => MatchedPayment;
};

function byAccount(entry: BankEntry, { owed, open, unmatched }: ByAccount): MatchedPayment {
  const alike = open.filter(
    ({ number, iban, currency }) =>
      iban !== null &&
      iban === entry.iban &&
      currency === entry.currency &&
      owed.get(number)?.leftMinor === entry.amountMinor,
  );
  if (alike.length === 0) return unmatched('nothing-fits');
  return unmatched(
    'amount-and-account',
    alike.map(({ number }) => number),
  );
}

/** Two invoices of one spelling are never told apart by it. */
function finder(open: readonly OpenInvoice[]): Finder {
  const bySpelling = new Map<string, Set<string>>();
  const add = (text: string, number: string): void => {
    const key = plain(text);
    if (key !== '') bySpelling.set(key, (bySpelling.get(key) ?? new Set()).add(number));
  };
  for (const { number, remittance } of open) {
    add(number, number);
    add(remittance, number);
  }
  const only = (text: string): string | null => {
    const numbers = bySpelling.get(plain(text));
    return numbers?.size === 1 ? ([...numbers][0] ?? null) : null;
  };
  return ({ endToEndId, remittance }) => {
    const byId = endToEndId === null ? null : only(endToEndId);
    if (byId !== null) return { reason: 'end-to-end-id', numbers: [byId] };
    const byText = only(remittance);
    if (byText !== null) return { reason: 'remittance', numbers: [byText] };
    const numbers = numbersIn(remittance, only);
    if (numbers.length === 0) return null;
    return { reason: numbers.length === 1 ? 'number-in-text' : 'several-numbers-in-text', numbers };
  };
}

/** The longest runs of words that are a number; a number is never found within a longer word. */
function numbersIn(text: string, only: (text: string) => string | null): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const numbers = new Set<string>();
  for (let start = 0; start < words.length; start++)
    for (let count = Math.min(mostWords, words.length - start); count > 0; count--) {
      const run = words.slice(start, start + count).join('');
      const number = /\d/.test(run) ? only(run) : null;
      if (number === null) continue;
      numbers.add(number);
      start += count - 1;
      break;
    }
  return [...numbers];
}

const plain = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
