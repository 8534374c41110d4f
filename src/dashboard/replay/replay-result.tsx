// A report as people read it: first whether it can be trusted, then a sentence and two bars per group, the table behind it.

import type { ReplayReport } from '../../contract/replay.ts';
import { formatPercent } from '../format.ts';
import { place, words } from '../store.ts';

type Group = ReplayReport['groups'][number];

export function ReplayResult({ report }: { readonly report: ReplayReport }) {
  const { replay: say } = words.value;
  const { past, groups, pools, notes } = report;
  const most = Math.max(1, ...groups.flatMap(({ before, after }) => [before.waitP90, after.waitP90]));
  return (
    <div class="replay-result">
      {!past.isReproduced && (
        <p class="problem" role="alert">
          {say.notThePast}
        </p>
      )}
      <p class="hint">{pastText(past)}</p>
      <ul class="replay-notes">
        {notes.map(({ code, pool }) => (
          <li key={`${code} ${pool}`}>{say.notes[code]({ pool: pool ?? '' })}</li>
        ))}
      </ul>
      <ul class="replay-groups">
        {groups.map((group) => (
          <li key={`${group.by} ${nameOf(group)}`}>
            <h3>
              {nameOf(group)} <small>{say.people({ count: group.people })}</small>
            </h3>
            <p>{say.waits[group.waits]({ before: group.before.waitP90, after: group.after.waitP90 })}</p>
            <Bar which="before" minutes={group.before.waitP90} most={most} />
            <Bar which="after" minutes={group.after.waitP90} most={most} />
          </li>
        ))}
      </ul>
      {groups.length > 0 && <Figures groups={groups} />}
      <h3>{say.pools}</h3>
      <dl class="replay-pools">
        {pools.filter(isTold).map(({ pool, before, after }) => (
          <div key={pool}>
            <dt>{pool}</dt>
            <dd>
              {say.used({ before: percentOf(before?.usedPerMille), after: percentOf(after?.usedPerMille) })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** How well the run meets what was, as far as that can be compared. */
function pastText({ turns, sameOrderPercent, offMinutes }: ReplayReport['past']): string {
  const { replay: say } = words.value;
  return [
    say.past({ turns }),
    ...(sameOrderPercent === null ? [] : [say.pastOrder({ percent: sameOrderPercent })]),
    ...(offMinutes === null ? [] : [say.pastOff({ minutes: offMinutes })]),
  ].join(' ');
}

const nameOf = ({ group, team }: Group): string => {
  const { replay: say } = words.value;
  return group === 'team' ? say.team({ team: team ?? '' }) : (say.groups[group] ?? group);
};

const isTold = ({ before, after }: ReplayReport['pools'][number]): boolean =>
  (before?.usedPerMille ?? after?.usedPerMille ?? null) !== null;

const percentOf = (perMille: number | null | undefined): string =>
  perMille == null ? '–' : formatPercent(perMille / 10, place.value.locale);

type BarProps = { readonly which: 'before' | 'after'; readonly minutes: number; readonly most: number };

/** Its length says it again in the picture; the pattern tells the two apart without colour. */
function Bar({ which, minutes, most }: BarProps) {
  const { replay: say } = words.value;
  return (
    <div class="replay-bar">
      <span>{say[which]}</span>
      <i class={`bar-${which}`} style={{ width: `${(60 * minutes) / most}%` }} />
      <span>{say.minutesShort({ minutes })}</span>
    </div>
  );
}

function Figures({ groups }: { readonly groups: readonly Group[] }) {
  const { replay: say } = words.value;
  const columns = Object.keys(say.columns) as (keyof typeof say.columns)[];
  return (
    <details>
      <summary>{say.table}</summary>
      <div class="scroll">
        <table>
          <caption>{say.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.group}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={`${group.by} ${nameOf(group)}`}>
                <th scope="row">{nameOf(group)}</th>
                {columns.map((column) => (
                  <td key={column}>
                    {group.before[column] ?? '–'} → {group.after[column] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
