// When a machine is booked next, on its card and its page, and the way to book it.

import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { formatSince } from '../format.ts';
import { pages } from '../paths.ts';
import { nowMs, person, place, words } from '../store.ts';

export function NextBooking({ card, link }: { readonly card: MachineCard; readonly link: boolean }) {
  const { booking: say } = words.value;
  if (card.booking === undefined) return null;
  const { next } = card.booking;
  const at = next && formatSince(Date.parse(next.from), { nowMs: nowMs.value, place: place.value });
  return (
    <>
      {next && at && (
        <p class="why booked-next">{next.mine ? say.nextMine({ time: at }) : say.nextAt({ time: at })}</p>
      )}
      {link && can('see-own', { self: person.value, live: true }) && (
        <p>
          <a href={pages.book(card.pool)}>{say.open}</a>
        </p>
      )}
    </>
  );
}
