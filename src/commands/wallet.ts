// `officina wallet`: tops wallets up and pays money back at the gateway that runs, and shows what a member has left.

import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { currencyDigits, parsePrice } from '../domain/money.ts';
import { walletLines } from './allowance-text.ts';
import { askDesk, type DeskSpace, type DeskWish, newKey } from './ask-desk.ts';
import { type Command, type Context, textOf } from './command.ts';

export const wallet: Command = {
  name: 'wallet',
  summary: 'Tops wallets up, pays money back, and shows what a member has left.',
  usage: 'show MEMBER | top-up MEMBER AMOUNT | refund MEMBER AMOUNT [--paid cash|bank] [--key ID] [--json]',
  help: `
  show MEMBER            wallet, hours and packs with their expiry, and what paid for the last uses
  top-up MEMBER AMOUNT   AMOUNT as 25.00, in the currency of the space
  refund MEMBER AMOUNT   at most what is there and not held for a session that runs

  --paid HOW         cash (left out) or bank
  --key ID           the same key counts once; left out, a new one
  --json             the whole answer

Example:
  officina wallet top-up anna 25.00`,
  options: { paid: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 2, most: 3 },
  run: (context) => askDesk(context, walletWish),
};

function walletWish({ words, values }: Context, { currency }: DeskSpace): DeskWish | string {
  const [deed = '', member = '', amount = ''] = words;
  if (!isId(member)) return `"${clip(member)}" is no member; write a handle or a key.`;
  if (deed === 'show')
    return amount === ''
      ? { method: 'GET', path: `/api/allowances?member=${member}`, lines: whatIsLeft }
      : `"${clip(amount)}" is one word too many.`;
  if (deed !== 'top-up' && deed !== 'refund')
    return `"${clip(deed)}" is no deed; use show, top-up or refund.`;
  const minor = parsePrice(amount, currencyDigits(currency));
  if (minor === undefined || minor <= 0n) return `"${clip(amount)}" is no amount; write it like 25.00.`;
  const paidBy = textOf(values, 'paid') ?? 'cash';
  if (paidBy !== 'cash' && paidBy !== 'bank') return `"${clip(paidBy)}" is no way to pay; use cash or bank.`;
  const key = textOf(values, 'key') ?? newKey();
  if (!isId(key) || key.length > 48) return `"${clip(key)}" is no key; use at most 48 letters, digits and -.`;
  return {
    method: 'POST',
    path: `/api/wallets/${member}/moves`,
    body: { key, kind: deed, minor: minor.toString(), paidBy },
    lines: () => [`${deed === 'top-up' ? 'Topped up' : 'Paid back'}: ${amount} ${currency}; key ${key}.`],
  };
}

async function whatIsLeft(said: unknown, timezone: string): Promise<readonly string[] | null> {
  const { isAllowancesView } = await import('../contract/is-allowances.ts');
  return isAllowancesView(said) ? walletLines(said, timezone) : null;
}
