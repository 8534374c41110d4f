// Every machine by what it needs, the most pressing first: the service of its parts, problems that stand open, and who looked after
// it last. What was done is written down on the page of the machine, one press away.

import type { CareListRow } from '../../contract/today.ts';
import { can } from '../can.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatSince } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { hoursText } from '../machine/care-parts.tsx';
import { pages } from '../paths.ts';
import { filters, nowMs, person, place, words } from '../store.ts';

const refreshMs = 30_000;

export function CarePage() {
  const say = words.value.today.care;
  const may = can('see-care', { self: person.value, live: true });
  const { value, problem } = useAsked(may ? 'care' : null, deskClient.careList, refreshMs);
  if (!may) return <main class="page">{say.notYours}</main>;
  const isAll = filters.value.get('all') === 'yes';
  const rows = (value ?? []).filter(
    (row) => isAll || row.problems > 0 || row.due === 'over' || row.due === 'soon',
  );
  return (
    <main class="page care-list">
      <h1>{say.title}</h1>
      <ProblemText problem={problem} />
      <p class="choices">
        <a href={pages.careList} aria-current={isAll ? undefined : 'page'}>
          {say.pressing}
        </a>
        <a href={`${pages.careList}?all=yes`} aria-current={isAll ? 'page' : undefined}>
          {say.all}
        </a>
      </p>
      {value !== null && rows.length === 0 && <p class="empty">{say.none}</p>}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keys.
        <section class="panel scroll" aria-label={say.title} tabIndex={0}>
          <table data-rows>
            <thead>
              <tr>
                <th scope="col">{say.machine}</th>
                <th scope="col">{say.due}</th>
                <th scope="col">{say.left}</th>
                <th scope="col">{say.problems}</th>
                <th scope="col">{say.cared}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <CareRow key={row.machine} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </main>
  );
}

function CareRow({ row }: { readonly row: CareListRow }) {
  const { today, care } = words.value;
  const say = today.care;
  const word = row.due === 'none' ? say.noPlan : care.due[row.due];
  const time =
    row.caredAt === null
      ? ''
      : formatSince(Date.parse(row.caredAt), { nowMs: nowMs.value, place: place.value });
  return (
    <tr data-due={row.due}>
      <th scope="row">
        <a href={pages.machineTab(row.machine, 'care')}>{row.name}</a>
      </th>
      <td>{row.part === null ? word : `${word} · ${row.part.name}`}</td>
      <td>{leftOf(row)}</td>
      <td>{row.worst === null ? '0' : `${row.problems} · ${care.severities[row.worst].title}`}</td>
      <td>
        {row.caredAt === null ? say.nobody : row.caredBy === null ? time : say.by({ who: row.caredBy, time })}
      </td>
    </tr>
  );
}

function leftOf({ leftMs, leftJobs, leftDays }: CareListRow): string {
  const { left, past } = words.value.care;
  const texts = [
    leftMs === null ? null : (leftMs < 0 ? past : left).hours({ text: hoursText(Math.abs(leftMs)) }),
    leftJobs === null ? null : (leftJobs < 0 ? past : left).jobs({ count: Math.abs(leftJobs) }),
    leftDays === null ? null : (leftDays < 0 ? past : left).days({ count: Math.abs(leftDays) }),
  ];
  return texts.filter((text) => text !== null).join(' · ');
}
