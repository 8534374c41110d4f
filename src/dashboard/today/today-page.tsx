// The home of the desk: what waits for this person, the most pressing first, each row with its action in place. With nothing to do
// it says so, and how many machines are heard from.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { TodayRow } from '../../contract/today.ts';
import { AlarmLine } from '../board/alarm-line.tsx';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatDate, formatSince } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { atWork, live, nowMs, person, place, words } from '../store.ts';

/** Alarms come at once by themselves; the rest is not more hurried than this. */
const refreshMs = 30_000;

export function TodayPage() {
  const { today: say } = words.value;
  const may = can('see-today', { self: person.value, live: true });
  const asked = useAsked(may ? 'today' : null, deskClient.today, refreshMs);
  if (!may) return <main class="page">{say.notYours}</main>;
  const alarms = (live.value.board?.alarms ?? []).filter(({ answered }) => answered === null);
  const machines = live.value.board?.machines ?? [];
  const rows = asked.value?.rows ?? [];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const isQuiet = asked.value !== null && rows.length === 0 && alarms.length === 0;
  return (
    <main class="page today">
      <h1>{say.title}</h1>
      <ProblemText problem={asked.problem} />
      {isQuiet && (
        <p class="empty">{say.nothing({ count: machines.filter(({ link }) => link === 'up').length })}</p>
      )}
      {alarms.length > 0 && (
        <Panel title={say.alarms}>
          <ul class="today-rows" data-rows data-key="answer">
            {alarms.map((alarm) => (
              <li key={alarm.alarm} class="tone-alarm">
                <AlarmLine
                  alarm={alarm}
                  name={machines.find(({ id }) => id === alarm.machine)?.name ?? null}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {kinds.map((kind) => (
        <Panel key={kind} title={say.kinds[kind] ?? kind}>
          <ul class="today-rows" data-rows>
            {rows
              .filter((row) => row.kind === kind)
              .map((row) => (
                <Row key={`${row.id} ${row.detail}`} row={row} onDone={asked.again} />
              ))}
          </ul>
        </Panel>
      ))}
      {asked.value !== null && asked.value.more > 0 && (
        <p class="hint">{say.more({ count: asked.value.more })}</p>
      )}
    </main>
  );
}

function Row({ row, onDone }: { readonly row: TodayRow; readonly onDone: () => void }) {
  const { today: say } = words.value;
  const act = say.acts[row.kind] ?? '';
  const label = say.actOn({ act, name: [row.name, row.detail].filter(Boolean).join(', ') });
  return (
    <li class="today-row" data-over={row.over}>
      <span>
        <b>{row.name}</b>
        {row.detail !== null && <span>{row.detail}</span>}
        <small>{whenOf(row)}</small>
      </span>
      {row.kind === 'service-due' ? (
        <Serviced row={row} label={label} act={act} onDone={onDone} />
      ) : (
        <a href={hrefOf(row)} aria-label={label}>
          {act}
        </a>
      )}
    </li>
  );
}

type ServicedProps = {
  readonly row: TodayRow;
  readonly act: string;
  readonly label: string;
  readonly onDone: () => void;
};

/** Written down for the whole machine; what else was done is said on its page. */
function Serviced({ row, act, label, onDone }: ServicedProps) {
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  async function send(): Promise<void> {
    working.value = true;
    const answer = await client.giveCare(row.id, { kind: 'serviced', minutes: 0, part: null, note: null });
    problem.value = answer.ok ? null : answer.problem;
    working.value = false;
    if (answer.ok) onDone();
  }
  return (
    <>
      <button
        type="button"
        aria-label={label}
        disabled={working.value || !atWork.value}
        onClick={() => void send()}
      >
        {act}
      </button>
      <ProblemText problem={problem.value} />
    </>
  );
}

function whenOf({ kind, at, over, count }: TodayRow): string {
  const { today: say } = words.value;
  if (kind === 'month-open') return '';
  if (at === null) return kind === 'device-silent' ? say.never : '';
  // A day or a time.
  const isDay = at.length === 10;
  if (isDay || kind === 'dispute-open') {
    const day = formatDate(at.slice(0, 10), place.value.locale);
    return over ? say.ended({ day }) : say.until({ day });
  }
  const since = say.since({ time: formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value }) });
  return kind === 'problem-open' ? `${say.problems({ count })}, ${since}` : since;
}

function hrefOf({ kind, id }: TodayRow): string {
  switch (kind) {
    case 'problem-open':
    case 'service-due':
      return pages.machineTab(id, 'care');
    case 'device-silent':
    case 'newcomer-waits':
      return pages.devices;
    case 'dispute-open':
      return pages.statement;
    case 'certificate-ends':
    case 'membership-ends':
      return pages.member(id);
    case 'month-open':
    case 'invoice-due':
      return pages.books;
  }
}
