// The figures of a chart as a table, newest first, and as a file for a spreadsheet. Only times and numbers stand in it.

import { formatFigure, type Place, unitWord } from '../format.ts';
import type { Sample } from '../live/samples.ts';
import { Icon } from '../look/icon.tsx';
import { place, words } from '../store.ts';

export function ReadingsTable(props: {
  readonly rows: readonly Sample[];
  readonly title: string;
  readonly unit: string;
  readonly fileName: string;
  /** How finely the times are told. */
  readonly formatRow: (atMs: number, place: Place) => string;
}) {
  const { chart: say } = words.value;
  const value = (number: number) => formatFigure(number, { unit: props.unit, locale: place.value.locale });
  return (
    <section class="figures" aria-label={say.table}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys */}
      <div class="scroll" tabIndex={0}>
        <table>
          <caption>{props.title + (unitWord(props.unit) === '' ? '' : `, ${unitWord(props.unit)}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{say.time}</th>
              <th scope="col">{say.mean}</th>
              <th scope="col">{say.least}</th>
              <th scope="col">{say.greatest}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map(({ atMs, mean, min, max }) => (
              <tr key={atMs}>
                <th scope="row">{props.formatRow(atMs, place.value)}</th>
                <td>{value(mean)}</td>
                <td>{value(min)}</td>
                <td>{value(max)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" onClick={() => save(props)}>
        <Icon name="download" />
        {say.csv}
      </button>
    </section>
  );
}

function save({ rows, unit, fileName }: { rows: readonly Sample[]; unit: string; fileName: string }): void {
  const lines = rows.map(({ atMs, mean, min, max }) =>
    [new Date(atMs).toISOString(), mean, min, max].join(','),
  );
  const text = [`time,mean,least,greatest (${unit})`, ...lines, ''].join('\n');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
