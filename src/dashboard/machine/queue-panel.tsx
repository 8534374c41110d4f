// The queue of the machine's pool: one's own place and what can be done with it, why it is where it is, and the line as
// everybody sees it. A ticket is taken at the machine, never here.

import type { MachineCard } from '../../contract/board.ts';
import type { QueueView } from '../../contract/queue.ts';
import { nameOfMachine, timeOf } from '../board/call-times.ts';
import { pages } from '../paths.ts';
import { words } from '../store.ts';
import { QueueSkip } from './queue-skip.tsx';
import { QueueTicket } from './queue-ticket.tsx';

export function QueuePanel({ card }: { readonly card: MachineCard }) {
  const { queue } = card;
  const { queue: say, policy } = words.value;
  if (queue === undefined) return null;
  const { mine, line } = queue;
  return (
    <section class="queue" aria-label={say.title}>
      <header class="queue-head">
        <h2>{say.title}</h2>
        {line.length === 0 && <p>{say.nobody}</p>}
        {queue.waiting > 0 && <p>{say.waiting({ count: queue.waiting })}</p>}
      </header>
      {mine !== null && <QueueTicket pool={queue.pool} mine={mine} />}
      {mine?.weight && (
        <p class="hint">
          {say.weight({
            weight: tenths(mine.weight.percent / 100),
            hours: tenths(mine.weight.careMinutes / 60),
          })}
        </p>
      )}
      {line.length > 0 && (
        <ol class="queue-line" aria-label={say.line}>
          {line.map((place, index) => (
            <Place key={place.key ?? index} pool={queue.pool} place={place} />
          ))}
        </ol>
      )}
      {mine === null && queue.latestStart !== null && (
        <p class="hint">{say.allBy({ time: timeOf(queue.latestStart) })}</p>
      )}
      <p class="hint">
        <a href={pages.policy}>{policy.link}</a>
      </p>
    </section>
  );
}

type PlaceProps = { readonly pool: string; readonly place: QueueView['line'][number] };

function Place({ pool, place }: PlaceProps) {
  const { queue: say } = words.value;
  const { member, mine, phase, key } = place;
  const name = member ?? say.somebody;
  return (
    <li data-phase={phase} data-mine={mine}>
      <b>{mine ? say.you : name}</b>
      <span>{placeText(place)}</span>
      {key !== undefined && !mine && <QueueSkip pool={pool} member={key} name={name} />}
    </li>
  );
}

function placeText({ phase, machine, until, latestStart }: QueueView['line'][number]): string {
  const { queue: say } = words.value;
  const time = until === null ? '' : timeOf(until);
  if (phase === 'called')
    return say.isCalled({ machine: machine === null ? '' : nameOfMachine(machine), time });
  if (phase === 'callable')
    return latestStart === null ? say.waits : say.waitsUntil({ time: timeOf(latestStart) });
  return phase === 'parked' ? say.isParked({ time }) : say.isAway({ time });
}

/** As in 1.2, in the language of the page. */
const tenths = (figure: number): string =>
  new Intl.NumberFormat(words.value.language, { maximumFractionDigits: 2 }).format(figure);
