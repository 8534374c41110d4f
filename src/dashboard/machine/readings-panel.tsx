// The large chart of a machine with its table beside it: ten minutes live; an hour, a day or a month from the diary.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { Problem } from '../../contract/people.ts';
import { chartData, gapAfterMs, tableRows, valueRange } from '../chart/chart-data.ts';
import { ChartKeys } from '../chart/chart-keys.tsx';
import { ChartView } from '../chart/chart-view.tsx';
import { formOf } from '../chart/form-of.ts';
import { loadReadings } from '../chart/load-readings.ts';
import { formatDateTime, formatDay, formatExactTime, formatReading, formatTime } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { keepMs, type Sample } from '../live/samples.ts';
import { atWork, nowMs, place, samples, words } from '../store.ts';
import { ReadingsTable } from './readings-table.tsx';

const spans = {
  short: { spanMs: keepMs, stepMs: 10_000, formatRow: formatExactTime, formatTick: formatTime },
  hour: { spanMs: 3_600_000, stepMs: 60_000, formatRow: formatTime, formatTick: formatTime },
  day: { spanMs: 86_400_000, stepMs: 900_000, formatRow: formatDateTime, formatTick: formatTime },
  month: { spanMs: 31 * 86_400_000, stepMs: 21_600_000, formatRow: formatDateTime, formatTick: formatDay },
} as const;
type Span = keyof typeof spans;

/** An hour and more move slowly; asking more often would only show the same. */
const refreshMs = 30_000;

type Chart = NonNullable<MachineCard['chart']>;
type PanelProps = { readonly card: MachineCard; readonly chart: Chart };

export function ReadingsPanel({ card, chart }: PanelProps) {
  const { machine: say, chart: sayChart } = words.value;
  const span = useSignal<Span>('short');
  return (
    <section class="readings" aria-label={say.chart}>
      <header>
        <h2>{words.value.readings[chart.name] ?? chart.name}</h2>
        <fieldset class="choice">
          <legend class="unseen">{sayChart.spanTitle}</legend>
          {(Object.keys(spans) as Span[]).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="span"
                checked={span.value === choice}
                onChange={() => (span.value = choice)}
              />
              <span>{sayChart.span[choice]}</span>
            </label>
          ))}
        </fieldset>
      </header>
      <Readings key={span.value} machine={card.id} chart={chart} span={span.value} />
    </section>
  );
}

function Readings(props: {
  readonly machine: string;
  readonly chart: { name: string; unit: string };
  readonly span: Span;
}) {
  const { machine, span } = props;
  const { name, unit } = props.chart;
  const { problem, stretch } = useStretch({ machine, name, span });
  const { chart: say } = words.value;
  if (problem !== null) return <ProblemText problem={problem} />;
  if (stretch === null) return <div class="plot plot-waiting" />;
  const fromMs = nowMs.value - spans[span].spanMs;
  const shown = stretch.filter(({ atMs }) => atMs >= fromMs);
  const last = shown.at(-1);
  if (last === undefined) return <p class="empty">{say.empty}</p>;
  const title = words.value.readings[name] ?? name;
  const axes = {
    unit,
    place: place.value,
    formatTick: spans[span].formatTick,
    noData: (gap: { fromMs: number; toMs: number }) =>
      say.noData({
        from: spans[span].formatTick(gap.fromMs, place.value),
        to: spans[span].formatTick(gap.toMs, place.value),
      }),
  };
  const view = { data: chartData(shown), fromMs, nowMs: nowMs.value, range: valueRange(shown, unit) };
  const rows = tableRows(shown, { stepMs: spans[span].stepMs, limit: 500 });
  return (
    <>
      <p class="sentence">{sentence({ title, unit, ...heardOf({ machine, shown, last }) })}</p>
      <div class="plot-and-table">
        <ChartKeys
          samples={shown}
          say={({ atMs, mean }) =>
            words.value.machineRoom.cursor({
              time: spans[span].formatRow(atMs, place.value),
              value: formatReading(mean, { unit, locale: place.value.locale }),
            })
          }
        >
          {(atMs) => (
            <ChartView class="plot" form={formOf(name)} widthPx={2} axes={axes} view={view} atMs={atMs} />
          )}
        </ChartKeys>
        <ReadingsTable
          rows={rows}
          title={title}
          unit={unit}
          fileName={`${machine}-${name}.csv`}
          formatRow={spans[span].formatRow}
        />
      </div>
    </>
  );
}

type Heard = { readonly shown: readonly Sample[]; readonly last: Sample };

/** What was heard live tells how it is now; the parts of a long stretch are means of what was. */
function heardOf({ machine, ...stretch }: Heard & { readonly machine: string }): Heard {
  const live = samples.of(machine);
  const last = live.at(-1);
  return last === undefined || last.atMs < stretch.last.atMs ? stretch : { shown: live, last };
}

/** How it is, in words; an old value is told with its time. */
function sentence(at: Heard & { title: string; unit: string }): string {
  const { chart: say } = words.value;
  const value = formatReading(at.last.mean, { unit: at.unit, locale: place.value.locale });
  const stale = nowMs.value - at.last.atMs > gapAfterMs(at.shown);
  return stale
    ? say.stale({ name: at.title, value, time: formatTime(at.last.atMs, place.value) })
    : say.sentence({ name: at.title, value });
}

/** Ten minutes are heard live; more is asked of the diary, again and again while the page is open. */
function useStretch({ machine, name, span }: { machine: string; name: string; span: Span }) {
  const fetched = useSignal<readonly Sample[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    async function load(): Promise<void> {
      const answer = await loadReadings({ machine, name, spanMs: spans[span].spanMs });
      problem.value = answer.ok ? null : answer.problem;
      if (!answer.ok) return;
      fetched.value = answer.value;
      if (span === 'short') samples.fill(machine, answer.value);
    }
    void load();
    const timer = span === 'short' ? 0 : window.setInterval(load, refreshMs);
    return () => window.clearInterval(timer);
  }, [machine, name, span, reachable, fetched, problem]);
  if (fetched.value === null) return { problem: problem.value, stretch: null };
  return { problem: problem.value, stretch: span === 'short' ? samples.of(machine) : fetched.value };
}
