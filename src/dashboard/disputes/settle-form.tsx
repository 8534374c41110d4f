// Deciding what somebody else contests: all, an amount, a time or nothing is taken off, with an answer to the member.

import { useSignal } from '@preact/signals';
import type { DisputeView, SettlementRequest } from '../../contract/disputes.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { words } from '../store.ts';
import { readMinor } from './read-minor.ts';

type Choice = 'accepted' | 'amount' | 'time' | 'rejected';
type Props = { readonly dispute: DisputeView; readonly onSettled: () => void };

export function SettleForm({ dispute, onSettled }: Props) {
  const { disputes: say } = words.value;
  const choice = useSignal<Choice>('accepted');
  const size = useSignal('');
  const text = useSignal('');
  const body = bodyOf({ choice: choice.value, size: size.value, text: text.value, digits: dispute.digits });
  const labels = {
    offer: say.decide,
    offerOf: say.decideOf({ name: dispute.name ?? say.gone }),
    keep: say.keep,
    confirm: say.decide,
    working: say.deciding,
  };
  return (
    <AskTwice
      say={labels}
      look="primary"
      ready={body !== null}
      // The second press is not there without a body.
      act={() => client.settleDispute(dispute.dispute, body ?? { outcome: 'rejected', text: text.value })}
      onDone={onSettled}
    >
      <p>{say.decideAsk}</p>
      <label class="field">
        <span>{say.outcome}</span>
        <select
          value={choice.value}
          onChange={(event) => (choice.value = event.currentTarget.value as Choice)}
        >
          {Object.entries(say.outcomes).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {(choice.value === 'amount' || choice.value === 'time') && (
        <label class="field">
          <span>{choice.value === 'amount' ? say.amount({ currency: dispute.currency }) : say.minutes}</span>
          <input
            inputMode="decimal"
            maxLength={16}
            value={size.value}
            onInput={(event) => (size.value = event.currentTarget.value)}
          />
        </label>
      )}
      <label class="field">
        <span>{say.answer}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <small>{say.textHint}</small>
      </label>
    </AskTwice>
  );
}

type Typed = {
  readonly choice: Choice;
  readonly size: string;
  readonly text: string;
  readonly digits: number;
};

/** Null while something is missing. */
function bodyOf({ choice, size, text, digits }: Typed): SettlementRequest | null {
  if (text.trim() === '') return null;
  if (choice === 'accepted' || choice === 'rejected') return { outcome: choice, text };
  const amount = readMinor(size, choice === 'amount' ? digits : 0);
  if (amount === null || amount === '0') return null;
  return choice === 'amount'
    ? { outcome: 'partly', minor: amount, text }
    : { outcome: 'partly', minutes: Number(amount), text };
}
