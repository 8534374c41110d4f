// Accounts of the ledger, known by what stands before the colon: on which side each kind grows, and whether it may go below
// zero. A balance is signed, debit above zero; `own` turns it to the side on which the account grows.

type Side = 'debit' | 'credit';

type Rule = {
  readonly side: Side;
  /** Whether it may go below zero on its own side without the posting saying so. */
  readonly below: boolean;
  /** Whether something stands after the colon. */
  readonly named: boolean;
};

const kinds: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    /** What a member owes; below zero they have paid ahead. */
    member: { side: 'debit', below: true, named: true },
    team: { side: 'debit', below: true, named: true },
    'cost-code': { side: 'debit', below: true, named: true },
    bank: { side: 'debit', below: true, named: false },
    cash: { side: 'debit', below: true, named: false },
    expense: { side: 'debit', below: true, named: true },
    income: { side: 'credit', below: true, named: true },
    vat: { side: 'credit', below: true, named: true },
    /** What the space gave without being paid: free hours of a plan, a pledge, what was there before the first posting. */
    granted: { side: 'credit', below: true, named: true },
    /** Between two spaces; either may owe. */
    clearing: { side: 'debit', below: true, named: true },
    /** What we keep for somebody: it is spent, never overspent. */
    wallet: { side: 'credit', below: false, named: true },
    deposit: { side: 'credit', below: false, named: true },
    allowance: { side: 'credit', below: false, named: true },
  } satisfies Readonly<Record<string, Rule>>),
);

/** Member keys, ids of pools and teams, cost codes, rates of VAT such as `22` or `5.5`. */
const name = /^[a-z0-9.-]{1,64}$/;

/** Null where there is no such kind, or it is not written like one. */
export function ruleOf(account: string): Rule | null {
  const colon = account.indexOf(':');
  const rule = kinds.get(colon < 0 ? account : account.slice(0, colon));
  if (!rule || rule.named !== colon >= 0) return null;
  return colon < 0 || name.test(account.slice(colon + 1)) ? rule : null;
}

export const mayGoBelow = (account: string): boolean => ruleOf(account)?.below ?? true;

/** A signed balance on the side on which the account grows. */
export const own = (account: string, minor: bigint): bigint =>
  ruleOf(account)?.side === 'credit' ? -minor : minor;

/** One account, or all of a kind where the filter ends with a colon; an empty one covers all. */
export const covers = (filter: string, account: string): boolean =>
  filter === '' || (filter.endsWith(':') ? account.startsWith(filter) : account === filter);

/** Whether it is an account or the beginning of some. */
export const isFilter = (text: string): boolean =>
  text === '' ||
  ruleOf(text) !== null ||
  (text.endsWith(':') && (kinds.get(text.slice(0, -1))?.named ?? false));
