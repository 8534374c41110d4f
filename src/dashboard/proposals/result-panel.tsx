// How a vote ended: counts in words, each beside a bar of its length, and for a secret vote the way to find one's own ballot.

import { useSignal } from '@preact/signals';
import type { ProposalView } from '../../contract/proposals.ts';
import { Panel } from '../frame/panel.tsx';
import { words } from '../store.ts';

const choices = ['yes', 'no', 'blank'] as const;

export function ResultPanel({ view }: { readonly view: ProposalView }) {
  const { proposals: say } = words.value;
  const { tally } = view;
  if (tally === null) return null;
  const most = Math.max(1, tally.yes + tally.no + tally.blank);
  return (
    <Panel title={say.result}>
      <p>
        <b>{say.status[view.status]}.</b> {say.could({ voted: view.voted, electors: view.electors })}
      </p>
      <dl class="tally">
        {choices.map((choice) => (
          <div key={choice}>
            <dt>{say.choices[choice]}</dt>
            <dd>
              <progress max={most} value={tally[choice]} aria-label={say.choices[choice]} />
              <span>{say.counted({ count: tally[choice] })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {view.receipts.length > 0 && <Receipts receipts={view.receipts} />}
    </Panel>
  );
}

function Receipts({ receipts }: Pick<ProposalView, 'receipts'>) {
  const { proposals: say } = words.value;
  const typed = useSignal('');
  const given = typed.value.trim();
  const found = receipts.find(({ receipt }) => receipt === given);
  return (
    <>
      <label class="field">
        <span>{say.findReceipt}</span>
        <input
          type="text"
          maxLength={64}
          autoComplete="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <small role="status">
          {given === '' ? '' : found ? say.receiptIs({ choice: say.choices[found.choice] }) : say.receiptNone}
        </small>
      </label>
      <details>
        <summary>{say.receipts}</summary>
        <ul class="receipts">
          {receipts.map(({ receipt, choice }) => (
            <li key={receipt}>
              <code>{receipt}</code> {say.choices[choice]}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
