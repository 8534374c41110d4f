// Described boxes that may be more than was described: a relay beside the reader, other plugs of a bridge.

import type { KnownBoxView } from '../../contract/unassigned.ts';
import { atWork, words } from '../store.ts';
import type { Target } from './assign-draft.ts';
import { GuessList } from './newcomer-card.tsx';

type Props = {
  readonly boxes: readonly KnownBoxView[];
  /** Whether no other one is being assigned. */
  readonly isFree: boolean;
  readonly onAdd: (target: Target) => void;
};

export function KnownBoxes({ boxes, isFree, onAdd }: Props) {
  const { newcomers: say } = words.value;
  return (
    <details class="known-boxes">
      <summary>{say.partTitle}</summary>
      <p class="hint">{say.partIntro}</p>
      <ul class="device-list">
        {boxes.map(({ client, parts, guesses }) => (
          <li key={client} class="device">
            <header>
              <h3>{client}</h3>
              <button
                type="button"
                aria-label={say.partOf({ client })}
                disabled={!isFree || !atWork.value}
                onClick={() => onAdd({ client, isPart: true, guesses })}
              >
                {say.partAdd}
              </button>
            </header>
            <p>{say.partIs({ parts: parts.map(({ role, id }) => `${say.roles[role]} ${id}`).join(', ') })}</p>
            {guesses.length > 0 && (
              <dl>
                <div class="wide">
                  <dt>{say.maybe}</dt>
                  <dd>
                    <GuessList guesses={guesses} />
                  </dd>
                </div>
              </dl>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
