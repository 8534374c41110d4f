// What still stands in the way of closing a month, gate by gate with a way to its list, and the closing itself: for ever, after its
// name was typed. A gate that only wants to be looked at stops nothing.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BooksDrafts } from '../../contract/books.ts';
import { client } from '../client.ts';
import { formatDateTime, formatMonth } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { Icon } from '../look/icon.tsx';
import { monthAt } from '../statement/months.ts';
import { atWork, nowMs, place, words } from '../store.ts';
import { booksClient } from './books-client.ts';
import { type Gate, gatesOf } from './gates-of.ts';

type Props = {
  readonly drafts: BooksDrafts;
  readonly mayWrite: boolean;
  /** Turns when something was changed. */
  readonly changes: number;
  onClosed(): void;
};

export function MonthGates({ drafts, mayWrite, changes, onClosed }: Props) {
  const { monthClose: say } = words.value;
  const told = useSignal<{ readonly disputes: number; readonly unbalanced: number } | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    let isLate = false;
    void Promise.all([client.disputes(true), booksClient.balances()]).then(([disputes, ledger]) => {
      if (isLate || !ledger.ok) return;
      const open = disputes.ok ? disputes.value.disputes.filter(({ status }) => status === 'open') : [];
      told.value = { disputes: open.length, unbalanced: unbalanced(ledger.value.balances) };
    });
    return () => {
      isLate = true;
    };
  }, [reachable, changes, told]);

  const gates = told.value && gatesOf(drafts, told.value);
  if (gates === null) return null;
  const stops = gates.filter(({ mark }) => mark === 'stops').length;
  return (
    <Panel title={say.gatesTitle}>
      <p class="gate-sum">{say.inTheWay({ count: stops })}</p>
      <ul class="gates">
        {gates.map((gate) => (
          <GateRow key={gate.gate} {...gate} />
        ))}
      </ul>
      <Closing drafts={drafts} stops={stops} mayWrite={mayWrite} onClosed={onClosed} />
    </Panel>
  );
}

const marks = { fine: 'circle-check', look: 'flag', stops: 'triangle-alert' } as const;

function GateRow({ gate, count, mark, at }: Gate) {
  const { monthClose: say } = words.value;
  return (
    <li class={`gate gate-${mark}`}>
      <Icon name={marks[mark]} />
      <span>
        {say.gates[gate]} <small>{say.marks[mark]}</small>
      </span>
      <b class="draft-amount">{count}</b>
      {count > 0 && at !== null && (
        <button
          type="button"
          class="link"
          aria-label={`${say.goTo}: ${say.gates[gate]}`}
          onClick={() => goTo(at)}
        >
          {say.goTo}
        </button>
      )}
    </li>
  );
}

/** The hash names the page, so that places on it are reached by the focus. */
function goTo(at: string): void {
  const found = document.getElementById(at);
  found?.scrollIntoView({ block: 'start' });
  found?.focus({ preventScroll: true });
}

type ClosingProps = Pick<Props, 'drafts' | 'mayWrite' | 'onClosed'> & { readonly stops: number };

function Closing({ drafts, stops, mayWrite, onClosed }: ClosingProps) {
  const { monthClose: say } = words.value;
  const typed = useSignal('');
  const { month, closed, closing } = drafts;
  const name = formatMonth(month, place.value.locale);
  if (closing !== null) {
    const when = formatDateTime(Date.parse(closing.at), place.value);
    return (
      <p role="status">
        {say.closedBy({ who: closing.by ?? say.someone, when, entry: String(closing.entry) })}
      </p>
    );
  }
  if (!mayWrite || (closed !== null && month <= closed)) return null;
  const isOver = month < monthAt(nowMs.value, place.value);
  if (stops > 0 || !isOver)
    return (
      <div class="ask">
        <button type="button" aria-disabled="true" aria-describedby="close-why">
          {say.close({ month: name })}
        </button>
        <p class="hint" id="close-why">
          {isOver ? say.inTheWay({ count: stops }) : say.runs}
        </p>
      </div>
    );
  const labels = {
    ...{ offer: say.close({ month: name }), keep: say.keep },
    ...{ confirm: say.close({ month: name }), working: say.closing },
  };
  return (
    <AskTwice
      say={labels}
      look="danger"
      ready={typed.value.trim().toLocaleLowerCase() === name.toLocaleLowerCase()}
      act={() => booksClient.close(month)}
      onDone={onClosed}
    >
      <p>{say.closeAsk({ month: name })}</p>
      <label class="field">
        <span>{say.closeType({ month: name })}</span>
        <input
          autocomplete="off"
          maxlength={40}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </label>
    </AskTwice>
  );
}

/** Units in which all accounts together are not nought. */
function unbalanced(balances: readonly { readonly unit: string; readonly minor: string }[]): number {
  const sums = new Map<string, bigint>();
  for (const { unit, minor } of balances) sums.set(unit, (sums.get(unit) ?? 0n) + BigInt(minor));
  return [...sums.values()].filter((sum) => sum !== 0n).length;
}
