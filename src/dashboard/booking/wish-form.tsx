// A wish for the week that is drawn next: a day and a time; the length and the machine are those of the page.

import { useSignal } from '@preact/signals';
import type { PoolBookings } from '../../contract/bookings.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { formatDate, formatDayName, formatTime } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, place, words } from '../store.ts';
import { halfHours } from './week-days.ts';
import { WishList } from './wish-list.tsx';

export type WishFormProps = {
  readonly pool: PoolBookings;
  readonly minutes: number;
  readonly machine: string | null;
  readonly drawnAt: string;
  onWished(): void;
};

export function WishForm({ pool, minutes, machine, drawnAt, onWished }: WishFormProps) {
  const { booking: say } = words.value;
  const week = pool.draft?.week ?? '';
  const days = Array.from({ length: 7 }, (_, index) =>
    new Date(Date.parse(`${week}T12:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const day = useSignal(days[0] ?? '');
  const at = useSignal<number | null>(null);
  const problem = useSignal<Problem | null>(null);
  const isWished = useSignal(false);
  const times = halfHours(day.value, place.value);
  const fromMs = at.value !== null && times.includes(at.value) ? at.value : (times[36] ?? times[0] ?? 0);

  async function wish(event: Event): Promise<void> {
    event.preventDefault();
    const span = {
      from: new Date(fromMs).toISOString(),
      to: new Date(fromMs + minutes * 60_000).toISOString(),
    };
    const answer = await client.wish({ pool: pool.pool, machine, ...span });
    problem.value = answer.ok ? null : answer.problem;
    isWished.value = answer.ok;
    if (answer.ok) onWished();
  }

  return (
    <Panel title={say.wishes}>
      <p class="hint">{say.draft({ week: formatDate(week, place.value.locale), time: drawnAt })}</p>
      <form class="booking-form" onSubmit={(event) => void wish(event)}>
        <label>
          {say.wishDay}
          <select value={day.value} onChange={({ currentTarget }) => (day.value = currentTarget.value)}>
            {days.map((one) => (
              <option key={one} value={one}>
                {formatDayName(one, place.value.locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say.wishTime}
          <select value={fromMs} onChange={({ currentTarget }) => (at.value = Number(currentTarget.value))}>
            {times.map((ms) => (
              <option key={ms} value={ms}>
                {formatTime(ms, place.value)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="primary" disabled={!atWork.value}>
          {say.wish}
        </button>
      </form>
      <ProblemText problem={problem.value} />
      {isWished.value && <p role="status">{say.wished}</p>}
      <WishList wishes={pool.wishes} onChanged={onWished} />
    </Panel>
  );
}
