// A member's own bookings and wishes, what is offered to them, and the address of their calendar.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BookingView, OwnBookings as Own } from '../../contract/bookings.ts';
import { client } from '../client.ts';
import { formatDateTime, formatTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { pages } from '../paths.ts';
import { atWork, nowMs, place, words } from '../store.ts';
import { CalendarPanel } from './calendar-panel.tsx';
import { machineName } from './machine-name.ts';
import { MoveBooking } from './move-booking.tsx';
import { WishList } from './wish-list.tsx';

/** Nothing at all where nothing can be booked. */
export function OwnBookings() {
  const { booking: say } = words.value;
  const own = useSignal<Own | null>(null);
  const turn = useSignal(0);
  const may = atWork.value;
  const changed = () => (turn.value += 1);
  const turned = turn.value;
  useEffect(() => {
    if (!may) return;
    void client.ownBookings().then((answer) => {
      if (answer.ok) own.value = answer.value;
    });
  }, [may, turned, own]);
  const known = own.value;
  if (known === null || (known.pools.length === 0 && known.bookings.length === 0)) return null;
  return (
    <>
      <Panel title={say.own}>
        {known.bookings.length === 0 && <p class="hint">{say.none}</p>}
        <ul class="booking-list">
          {known.bookings.map((one) => (
            <li key={one.booking}>
              <OwnBooking booking={one} onChanged={changed} />
            </li>
          ))}
        </ul>
        {known.pools.map((pool) => (
          <p key={pool}>
            <a href={pages.book(pool)}>{say.title({ pool })}</a>
          </p>
        ))}
      </Panel>
      {known.wishes.length > 0 && (
        <Panel title={say.wishes}>
          <WishList wishes={known.wishes} onChanged={changed} />
        </Panel>
      )}
      <CalendarPanel isInUse={known.calendar} onChanged={changed} />
    </>
  );
}

type OwnBookingProps = { readonly booking: BookingView; onChanged(): void };

function OwnBooking({ booking, onChanged }: OwnBookingProps) {
  const { booking: say } = words.value;
  const handle = useSignal('');
  const { booking: id, machine, from, to, phase, offered, member, drawn, latestCancel } = booking;
  const cancelMs = latestCancel === null ? null : Date.parse(latestCancel);
  const isFree = cancelMs !== null && nowMs.value <= cancelMs;
  return (
    <>
      <p>
        <strong>{machineName(machine)}</strong> {formatDateTime(Date.parse(from), place.value)}–
        {formatTime(Date.parse(to), place.value)} {phase === 'used' && <small>{say.runs}</small>}
      </p>
      {drawn !== null && (
        <p class="hint">{say.drawn({ round: drawn.round, place: drawn.place, rank: drawn.rank })}</p>
      )}
      {offered === 'to-me' && (
        <>
          <p role="status">{say.offeredToMe({ member: member ?? '' })}</p>
          <AskTwice say={say.accept} look="primary" act={() => client.acceptBooking(id)} onDone={onChanged}>
            <p>{say.acceptAsk}</p>
          </AskTwice>
        </>
      )}
      {offered === 'by-me' && <p class="hint">{say.offeredByMe}</p>}
      {booking.mine && phase === 'booked' && (
        <>
          {isFree && cancelMs !== null && (
            <p class="hint">{say.latestCancel({ time: formatDateTime(cancelMs, place.value) })}</p>
          )}
          <MoveBooking booking={booking} onChanged={onChanged} />
          <AskTwice say={say.cancel} look="link" act={() => client.cancelBooking(id)} onDone={onChanged}>
            <p>{isFree ? say.cancelFree : say.cancelLate}</p>
          </AskTwice>
          <AskTwice
            say={say.give}
            look="link"
            ready={handle.value.trim() !== ''}
            act={() => client.giveBooking(id, handle.value.trim())}
            onDone={onChanged}
          >
            <p>{say.giveAsk}</p>
            <label>
              {say.giveTo}
              <input
                type="text"
                maxLength={64}
                autocomplete="off"
                value={handle.value}
                onInput={({ currentTarget }) => (handle.value = currentTarget.value)}
              />
            </label>
          </AskTwice>
        </>
      )}
    </>
  );
}
