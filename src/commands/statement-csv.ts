// A statement as CSV (RFC 4180): one line per session, then one per account, then the total. A cell that came from
// outside never becomes a formula in a spreadsheet (invariant 11).

import type { Statement, StatementLine } from '../contract/statement.ts';
import { type Cell, type CsvLines, plain } from '../domain/guard-cell.ts';
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

type Row = Partial<Record<(typeof columns)[number], Cell>>;
type Account = Statement['accounts'][number];

export function statementCsv(statement: Statement, csvLines: CsvLines): string {
  const rows: readonly Row[] = [
    ...statement.accounts.flatMap((account) =>
      account.lines.map((line) => sessionRow(statement, account, line)),
    ),
    ...statement.accounts.map((account) => accountRow(statement, account)),
    { line: 'total', month: statement.month, ...money(statement, statement.minor) },
  ];
  return csvLines([columns, ...rows.map(toLine)]);
}

function sessionRow(statement: Statement, account: Account, line: StatementLine): Row {
  return {
    line: line.corrected ? 'correction' : line.material ? 'material' : 'session',
    month: statement.month,
    ...people(account),
    session: line.session,
    machine: line.machine,
    machine_name: line.machineName,
    pool: line.pool,
    from: line.from,
    to: line.to,
    clock: line.clock,
    billed_ms: line.billedMs,
    gap_ms: line.gapMs,
    per_hour: line.perHourMinor === null ? '' : plain(toDecimal(line.perHourMinor, statement.digits)),
    ...money(statement, line.minor),
    ...byHand(line),
    ...energyOf(line),
    cost_code: line.costCode ?? '',
    tariff: line.tariff ?? '',
    components: componentsText(line.components, statement.digits),
    ...deskOf(line),
  };
}

const byHand = ({ entered, withdrawn }: StatementLine): Row => ({
  entered_by: entered?.by ?? '',
  entered_at: entered?.at ?? '',
  entered_why: entered?.why ?? '',
  note: entered?.note ?? '',
  withdrawn_by: withdrawn?.by ?? '',
  withdrawn_at: withdrawn?.at ?? '',
  withdrawn_why: withdrawn?.why ?? '',
});

const deskOf = ({ material, corrected }: StatementLine): Row => ({
  ...(material && { material: material.id, material_amount: toDecimal(String(material.amount), 3) }),
  ...(corrected && {
    corrected_by: corrected.by,
    corrected_at: corrected.at,
    corrected_why: corrected.why,
    note: corrected.note ?? '',
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
  member: member,
  name: name,
  team: team ?? '',
});

/** Amounts are ours and stay numbers, also below zero. */
const money = ({ digits, currency }: Statement, minor: string): Row => ({
  amount: plain(toDecimal(minor, digits)),
  currency,
});

const toLine = (row: Row): readonly Cell[] => columns.map((column) => row[column] ?? '');
