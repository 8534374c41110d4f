// What is charged: tariffs that are coming, in force and past, and a new one, as a form and as text. What it changes is seen before it
// is added: five usual uses, and the past months under it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { TariffList, TariffView } from '../../contract/tariffs.ts';
import { can } from '../can.ts';
import { formatDate } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, place, words } from '../store.ts';
import { TariffForm } from './tariff-form.tsx';
import { writeLine } from './tariff-lines.ts';
import { tariffsClient } from './tariffs-client.ts';
import '../style/treasurer.css';

const order = ['coming', 'now', 'past'] as const;

export function TariffsPage() {
  const { tariffs: say, books } = words.value;
  const list = useSignal<TariffList | null>(null);
  const problem = useSignal<Problem | null>(null);
  const draft = useSignal<string | null>(null);
  const changes = useSignal(0);
  const allowed = can('see-books', { self: person.value, live: true });
  const mayWrite = can('write-books', { self: person.value, live: atWork.value });
  const reachable = atWork.value;
  useEffect(() => {
    if (!allowed || !reachable) return;
    void tariffsClient.list().then((answer) => {
      if (answer.ok) list.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [allowed, reachable, changes.value, list, problem]);
  if (!allowed) return <main class="page">{books.refused}</main>;
  const known = list.value;
  const begin = ({ text }: TariffView): void => {
    draft.value = writeLine(text, ['from', known?.firstDay ?? '']);
  };
  return (
    <main class="page books">
      <h1>{say.title}</h1>
      <ProblemText problem={problem.value} />
      {known?.tariffs.length === 0 && <p class="empty">{say.none}</p>}
      {known !== null &&
        order.map((state) => {
          const found = known.tariffs.filter((one) => one.state === state);
          if (found.length === 0) return null;
          return (
            <Panel key={state} title={say.states[state]}>
              <ul class="books-rows">
                {found.map((one) => (
                  <li key={one.hash}>
                    <Tariff tariff={one} onLike={mayWrite ? () => begin(one) : null} />
                  </li>
                ))}
              </ul>
            </Panel>
          );
        })}
      {known !== null && mayWrite && (
        <TariffForm
          // Another one to begin with is another form.
          key={draft.value ?? ''}
          list={known}
          begin={
            draft.value ??
            `pool: ${known.pools[0] ?? ''}\nfrom: ${known.firstDay}\nperHour: "0.00"\nclock: loaded`
          }
          onAdded={() => (changes.value += 1)}
        />
      )}
    </main>
  );
}

type TariffProps = { readonly tariff: TariffView; readonly onLike: (() => void) | null };

function Tariff({ tariff, onLike }: TariffProps) {
  const { tariffs: say } = words.value;
  const { pool, plan, team, from, hash, text } = tariff;
  const whom = [plan, team].filter((one) => one !== null).join(' · ');
  return (
    <>
      <details>
        <summary>
          <b>{pool}</b> {whom} {say.from({ day: formatDate(from, place.value.locale) })}{' '}
          <small>{hash.slice(0, 12)}</small>
        </summary>
        <pre class="yaml">{text}</pre>
      </details>
      {onLike !== null && (
        <button type="button" class="link" aria-label={`${say.like}: ${pool} ${from}`} onClick={onLike}>
          {say.like}
        </button>
      )}
    </>
  );
}
