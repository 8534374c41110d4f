// The lines of one member, with their sum.

import { Fragment } from 'preact';
import type { Statement, StatementLine } from '../../contract/statement.ts';
import { can } from '../can.ts';
import { ContestLine } from '../disputes/contest-line.tsx';
import { formatClock, formatDuration } from '../format.ts';
import { atWork, person, words } from '../store.ts';
import { amountOf } from './amount-of.ts';
import { CorrectCharge } from './correct-charge.tsx';
import { energyOf } from './energy-of.ts';
import { LineMark } from './line-mark.tsx';
import { paidOf } from './paid-of.ts';
import { partsOf } from './parts-of.ts';
import { whenOf } from './when-of.ts';

type Account = Statement['accounts'][number];

export function AccountTable({
  account,
  statement,
  onChanged,
}: {
  readonly account: Account;
  readonly statement: Statement;
  /** A use was withdrawn: the statement is another now. */
  readonly onChanged: () => void;
}) {
  const { statement: say } = words.value;
  const mayWithdraw = can('enter-usage', { self: person.value, live: atWork.value });
  const mayCorrect = can('correct-charge', { self: person.value, live: atWork.value });
  const mayContest =
    account.member === person.value?.member &&
    can('contest-charge', { self: person.value, live: atWork.value });
  const gone = new Set(account.lines.filter(({ withdrawn }) => withdrawn).map(({ session }) => session));
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
            <Fragment
              key={`${line.session} ${line.from} ${line.withdrawn === null} ${line.corrected?.at} ${line.costCode} ${line.components[0]?.what}`}
            >
              <Line line={line} statement={statement} />
              {mayCorrect && line.corrected === undefined && !gone.has(line.session) && (
                <tr class="line-mark">
                  <td colSpan={5}>
                    {/* Anew for each correction: once confirmed it stays locked. */}
                    <CorrectCharge
                      key={correctionsOf(account, line)}
                      line={line}
                      statement={statement}
                      onCorrected={onChanged}
                    />
                  </td>
                </tr>
              )}
              {mayContest && isCharge(line) && <ContestLine line={line} onSent={onChanged} />}
              <LineMark line={line} onWithdrawn={mayWithdraw && !gone.has(line.session) ? onChanged : null} />
            </Fragment>
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

/** What costs something, and was not taken off. */
const isCharge = ({ minor, withdrawn, components }: StatementLine): boolean =>
  !minor.startsWith('-') && minor !== '0' && withdrawn === null && components[0]?.what !== 'credit';

function Line({ line, statement }: { readonly line: StatementLine; readonly statement: Statement }) {
  const { statement: say } = words.value;
  return (
    <tr class={line.entered === null ? undefined : 'marked'}>
      <th scope="row">
        {line.machineName}
        {line.costCode !== null && <small>{line.costCode}</small>}
      </th>
      <td>
        {whenOf(line)}
        {line.energy !== null && <small>{energyOf(line.energy)}</small>}
      </td>
      <td>
        {hasClock(line) && (
          <>
            {line.billedMs < 0 && '−'}
            {formatClock(Math.abs(line.billedMs))}
            <small>{say.clocks[line.clock] ?? line.clock}</small>
          </>
        )}
        {line.gapMs > 0 && <small>{say.gap({ time: formatDuration(line.gapMs) })}</small>}
      </td>
      <td>{hasClock(line) && rateOf(line, statement)}</td>
      <td>
        {amountOf(line.minor, statement)}
        {[...partsOf(line, statement), ...paidOf(line, statement)].map((part) => (
          <small key={part}>{part}</small>
        ))}
      </td>
    </tr>
  );
}

const correctionsOf = ({ lines }: Account, { session }: StatementLine): number =>
  lines.filter((line) => line.session === session && line.corrected).length;

/** A material and a correction take no time. */
const hasClock = ({ material, corrected }: StatementLine): boolean => !material && !corrected;

function rateOf({ perHourMinor }: StatementLine, statement: Statement): string {
  const { statement: say } = words.value;
  return perHourMinor === null ? say.noTariff : say.rate({ amount: amountOf(perHourMinor, statement) });
}
