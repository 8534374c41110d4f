// The small chart of a card: name and value in words, the last ten minutes as a line. It moves once a second,
// and with each reading.

import { useEffect } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import { formatReading, formatTime } from '../format.ts';
import { keepMs } from '../live/samples.ts';
import { atWork, layout, nowMs, place, readingTurn, samples, words } from '../store.ts';
import { chartData, gapAfterMs, valueRange } from './chart-data.ts';
import { ChartView } from './chart-view.tsx';
import { formOf } from './form-of.ts';
import { loadRecent } from './load-readings.ts';

export function LiveChart({ card }: { readonly card: MachineCard }) {
  const name = card.chart?.name ?? null;
  const reachable = atWork.value;
  useEffect(() => {
    if (name !== null && reachable) void loadRecent(card.id, name);
  }, [card.id, name, reachable]);

  if (card.chart === null) return null;
  const { unit } = card.chart;
  // A reading is shown with the next picture; between two of them the second turns the chart on.
  void readingTurn(card.id).value;
  const now = Math.max(nowMs.value, samples.of(card.id).at(-1)?.atMs ?? 0);
  const shown = samples.of(card.id).filter(({ atMs }) => atMs >= now - keepMs);
  const last = shown.at(-1);
  const stale = last !== undefined && (!reachable || now - last.atMs > gapAfterMs(shown));
  return (
    <figure class="spark">
      <figcaption>
        <span class="spark-name">
          {words.value.chart.recent({ name: words.value.readings[card.chart.name] ?? card.chart.name })}
        </span>
        {last !== undefined && (
          <span class={stale ? 'spark-value stale' : 'spark-value'}>
            {formatReading(last.mean, { unit, locale: place.value.locale })}
            {stale && ` · ${formatTime(last.atMs, place.value)}`}
          </span>
        )}
      </figcaption>
      {last === undefined ? (
        <p class="spark-empty">{words.value.chart.empty}</p>
      ) : (
        <ChartView
          class="spark-plot"
          form={formOf(card.chart.name)}
          widthPx={layout.value === 'wall' ? 3 : 2}
          axes={null}
          view={{ data: chartData(shown), fromMs: now - keepMs, nowMs: now, range: valueRange(shown, unit) }}
        />
      )}
    </figure>
  );
}
