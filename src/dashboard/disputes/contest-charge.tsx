// Contesting what was charged for one line: what is wrong is written first, then sent.

import { useSignal } from '@preact/signals';
import type { StatementLine } from '../../contract/statement.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { whenOf } from '../statement/when-of.ts';
import { words } from '../store.ts';

type Props = { readonly line: StatementLine; readonly onSent: () => void };

export function ContestCharge({ line, onSent }: Props) {
  const { disputes: say } = words.value;
  const text = useSignal('');
  const labels = {
    offer: say.contest,
    offerOf: say.contestOf({ machine: line.machineName, when: whenOf(line) }),
    keep: say.keep,
    confirm: say.send,
    working: say.sending,
  };
  return (
    <AskTwice
      say={labels}
      look="link"
      ready={text.value.trim() !== ''}
      act={() => client.contest({ charge: line.session, text: text.value })}
      onDone={onSent}
    >
      <p>{say.contestAsk}</p>
      <label class="field">
        <span>{say.contestText}</span>
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
