// Chooses a month: a step earlier, a step later, or one of the last two years from the list.

import { formatMonth } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import { nowMs, place, words } from '../store.ts';
import { addMonths, monthAt } from './months.ts';

const offered = 24;

export function MonthPicker({
  month,
  onChoose,
}: {
  readonly month: string;
  readonly onChoose: (month: string) => void;
}) {
  const { statement: say } = words.value;
  const newest = monthAt(nowMs.value, place.value);
  const months = Array.from({ length: offered }, (_, back) => addMonths(newest, -back));
  return (
    <div class="month-picker">
      <button
        type="button"
        aria-label={say.earlier}
        disabled={month === months.at(-1)}
        onClick={() => onChoose(addMonths(month, -1))}
      >
        <Icon name="chevron-left" />
      </button>
      <select aria-label={say.month} value={month} onChange={(event) => onChoose(event.currentTarget.value)}>
        {months.map((choice) => (
          <option key={choice} value={choice}>
            {formatMonth(choice, place.value.locale)}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={say.later}
        disabled={month === newest}
        onClick={() => onChoose(addMonths(month, 1))}
      >
        <Icon name="chevron-right" />
      </button>
    </div>
  );
}
