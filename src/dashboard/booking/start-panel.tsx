// The start that was chosen, with what booking it means; booked only by a second press.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FreeStarts, PoolBookings } from '../../contract/bookings.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { formatDateTime, formatDay, formatTime } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, place, words } from '../store.ts';

export type StartPanelProps = {
  readonly start: FreeStarts['starts'][number];
  readonly minutes: number;
  readonly pool: PoolBookings;
  onBooked(): void;
  onLeave(): void;
};

export function StartPanel({ start, minutes, pool, onBooked, onLeave }: StartPanelProps) {
  const { booking: say } = words.value;
  const step = useSignal<'ask' | 'working' | 'booked'>('ask');
  const problem = useSignal<Problem | null>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const fromMs = Date.parse(start.from);
  const to = new Date(fromMs + minutes * 60_000).toISOString();
  const name = pool.machines.find(({ id }) => id === start.machine)?.name ?? start.machine;
  const time = (atMs: number) => formatTime(atMs, place.value);
  const latestMs = fromMs - pool.lateHours * 3_600_000;

  async function book(): Promise<void> {
    step.value = 'working';
    const { machine, from } = start;
    const answer = await client.book({ pool: pool.pool, machine, from, to });
    problem.value = answer.ok ? null : answer.problem;
    step.value = answer.ok ? 'booked' : 'ask';
    if (answer.ok) onBooked();
  }

  const [next] = problem.value?.readings ?? [];
  return (
    <section class="panel booking-chosen" ref={panel} tabIndex={-1} aria-label={say.open}>
      <p class="booking-when">
        {say.chosen({
          machine: name,
          day: formatDay(fromMs, place.value),
          from: time(fromMs),
          to: time(Date.parse(to)),
        })}
      </p>
      <p class="hint">{say.hint}</p>
      <p>
        {latestMs < nowMs.value
          ? say.noFreeCancel
          : say.latestCancel({ time: formatDateTime(latestMs, place.value) })}
      </p>
      <ProblemText problem={problem.value} />
      {next !== undefined && <p>{say.nextFree({ time: formatDateTime(Date.parse(next), place.value) })}</p>}
      {step.value === 'booked' ? (
        <p role="status">{say.booked}</p>
      ) : (
        <div class="ask-buttons">
          <button type="button" onClick={onLeave}>
            {say.other}
          </button>
          <button
            type="button"
            class="primary"
            disabled={step.value === 'working' || !atWork.value}
            onClick={() => void book()}
          >
            {step.value === 'working' ? say.booking : say.book}
          </button>
        </div>
      )}
    </section>
  );
}
