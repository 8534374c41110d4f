// What marks a line that was entered by hand: who did it, when and why, with the note; and for those who may, the way to
// take it back, which first says what will happen.

import { useSignal } from '@preact/signals';
import type { StatementLine } from '../../contract/statement.ts';
import type { WithdrawalRequest } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { formatDateTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { place, words } from '../store.ts';

export type LineMarkProps = {
  readonly line: StatementLine;
  /** Null where it cannot be withdrawn, or not by this person. */
  readonly onWithdrawn: (() => void) | null;
};

export function LineMark({ line, onWithdrawn }: LineMarkProps) {
  const { entered, withdrawn, corrected } = line;
  const { usage: say } = words.value;
  const who = (by: string) => say.doers[by] ?? by;
  const time = (at: string) => formatDateTime(Date.parse(at), place.value);
  if (corrected) return <Corrected corrected={corrected} who={who} time={time} />;
  if (entered === null) return null;
  const told = withdrawn
    ? say.withdrawnBy({
        who: who(withdrawn.by),
        time: time(withdrawn.at),
        reason: say.withdrawalReasons[withdrawn.why],
      })
    : say.enteredBy({
        who: who(entered.by),
        time: time(entered.at),
        reason: entered.why === 'material' ? say.handedOut : say.reasons[entered.why],
      });
  return (
    <tr class="line-mark">
      <td colSpan={5}>
        <p>
          {told}
          {entered.note !== null && withdrawn === null && <q>{entered.note}</q>}
        </p>
        {onWithdrawn !== null && <Withdraw line={line} onWithdrawn={onWithdrawn} />}
      </td>
    </tr>
  );
}

type CorrectedProps = {
  readonly corrected: NonNullable<StatementLine['corrected']>;
  readonly who: (by: string) => string;
  readonly time: (at: string) => string;
};

function Corrected({ corrected: { by, at, why, note }, who, time }: CorrectedProps) {
  const { materials: say } = words.value;
  const reasons: Readonly<Record<string, string>> = say.correctionReasons;
  return (
    <tr class="line-mark">
      <td colSpan={5}>
        <p>
          {say.corrected({ who: who(by), time: time(at), reason: reasons[why] ?? why })}
          {note !== null && <q>{note}</q>}
        </p>
      </td>
    </tr>
  );
}

type WithdrawProps = { readonly line: StatementLine; readonly onWithdrawn: () => void };
type Why = WithdrawalRequest['why'];

function Withdraw({ line, onWithdrawn }: WithdrawProps) {
  const { session, material } = line;
  const why = useSignal<Why>('mistake');
  const { usage: say } = words.value;
  const labels = {
    offer: say.withdraw,
    keep: say.keep,
    confirm: say.withdrawConfirm,
    working: say.withdrawing,
  };
  return (
    <AskTwice
      say={labels}
      look="link"
      act={() =>
        material
          ? client.withdrawMaterial(session, { why: why.value })
          : client.withdrawUsage(session, { why: why.value })
      }
      onDone={onWithdrawn}
    >
      <p>{say.withdrawAsk}</p>
      <label class="field">
        <span>{say.withdrawWhy}</span>
        <select value={why.value} onChange={(event) => (why.value = event.currentTarget.value as Why)}>
          {Object.entries(say.withdrawalReasons).map(([reason, text]) => (
            <option key={reason} value={reason}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </AskTwice>
  );
}
