// One day of a week to be booked: its free starts as buttons, and what is taken.

import type { BookingView, FreeStarts, PoolBookings } from '../../contract/bookings.ts';
import { formatDayName, formatTime } from '../format.ts';
import { place, words } from '../store.ts';

type Start = FreeStarts['starts'][number];

export type DayColumnProps = {
  readonly day: string;
  readonly starts: readonly Start[];
  readonly bookings: readonly BookingView[];
  readonly machines: PoolBookings['machines'];
  /** The start that is chosen. */
  readonly chosen: string | null;
  choose(start: Start): void;
};

export function DayColumn({ day, starts, bookings, machines, chosen, choose }: DayColumnProps) {
  const { booking: say } = words.value;
  const name = formatDayName(day, place.value.locale);
  const time = (at: string) => formatTime(Date.parse(at), place.value);
  const nameOf = (id: string) => machines.find((one) => one.id === id)?.name ?? id;
  return (
    <section class="booking-day" aria-label={name}>
      <h2>{name}</h2>
      {bookings.length > 0 && (
        <ul class="booking-taken">
          {bookings.map((one) => (
            <li key={one.booking} data-mine={one.mine}>
              <span>
                {time(one.from)}–{time(one.to)}
              </span>{' '}
              {nameOf(one.machine)} <small>{one.mine ? say.mine : (one.member ?? say.taken)}</small>
            </li>
          ))}
        </ul>
      )}
      {starts.length === 0 ? (
        <p class="hint">{say.noStart}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would look and be read as a form.
        <div class="booking-starts" role="group" aria-label={say.freeStarts({ day: name })}>
          {starts.map((start) => (
            <button
              key={start.from}
              type="button"
              aria-label={say.startAt({ time: time(start.from), machine: nameOf(start.machine) })}
              aria-pressed={chosen === start.from}
              onClick={() => choose(start)}
            >
              {time(start.from)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
