// A statement as CSV (RFC 4180): one line per session, then one per account, then the total. A cell that came from
// outside never becomes a formula in a spreadsheet (invariant 11).

import type { Statement, StatementLine } from '../contract/people.ts';
import { componentsText } from './components-text.ts';
import { toDecimal } from './to-decimal.ts';

const columns = [
  'line',
  'month',
  'member',
  'name',
  'team',
  'session',
  'machine',
  'machine_name',
  'pool',
  'from',
  'to',
  'clock',
  'billed_ms',
  'gap_ms',
  'per_hour',
  'amount',
  'currency',
  // At the end, so that the columns before keep their places.
  'entered_by',
  'entered_at',
  'entered_why',
  'note',
  'withdrawn_by',
  'withdrawn_at',
  'withdrawn_why',
  'energy_kwh',
  'energy_how',
  'energy_unmeasured_ms',
  'cost_code',
  'tariff',
  'components',
  'material',
  'material_amount',
  'corrected_by',
  'corrected_at',
  'corrected_why',
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;
type Account = Statement['accounts'][number];

export function statementCsv(statement: Statement): string {
  const rows = [
    ...statement.accounts.flatMap((account) =>
      account.lines.map((line) => sessionRow(statement, account, line)),
    ),
    ...statement.accounts.map((account) => accountRow(statement, account)),
    { line: 'total', month: statement.month, ...money(statement, statement.minor) },
  ];
  return [columns.join(','), ...rows.map(toLine)].map((line) => `${line}\r\n`).join('');
}

function sessionRow(statement: Statement, account: Account, line: StatementLine): Row {
  return {
    line: line.corrected ? 'correction' : line.material ? 'material' : 'session',
    month: statement.month,
    ...people(account),
    session: guard(line.session),
    machine: guard(line.machine),
    machine_name: guard(line.machineName),
    pool: guard(line.pool),
    from: guard(line.from),
    to: guard(line.to),
    clock: guard(line.clock),
    billed_ms: String(line.billedMs),
    gap_ms: String(line.gapMs),
    per_hour: line.perHourMinor === null ? '' : toDecimal(line.perHourMinor, statement.digits),
    ...money(statement, line.minor),
    ...byHand(line),
    ...energyOf(line),
    cost_code: guard(line.costCode ?? ''),
    tariff: guard(line.tariff ?? ''),
    components: guard(componentsText(line.components, statement.digits)),
    ...deskOf(line),
  };
}

const byHand = ({ entered, withdrawn }: StatementLine): Row => ({
  entered_by: guard(entered?.by ?? ''),
  entered_at: guard(entered?.at ?? ''),
  entered_why: guard(entered?.why ?? ''),
  note: guard(entered?.note ?? ''),
  withdrawn_by: guard(withdrawn?.by ?? ''),
  withdrawn_at: guard(withdrawn?.at ?? ''),
  withdrawn_why: guard(withdrawn?.why ?? ''),
});

const deskOf = ({ material, corrected }: StatementLine): Row => ({
  ...(material && { material: guard(material.id), material_amount: toDecimal(String(material.amount), 3) }),
  ...(corrected && {
    corrected_by: guard(corrected.by),
    corrected_at: guard(corrected.at),
    corrected_why: guard(corrected.why),
    note: guard(corrected.note ?? ''),
  }),
});

/** Nothing where there is no meter, and no figure where nothing was measured. */
const energyOf = ({ energy }: StatementLine): Row =>
  energy === null
    ? {}
    : {
        energy_kwh: energy.mwh === null ? '' : toDecimal(String(energy.mwh), 6),
        energy_how: energy.how,
        energy_unmeasured_ms: String(energy.unmeasuredMs),
      };

function accountRow(statement: Statement, account: Account): Row {
  return { line: 'account', month: statement.month, ...people(account), ...money(statement, account.minor) };
}

const people = ({ member, name, team }: Account): Row => ({
  member: guard(member),
  name: guard(name),
  team: guard(team ?? ''),
});

/** Amounts are ours and stay numbers, also below zero. */
const money = ({ digits, currency }: Statement, minor: string): Row => ({
  amount: toDecimal(minor, digits),
  currency,
});

/** Spreadsheets take a cell that begins like this for a formula, also after spaces; the quote makes it text. */
export const guard = (text: string): string => (/^\s*[=+\-@|%\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const toLine = (row: Row): string => columns.map((column) => quote(row[column] ?? '')).join(',');

export const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
