// The lines of one member, with their sum.

import type { Statement, StatementLine } from '../../contract/people.ts';
import { formatClock, formatDateTime, formatDuration, formatTime, localDay } from '../format.ts';
import { place, words } from '../store.ts';
import { amountOf } from './amount-of.ts';

type Account = Statement['accounts'][number];

export function AccountTable({
  account,
  statement,
}: {
  readonly account: Account;
  readonly statement: Statement;
}) {
  const { statement: say } = words.value;
  const headings = [say.machine, say.when, say.billed, say.perHour, say.amount];
  return (
    <section class="account-lines" aria-label={account.name}>
      <h2>
        {account.name} {account.team !== null && <small>{account.team}</small>}
      </h2>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {account.lines.map((line) => (
            <Line key={`${line.session} ${line.from}`} line={line} statement={statement} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {say.sum}
            </th>
            <td colSpan={2}>{amountOf(account.minor, statement)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Line({ line, statement }: { readonly line: StatementLine; readonly statement: Statement }) {
  const { statement: say } = words.value;
  return (
    <tr>
      <th scope="row">{line.machineName}</th>
      <td>{when(line)}</td>
      <td>
        {formatClock(line.billedMs)}
        <small>{say.clocks[line.clock] ?? line.clock}</small>
        {line.gapMs > 0 && <small>{say.gap(formatDuration(line.gapMs))}</small>}
      </td>
      <td>{line.perHourMinor === null ? say.noTariff : say.rate(amountOf(line.perHourMinor, statement))}</td>
      <td>{amountOf(line.minor, statement)}</td>
    </tr>
  );
}

/** `21 Nov, 13:20 – 14:02`; the second day only when it is another one. */
function when({ from, to }: StatementLine): string {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const sameDay = localDay(fromMs, place.value) === localDay(toMs, place.value);
  const end = sameDay ? formatTime(toMs, place.value) : formatDateTime(toMs, place.value);
  return `${formatDateTime(fromMs, place.value)} – ${end}`;
}
