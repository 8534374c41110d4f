// One's tickets with the reasons for their places, and one's bookings.

import { OwnBookings } from '../booking/own-bookings.tsx';
import { QueueTicket } from '../machine/queue-ticket.tsx';
import { live, words } from '../store.ts';

export function TurnsPart() {
  const { me } = words.value;
  // Each machine of a pool tells its queue.
  const tickets = new Map(
    (live.value.board?.machines ?? []).flatMap(({ queue }) =>
      // A call and a turn that runs stand above, in what is due.
      queue?.mine && queue.mine.phase !== 'called' && queue.mine.phase !== 'running'
        ? [[queue.pool, queue.mine] as const]
        : [],
    ),
  );
  return (
    <>
      {tickets.size === 0 && <p class="hint">{me.noTickets}</p>}
      {[...tickets].map(([pool, mine]) => (
        <section key={pool} class="queue" aria-label={pool}>
          <h3>{pool}</h3>
          <QueueTicket pool={pool} mine={mine} />
        </section>
      ))}
      <OwnBookings />
    </>
  );
}
