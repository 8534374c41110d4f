// A week of a pool to be booked: first the length, then a start. Days stand side by side on a desk and below each other on
// a phone; what is free is a button, what is taken is said.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FreeStarts, PoolBookings } from '../../contract/bookings.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatDateTime, formatDuration } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { DayColumn } from './day-column.tsx';
import { StartPanel } from './start-panel.tsx';
import { lengthsBetween, onDay, spanOf, startsOf, weekDays } from './week-days.ts';
import { WishForm } from './wish-form.tsx';

type Start = FreeStarts['starts'][number];

export function BookPage({ pool }: { readonly pool: string }) {
  const { booking: say } = words.value;
  const week = useSignal(0);
  const minutes = useSignal(60);
  const machine = useSignal<string | null>(null);
  const chosen = useSignal<Start | null>(null);
  const turn = useSignal(0);
  const days = weekDays(nowMs.value, { week: week.value, place: place.value });
  const { known, free, problem } = useWeek({ pool, days, minutes: minutes.value, turn: turn.value });
  const isMember = can('see-own', { self: person.value, live: true });
  const weeks = Math.ceil((known?.horizonDays ?? 14) / 7);

  return (
    <main class="page booking">
      <header>
        <h1>{say.title({ pool })}</h1>
        {isMember && <a href={pages.mePart('turns')}>{say.own}</a>}
      </header>
      <ProblemText problem={problem} />
      {known !== null && (
        <form class="booking-form" onSubmit={(event) => event.preventDefault()}>
          <label>
            {say.length}
            <select
              value={minutes.value}
              onChange={({ currentTarget }) => {
                minutes.value = Number(currentTarget.value);
                chosen.value = null;
              }}
            >
              {lengthsBetween(known.leastMinutes, known.mostMinutes).map((one) => (
                <option key={one} value={one}>
                  {formatDuration(one * 60_000)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say.machine}
            <select
              value={machine.value ?? ''}
              onChange={({ currentTarget }) => (machine.value = currentTarget.value || null)}
            >
              <option value="">{say.anyMachine}</option>
              {known.machines.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {/* biome-ignore lint/a11y/useSemanticElements: two buttons, not a group of fields. */}
          <div class="booking-weeks" role="group" aria-label={say.week}>
            <button type="button" disabled={week.value === 0} onClick={() => (week.value -= 1)}>
              {say.earlier}
            </button>
            <button type="button" disabled={week.value >= weeks} onClick={() => (week.value += 1)}>
              {say.later}
            </button>
          </div>
        </form>
      )}
      {chosen.value !== null && known !== null && (
        <StartPanel
          key={`${chosen.value.machine} ${chosen.value.from}`}
          start={chosen.value}
          minutes={minutes.value}
          pool={known}
          onBooked={() => (turn.value += 1)}
          onLeave={() => (chosen.value = null)}
        />
      )}
      {known !== null && free === null && isMember && <p class="hint">{say.loading}</p>}
      {known !== null && (
        <div class="booking-week">
          {days.map((day) => (
            <DayColumn
              key={day}
              day={day}
              starts={startsOf(onDay(free?.starts ?? [], { day, place: place.value }), machine.value)}
              bookings={onDay(known.bookings, { day, place: place.value }).filter(
                (one) => machine.value === null || one.machine === machine.value,
              )}
              machines={known.machines}
              chosen={chosen.value?.from ?? null}
              choose={(start) => (chosen.value = start)}
            />
          ))}
        </div>
      )}
      {known?.draft && isMember && (
        <WishForm
          pool={known}
          minutes={minutes.value}
          machine={machine.value}
          drawnAt={formatDateTime(Date.parse(known.draft.drawnAt), place.value)}
          onWished={() => (turn.value += 1)}
        />
      )}
    </main>
  );
}

type Asked = {
  readonly pool: string;
  readonly days: readonly string[];
  readonly minutes: number;
  /** Turns when something was booked or wished for. */
  readonly turn: number;
};

function useWeek({ pool, days, minutes, turn }: Asked) {
  const known = useSignal<PoolBookings | null>(null);
  const free = useSignal<FreeStarts | null>(null);
  const problem = useSignal<Problem | null>(null);
  const first = days[0] ?? '';
  const may = atWork.value;
  const isMember = can('see-own', { self: person.value, live: true });
  useEffect(() => {
    if (!may) return undefined;
    let isLate = false;
    const span = spanOf(days, nowMs.peek());
    free.value = null;
    void client.bookings(pool, span).then((answer) => {
      if (isLate) return;
      if (answer.ok) known.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
    if (isMember)
      void client.freeStarts({ pool, minutes, ...span }).then((answer) => {
        if (!isLate && answer.ok) free.value = answer.value;
      });
    return () => {
      isLate = true;
    };
  }, [pool, first, minutes, turn, may, isMember, known, free, problem]);
  return { known: known.value, free: free.value, problem: problem.value };
}
