// Moves a booking of one's own to another free start of the same length, at its machine. It stands where it is until the
// gateway has the new one; what the gateway refuses is said with the next start that is free.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BookingView, FreeStarts } from '../../contract/bookings.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { formatDay, formatDayName, formatTime, localDay } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { nowMs, place, words } from '../store.ts';

type MoveBookingProps = { readonly booking: BookingView; onChanged(): void };

/** As far as the gateway looks at once. */
const aheadMs = 9 * 86_400_000;

export function MoveBooking({ booking, onChanged }: MoveBookingProps) {
  const { moving: say } = words.value;
  const start = useSignal('');
  const lengthMs = Date.parse(booking.to) - Date.parse(booking.from);
  const move = () => {
    const to = new Date(Date.parse(start.value) + lengthMs).toISOString();
    return client.moveBooking(booking.booking, { machine: booking.machine, from: start.value, to });
  };
  return (
    <AskTwice say={say.move} look="link" ready={start.value !== ''} act={move} onDone={onChanged}>
      <p>{say.ask}</p>
      <NewStart
        booking={booking}
        lengthMs={lengthMs}
        chosen={start.value}
        choose={(at) => (start.value = at)}
      />
    </AskTwice>
  );
}

type NewStartProps = {
  readonly booking: BookingView;
  readonly lengthMs: number;
  /** The start, as the gateway tells it; empty until one is chosen. */
  readonly chosen: string;
  choose(start: string): void;
};

/** The free starts of the coming days, by day. */
function NewStart({ booking, lengthMs, chosen, choose }: NewStartProps) {
  const { moving: say } = words.value;
  const free = useSignal<FreeStarts['starts'] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const { booking: id, pool, machine, from } = booking;
  useEffect(() => {
    let isLate = false;
    const span = { from: new Date(nowMs.peek()), to: new Date(nowMs.peek() + aheadMs) };
    const wish = { pool, minutes: lengthMs / 60_000, except: id };
    void client
      .freeStarts({ ...wish, from: span.from.toISOString(), to: span.to.toISOString() })
      .then((answer) => {
        if (isLate) return;
        problem.value = answer.ok ? null : answer.problem;
        if (answer.ok)
          free.value = answer.value.starts.filter(
            (one) => one.machine === machine && Date.parse(one.from) !== Date.parse(from),
          );
      });
    return () => {
      isLate = true;
    };
  }, [id, pool, machine, from, lengthMs, free, problem]);
  if (free.value === null)
    return problem.value === null ? (
      <p class="hint">{say.looking}</p>
    ) : (
      <ProblemText problem={problem.value} />
    );
  if (free.value.length === 0) return <p class="hint">{say.none}</p>;
  const dayOf = (at: string): string => localDay(Date.parse(at), place.value);
  const days = [...new Set(free.value.map((one) => dayOf(one.from)))];
  return (
    <label class="field">
      <span>{say.start}</span>
      <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{say.choose}</option>
        {days.map((day) => (
          <optgroup key={day} label={formatDayName(day, place.value.locale)}>
            {free.value
              ?.filter((one) => dayOf(one.from) === day)
              .map((one) => (
                <option key={one.from} value={one.from}>
                  {formatDay(Date.parse(one.from), place.value)},{' '}
                  {formatTime(Date.parse(one.from), place.value)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
