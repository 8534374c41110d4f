// The newest five lines of one's statement. Each opens to what its price is made of, what paid it, and the way to contest it.

import { useSignal } from '@preact/signals';
import { Fragment } from 'preact';
import type { AllowancesView } from '../../contract/allowances.ts';
import type { Statement, StatementLine } from '../../contract/statement.ts';
import { partText } from '../allowances/allowance-lines.ts';
import { can } from '../can.ts';
import { ContestCharge } from '../disputes/contest-charge.tsx';
import { formatClock, formatDay, formatDuration } from '../format.ts';
import { pages } from '../paths.ts';
import { amountOf } from '../statement/amount-of.ts';
import { energyOf } from '../statement/energy-of.ts';
import { partsOf } from '../statement/parts-of.ts';
import { whenOf } from '../statement/when-of.ts';
import { atWork, person, place, words } from '../store.ts';

type Props = {
  readonly statement: Statement;
  /** Null while it is not known what paid. */
  readonly allowances: AllowancesView | null;
  readonly onChanged: () => void;
};

const few = 5;

export function StatementLines({ statement, allowances, onChanged }: Props) {
  const { me, statement: say } = words.value;
  const own = statement.accounts.find(({ member }) => member === person.value?.member);
  const lines = [...(own?.lines ?? [])].sort((one, other) => (one.from < other.from ? 1 : -1)).slice(0, few);
  return (
    <section class="panel me-lines" aria-label={say.title}>
      <header>
        <h2>{say.title}</h2>
        <a href={pages.statement}>{me.lines.all}</a>
      </header>
      {lines.length === 0 && <p class="hint">{me.lines.none}</p>}
      <ul class="me-list">
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <Line line={line} statement={statement} allowances={allowances} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const keyOf = ({ session, from, withdrawn, corrected, costCode, components }: StatementLine): string =>
  [session, from, withdrawn === null, corrected?.at, costCode, components[0]?.what].join(' ');

type LineProps = Props & { readonly line: StatementLine };

function Line({ line, statement, allowances, onChanged }: LineProps) {
  const { me, price } = words.value;
  /** Then it stands below, among what was contested. */
  const sent = useSignal(false);
  const parts = partsOf(line, statement);
  const energy = line.energy === null ? null : energyOf(line.energy);
  const clock = price.whens[line.clock] ?? line.clock;
  return (
    <details>
      <summary>
        <span class="me-day">{formatDay(Date.parse(line.from), place.value)}</span>
        <span>
          {line.machineName} <small>{briefOf(line, statement)}</small>
        </span>
        <b class="me-amount">{amountOf(line.minor, statement)}</b>
      </summary>
      <div class="me-line-body">
        <p>
          {whenOf(line)}
          {energy !== null && ` · ${energy}`}
        </p>
        {(parts.length > 0 ? parts : [`${briefOf(line, statement)} ${clock}`]).map((part) => (
          <p key={part}>{part}</p>
        ))}
        {line.gapMs > 0 && <p>{words.value.statement.gap({ time: formatDuration(line.gapMs) })}</p>}
        <p>
          {line.costCode === null ? me.lines.private : me.lines.code({ code: line.costCode })}
          {line.tariff !== null && ` · ${me.lines.tariff({ tariff: line.tariff.slice(0, 8) })}`} ·{' '}
          <a href={pages.machine(line.machine)}>{me.lines.price}</a>
        </p>
        {(line.entered !== null || line.corrected) && <p>{me.lines.byHand}</p>}
        <Paid line={line} allowances={allowances} />
        {isContestable(line) && !sent.value && (
          <ContestCharge
            line={line}
            onSent={() => {
              sent.value = true;
              onChanged();
            }}
          />
        )}
      </div>
    </details>
  );
}

/** `42 min × 8.00 €/h`; nothing for what took no time. */
function briefOf(line: StatementLine, statement: Statement): string {
  const { me, statement: say } = words.value;
  if (line.material || line.corrected) return '';
  const rate =
    line.perHourMinor === null ? say.noTariff : say.rate({ amount: amountOf(line.perHourMinor, statement) });
  return me.lines.time({ time: timeText(Math.abs(line.billedMs)), rate });
}

/** Less than a minute is not nothing. */
const timeText = (ms: number): string => (ms < 60_000 ? formatClock(ms) : formatDuration(ms));

type PaidProps = { readonly line: StatementLine; readonly allowances: AllowancesView | null };

function Paid({ line, allowances }: PaidProps) {
  const { me, allowances: say } = words.value;
  const parts = allowances?.uses.find(({ session }) => session === line.session)?.parts ?? [];
  if (allowances === null || parts.length === 0) return null;
  return (
    <p>
      {me.lines.paid}:{' '}
      {parts.map((part, index) => (
        <Fragment key={`${part.payer} ${part.source}`}>
          {index > 0 && ', '}
          {partText(part, allowances, { say, place: place.value })}
        </Fragment>
      ))}
    </p>
  );
}

const isContestable = ({ minor, withdrawn, components }: StatementLine): boolean =>
  can('contest-charge', { self: person.value, live: atWork.value }) &&
  !minor.startsWith('-') &&
  minor !== '0' &&
  withdrawn === null &&
  components[0]?.what !== 'credit';
