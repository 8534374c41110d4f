// One's own ticket: where one stands, what would bring one on sooner, going out and coming back, and giving it back.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { QueueView } from '../../contract/queue.ts';
import { nameOfMachine, timeOf } from '../board/call-times.ts';
import { type Answer, client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';
import { QueueReasons } from './queue-reasons.tsx';

type Mine = NonNullable<QueueView['mine']>;
type Props = { readonly pool: string; readonly mine: Mine };

export function QueueTicket({ pool, mine }: Props) {
  const { queue: say } = words.value;
  const isAway = mine.phase === 'away' || mine.phase === 'parked' || mine.phase === 'queued';
  return (
    <div class="queue-ticket" data-phase={mine.phase}>
      <Standing mine={mine} />
      {mine.phase === 'callable' && mine.shorter !== null && <Shorter pool={pool} shorter={mine.shorter} />}
      {mine.phase !== 'running' && (
        <div class="queue-acts">
          {mine.phase === 'callable' && (
            <Act say={say.goOut} act={() => client.ticketAway(pool, true)} primary={false} />
          )}
          {isAway && <Act say={say.amBack} act={() => client.ticketAway(pool, false)} primary={true} />}
          <AskTwice say={say.leave} look="link" act={() => client.leaveQueue(pool)}>
            <p>{say.leaveAsk}</p>
          </AskTwice>
        </div>
      )}
      {mine.reasons.length > 0 && <QueueReasons mine={mine} />}
    </div>
  );
}

/** The number large, and the promise beside it. */
function Standing({ mine }: { readonly mine: Mine }) {
  const { queue: say } = words.value;
  const { phase, machine, until, place, latestStart, likelyStart } = mine;
  if (phase === 'called' || phase === 'running') {
    if (machine === null || until === null) return null;
    return (
      <p class="queue-said" role="status">
        {say[phase]({ machine: nameOfMachine(machine), time: timeOf(until) })}
      </p>
    );
  }
  if (place === null) {
    const text = phase === 'parked' ? say.parked : say.away;
    return (
      <p class="queue-said" role="status">
        {text({ time: until === null ? '' : timeOf(until) })}
      </p>
    );
  }
  return (
    <div class="queue-standing" role="status">
      <p class="queue-place">
        <span class="unseen">{say.place({ place })}</span>
        <span aria-hidden="true">{place}</span>
      </p>
      <p>
        <b>{latestStart === null ? say.noLatest : say.latest({ time: timeOf(latestStart) })}</b>
        {likelyStart !== null && <span>{say.likely({ time: timeOf(likelyStart) })}</span>}
        <small>{say.asked({ minutes: mine.minutes })}</small>
      </p>
    </div>
  );
}

type Shorter = NonNullable<Mine['shorter']>;

function Shorter({ pool, shorter }: { readonly pool: string; readonly shorter: Shorter }) {
  const { queue: say } = words.value;
  const { minutes, effect } = shorter;
  const labels = { ...say.shorter, offer: say.askFor({ minutes }), confirm: say.askFor({ minutes }) };
  return (
    <div class="queue-shorter">
      <p>{say.sooner[effect]({ minutes })}</p>
      <AskTwice key={minutes} say={labels} look="primary" act={() => client.shortenTicket(pool, minutes)}>
        <p>{say.shorterAsk({ minutes })}</p>
      </AskTwice>
    </div>
  );
}

type ActProps = {
  readonly say: { readonly offer: string; readonly working: string };
  readonly primary: boolean;
  act(): Promise<Answer<null>>;
};

/** One press is enough: the other button undoes it. */
function Act({ say, primary, act }: ActProps) {
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  async function press(): Promise<void> {
    working.value = true;
    const answer = await act();
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
  }
  return (
    <>
      <button
        type="button"
        class={primary ? 'primary' : ''}
        disabled={working.value || !atWork.value}
        onClick={() => void press()}
      >
        {working.value ? say.working : say.offer}
      </button>
      <ProblemText problem={problem.value} />
    </>
  );
}
