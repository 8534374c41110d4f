// A steward takes a ticket out of the queue: asked twice, with a reason.

import { useSignal } from '@preact/signals';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { words } from '../store.ts';

type Reason = 'absent' | 'asked' | 'rules' | 'mistake';
type Props = { readonly pool: string; readonly member: string; readonly name: string };

export function QueueSkip({ pool, member, name }: Props) {
  const { queue: say } = words.value;
  const reason = useSignal<Reason>('absent');
  const reasons = Object.keys(say.skipReasons) as Reason[];
  const labels = { ...say.skip, offerOf: `${say.skip.offer}: ${name}` };
  return (
    <AskTwice
      say={labels}
      look="danger"
      act={() => client.skipTicket({ pool, member, reason: reason.value })}
    >
      <label class="field">
        <span>{say.skipWhy}</span>
        <select
          value={reason.value}
          onChange={({ currentTarget: { value } }) =>
            (reason.value = reasons.find((one) => one === value) ?? 'absent')
          }
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {say.skipReasons[one]}
            </option>
          ))}
        </select>
      </label>
    </AskTwice>
  );
}
