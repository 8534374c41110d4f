// Locks a machine, for everybody, and unlocks it, for stewards: asked twice, and never taken for an emergency stop.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { LockRequest } from '../../contract/requests.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { person, words } from '../store.ts';

/** For whoever finds something wrong; nothing where it is locked already. */
export function LockOffer({ card }: { readonly card: MachineCard }) {
  const severity = useSignal<LockRequest['severity']>('stop');
  const { lock: say } = words.value.decisions;
  if (!can('lock-machine', { self: person.value, live: true })) return null;
  // A lock for later can still become one for now.
  if (card.lock?.lock === 'at-once' || (card.lock && card.session === null)) return null;
  return (
    <Panel title={say.title}>
      <AskTwice
        key={card.lock?.since ?? 'free'}
        say={say}
        look="danger"
        act={() => client.lock(card.id, { severity: severity.value })}
      >
        <p>
          <b>{say.warning}</b>
        </p>
        <p>{say.what}</p>
        {card.session !== null && (
          <fieldset class="choices">
            <legend>{say.when}</legend>
            {(['stop', 'after'] as const).map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`lock-${card.id}`}
                  checked={severity.value === choice}
                  onChange={() => (severity.value = choice)}
                />
                {say[choice]}
              </label>
            ))}
          </fieldset>
        )}
      </AskTwice>
    </Panel>
  );
}

/** For stewards, where it is locked. */
export function Unlock({ card }: { readonly card: MachineCard }) {
  const { unlock: say } = words.value.decisions;
  if (!card.lock || !can('decide-machine', { self: person.value, live: true })) return null;
  return (
    <AskTwice key={card.lock.since} say={say} look="primary" act={() => client.unlock(card.id)}>
      <p>{say.what}</p>
    </AskTwice>
  );
}
