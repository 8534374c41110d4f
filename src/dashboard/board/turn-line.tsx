// One's own turn, above all machines: where to go and until when. Polite to screen readers, once.

import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { atWork, live, words } from '../store.ts';
import { nameOfMachine, timeOf } from './call-times.ts';

export function TurnLine() {
  const mine = live.value.board?.machines
    .map(({ queue }) => queue?.mine)
    .find((ticket) => ticket?.phase === 'called' && ticket.machine !== null && ticket.until !== null);
  return (
    <div class="turn-line" role="status">
      {mine?.machine && mine.until && atWork.value && (
        <a class="turn" href={pages.machine(mine.machine)}>
          <Icon name="hand" />
          <span>
            {words.value.queue.called({ machine: nameOfMachine(mine.machine), time: timeOf(mine.until) })}
          </span>
          <Icon name="chevron-right" />
        </a>
      )}
    </div>
  );
}
