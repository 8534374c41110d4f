// The queue of the machine's pool: how many wait, and one's own place with its reasons. A ticket is taken at the machine;
// here it can only be given back.

import type { MachineCard } from '../../contract/board.ts';
import type { QueueView } from '../../contract/queue.ts';
import { client } from '../client.ts';
import { formatSince } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { pages } from '../paths.ts';
import { live, nowMs, place, words } from '../store.ts';

export function QueuePanel({ card }: { readonly card: MachineCard }) {
  const { queue } = card;
  const { queue: say, policy } = words.value;
  if (queue === undefined) return null;
  const { mine } = queue;
  return (
    <section class="own-session" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p>{queue.waiting === 0 ? say.nobody : say.waiting(queue.waiting)}</p>
      {mine === null && queue.latestStart !== null && <p>{say.allBy(timeOf(queue.latestStart))}</p>}
      {mine !== null && <Mine mine={mine} />}
      {mine?.weight && (
        <p class="hint">
          {say.weight(tenths(mine.weight.percent / 100), tenths(mine.weight.careMinutes / 60))}
        </p>
      )}
      <p>
        <a href={pages.policy}>{policy.link}</a>
      </p>
      {mine !== null && mine.phase !== 'running' && (
        <AskTwice say={say.leave} look="link" act={() => client.leaveQueue(queue.pool)}>
          <p>{say.leaveAsk}</p>
        </AskTwice>
      )}
    </section>
  );
}

function Mine({ mine }: { readonly mine: NonNullable<QueueView['mine']> }) {
  const { queue: say } = words.value;
  const { phase, machine, until } = mine;
  if ((phase === 'called' || phase === 'running') && machine !== null && until !== null)
    return <p role="status">{say[phase](nameOf(machine), timeOf(until))}</p>;
  if (mine.place === null) return <p role="status">{say.parked}</p>;
  return (
    <>
      <p role="status">
        {say.place(mine.place)}{' '}
        {mine.latestStart === null ? say.noLatest : say.latest(timeOf(mine.latestStart))}{' '}
        {mine.likelyStart !== null && say.likely(timeOf(mine.likelyStart))}
      </p>
      {mine.ahead.length > 0 && (
        <ul>
          {mine.ahead.map(({ code, count }) => (
            <li key={code}>{say.ahead[code]?.(count) ?? code}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** As in 1.2, in the language of the page. */
const tenths = (figure: number): string =>
  new Intl.NumberFormat(words.value.language, { maximumFractionDigits: 2 }).format(figure);

const nameOf = (id: string): string => live.value.board?.machines.find((one) => one.id === id)?.name ?? id;

const timeOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
