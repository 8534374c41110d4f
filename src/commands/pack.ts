// `officina pack`: sells packs to members at the gateway that runs, and lists those that are sold.

import { clip } from '../config/read-yaml.ts';
import { isId } from '../domain/ids.ts';
import { packLines } from './allowance-text.ts';
import { askDesk, type DeskWish, newKey } from './ask-desk.ts';
import { type Command, type Context, textOf } from './command.ts';

export const pack: Command = {
  name: 'pack',
  summary: 'Sells packs of hours or money to members, and lists those that are sold.',
  usage: 'list | sell PACK MEMBER [--paid cash|bank|account] [--sale ID] [--json]',
  help: `
  list               the packs of officina.yaml
  sell PACK MEMBER   MEMBER is a handle or a key

  --paid HOW         cash (left out), bank, or account: the member owes it
  --sale ID          the same id sells once; left out, a new one
  --json             the whole answer

Example:
  officina pack sell ten-hours anna --paid bank`,
  options: { paid: { type: 'string' }, sale: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 3 },
  run: (context) => askDesk(context, packWish),
};

function packWish({ words, values }: Context): DeskWish | string {
  const [deed = '', id = '', member = ''] = words;
  if (deed === 'list')
    return id === ''
      ? { method: 'GET', path: '/api/packs', lines: packList }
      : `"${clip(id)}" is one word too many.`;
  if (deed !== 'sell') return `"${clip(deed)}" is no deed; use list or sell.`;
  if (!isId(id)) return `"${clip(id)}" is no pack; "officina pack list" tells their ids.`;
  if (!isId(member)) return `"${clip(member)}" is no member; write a handle or a key.`;
  const paidBy = textOf(values, 'paid') ?? 'cash';
  if (!['cash', 'bank', 'account'].includes(paidBy))
    return `"${clip(paidBy)}" is no way to pay; use cash, bank or account.`;
  const sale = textOf(values, 'sale') ?? newKey();
  if (!isId(sale) || sale.length > 48)
    return `"${clip(sale)}" is no id of a sale; use at most 48 letters, digits and -.`;
  return {
    method: 'POST',
    path: `/api/packs/${id}/sales`,
    body: { sale, member, paidBy },
    lines: () => [`Sold ${id} to ${member}; sale ${sale}.`],
  };
}

async function packList(said: unknown): Promise<readonly string[] | null> {
  const { isPackList } = await import('../contract/is-allowances.ts');
  return isPackList(said) ? packLines(said) : null;
}
