// Locks a machine, for everybody, and unlocks it, for stewards: asked twice, and never taken for an emergency stop.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { LockRequest } from '../../contract/requests.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { person, words } from '../store.ts';

export function LockPanel({ card }: { readonly card: MachineCard }) {
  const severity = useSignal<LockRequest['severity']>('stop');
  const { lock: say } = words.value.decisions;
  if (!can('lock-machine', { self: person.value, live: true })) return null;
  if (card.lock?.lock === 'at-once' || (card.lock && card.session === null)) return <Unlock card={card} />;
  return (
    <>
      {/* A lock for later can still become one for now. */}
      {card.lock && <Unlock card={card} />}
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
    </>
  );
}

function Unlock({ card }: { readonly card: MachineCard }) {
  const { unlock: say } = words.value.decisions;
  if (!can('decide-machine', { self: person.value, live: true })) return null;
  return (
    <AskTwice say={say} look="primary" act={() => client.unlock(card.id)}>
      <p>{say.what}</p>
    </AskTwice>
  );
}
