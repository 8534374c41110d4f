// The month in three figures: hours at machines, how much of one's part of the turns is used, and what is owed or left; and,
// one press away, how each of them comes about. Never a place among others.

import type { AllowancesView } from '../../contract/allowances.ts';
import type { Statement } from '../../contract/statement.ts';
import { formatDuration } from '../format.ts';
import { pages } from '../paths.ts';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';
import type { OwnFacts } from './use-own-facts.ts';

type Props = { readonly facts: OwnFacts; readonly allowances: AllowancesView | null };

export function MonthFigures({ facts, allowances }: Props) {
  const { month: say } = words.value.me;
  const { statement, standing } = facts;
  if (statement === null) return null;
  const { ms, sessions } = timeOf(statement);
  const percent = percentOf(standing);
  const money = moneyOf({ facts, allowances });
  return (
    <section class="me-month" aria-label={say.title}>
      <dl>
        <Figure figure={formatDuration(ms)} label={say.hours} />
        <Figure
          figure={percent === null ? '–' : `${percent}\u00a0%`}
          label={percent === null ? say.noShare : say.share}
        />
        {money !== null && <Figure figure={money.figure} label={money.label} />}
      </dl>
      <details class="me-how">
        <summary>{say.how}</summary>
        <ul>
          <li>{say.howHours({ count: sessions })}</li>
          {standing?.turns.map(({ pool, usedS, partS }) => (
            <li key={pool}>
              {say.howShare({
                pool,
                used: formatDuration(usedS * 1000),
                part: formatDuration(partS * 1000),
              })}
            </li>
          ))}
          {percent !== null && (
            <li>
              {say.howPart} <a href={pages.policy}>{say.rules}</a>
            </li>
          )}
          {money?.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Figure({ figure, label }: { readonly figure: string; readonly label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="figure">{figure}</dd>
    </div>
  );
}

/** Of what has ended; a material takes no time, and what was taken back was none. */
function timeOf({ accounts }: Statement): { readonly ms: number; readonly sessions: number } {
  const lines = accounts.flatMap((account) => account.lines);
  const gone = new Set(lines.filter(({ withdrawn }) => withdrawn).map(({ session }) => session));
  const used = lines.filter(
    ({ session, material, corrected }) => !gone.has(session) && !material && !corrected,
  );
  const ms = used.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  return { ms, sessions: new Set(used.map(({ session }) => session)).size };
}

function percentOf(standing: OwnFacts['standing']): number | null {
  const turns = standing?.turns ?? [];
  const part = turns.reduce((sum, { partS }) => sum + partS, 0);
  const used = turns.reduce((sum, { usedS }) => sum + usedS, 0);
  return part === 0 ? null : Math.round((used * 100) / part);
}

/** What is to be paid comes first; then what is left; and where there is neither, what was used. */
function moneyOf({ facts: { invoices, statement }, allowances }: Props) {
  const { month: say } = words.value.me;
  if (statement === null) return null;
  const open = (invoices?.invoices ?? []).reduce((sum, { openMinor }) => sum + BigInt(openMinor), 0n);
  const wallet = BigInt(allowances?.wallet.minor ?? '0');
  const amount = (minor: bigint): string => amountOf(minor.toString(), statement);
  const used = amount(BigInt(statement.minor));
  const how = [say.howMonth({ amount: used })];
  if (open > 0n) how.push(say.howPay({ amount: amount(open) }));
  if (wallet !== 0n) how.push(say.howWallet({ amount: amount(wallet) }));
  if (open > 0n) return { figure: amount(open), label: say.toPay, how };
  if (wallet !== 0n) return { figure: amount(wallet), label: say.wallet, how };
  return { figure: used, label: say.soFar, how };
}
