// What paid a line of a statement and where it was billed, in words; nothing where no posting paid and nothing was issued.

import type { Statement, StatementLine } from '../../contract/statement.ts';
import { words } from '../store.ts';
import { amountOf } from './amount-of.ts';

type Money = Pick<Statement, 'currency' | 'digits'>;
type Part = NonNullable<StatementLine['paid']>[number];

export function paidOf(
  { paid = [], invoices = [], components }: StatementLine,
  statement: Money,
): readonly string[] {
  const { paidLines: say } = words.value;
  const filled = { count: invoices.length, numbers: invoices.join(', ') };
  const isCredit = components[0]?.what === 'credit';
  const billed = invoices.length === 0 ? [] : [isCredit ? say.credits(filled) : say.invoices(filled)];
  return [...paid.map((part) => partText(part, statement)), ...billed];
}

function partText({ kind, name, unit, amount, minor }: Part, statement: Money): string {
  const { paidLines: say, allowances } = words.value;
  const kindName = allowances.kinds[kind] ?? kind;
  const source = name === null ? kindName : kind === 'invoice' ? say.owedBy({ name }) : name;
  const money = amountOf(minor, statement);
  if (!unit.startsWith('hours:')) return say.money({ source, amount: money });
  return say.hours({ source, hours: hoursOf(amount), amount: money });
}

/** `0:30`, hours and whole minutes. */
function hoursOf(ms: string): string {
  const minutes = Math.trunc(Math.abs(Number(ms)) / 60_000);
  return `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
