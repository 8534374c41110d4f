// One device that waits: who it says it is, what it said, and what it may be. What it wrote is text and nothing else.

import { useId } from 'preact/hooks';
import type { UnassignedView } from '../../contract/unassigned.ts';
import { formatSince } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import { atWork, nowMs, place, words } from '../store.ts';
import { entryText, type Target } from './assign-draft.ts';

type Props = {
  readonly device: UnassignedView;
  /** Whether no other one is being assigned. */
  readonly isFree: boolean;
  readonly onAssign: (target: Target) => void;
};

export function NewcomerCard({ device, isFree, onAssign }: Props) {
  const { newcomers: say } = words.value;
  const { client, user, address, how, there, firstSeen, lastSeen, messages, guesses } = device;
  const title = useId();
  return (
    <article class="device" aria-labelledby={title}>
      <header>
        <h3 id={title}>{client}</h3>
        <p class={`standing standing-${there ? 'there' : 'away'}`}>
          <Icon name={there ? 'circle-check' : 'unplug'} />
          {there ? say.there : say.gone({ time: timeOf(lastSeen) })}
        </p>
        <button
          type="button"
          class="primary"
          aria-label={say.assignOf({ client })}
          disabled={!isFree || !atWork.value}
          onClick={() => onAssign({ client, isPart: false, guesses })}
        >
          {say.assign}
        </button>
      </header>
      <dl>
        <div>
          <dt>{say.address}</dt>
          <dd>{address}</dd>
        </div>
        {user !== null && (
          <div>
            <dt>{say.user}</dt>
            <dd>{user}</dd>
          </div>
        )}
        <div class="wide">
          <dt>{say.came}</dt>
          <dd>{say.since({ time: timeOf(firstSeen), how: say.how[how] })}</dd>
        </div>
        <div class="wide">
          <dt>{say.maybe}</dt>
          <dd>{guesses.length === 0 ? say.noGuess : <GuessList guesses={guesses} />}</dd>
        </div>
      </dl>
      {messages.length === 0 ? <p class="hint">{say.saidNothing}</p> : <Messages messages={messages} />}
    </article>
  );
}

/** Few are read here; all of them can be chosen in the form. */
const shownGuesses = 3;

export function GuessList({ guesses }: Pick<Target, 'guesses'>) {
  const { newcomers: say } = words.value;
  const left = guesses.length - shownGuesses;
  return (
    <ul>
      {guesses.slice(0, shownGuesses).map(({ role, entry }) => (
        <li key={`${role} ${entryText(entry)}`}>
          {say.roles[role]}, <code>{entryText(entry)}</code>
        </li>
      ))}
      {left > 0 && <li>+ {left}</li>}
    </ul>
  );
}

function Messages({ messages }: Pick<UnassignedView, 'messages'>) {
  const { newcomers: say } = words.value;
  return (
    <details class="messages">
      <summary>{say.said({ count: messages.length })}</summary>
      <ol>
        {messages.toReversed().map(({ at, topic, text }, index) => (
          // Two may be the same in all they say.
          <li key={`${index} ${at}`}>
            <time dateTime={at}>{timeOf(at)}</time> <b>{topic}</b> <span>{text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const timeOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
