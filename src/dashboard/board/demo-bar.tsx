// The foot of the demo shop: the badges and the reader to hold them to. It is there only when the gateway says it is the demo.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DemoBadge, Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client, type DemoShop } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, layout, live, person, words } from '../store.ts';
import { AnswerLine } from './answer-line.tsx';
import { tapDemoBadge } from './demo-taps.ts';

type Place = { readonly reader: string; readonly machine: string; readonly name: string };

export function DemoBar() {
  const shop = useSignal<DemoShop | null>(null);
  const problem = useSignal<Problem | null>(null);
  const chosen = useSignal(0);
  const { demo: say } = words.value;
  const reachable = atWork.value;

  useEffect(() => {
    if (!reachable) return;
    void client.demo().then((answer) => {
      if (answer.ok) shop.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [reachable, shop, problem]);

  const places = shop.value === null ? [] : placesOf(shop.value);
  const place = places[chosen.value] ?? places[0];

  async function tap(badge: DemoBadge): Promise<void> {
    if (place === undefined) return;
    problem.value = await tapDemoBadge({ reader: place.reader, machine: place.machine, badge: badge.badge });
  }

  const allowed = can('tap-demo-badge', { self: person.value, live: reachable });
  if (!allowed) return null;
  const answer =
    layout.value === 'phone' && place !== undefined ? live.value.answers.get(place.reader) : undefined;
  return (
    <section class="demo" aria-label={say.title}>
      {answer !== undefined && <AnswerLine answer={answer.answer} />}
      <ProblemText problem={problem.value} />
      <div class="demo-row">
        <h2>{say.title}</h2>
        <ReaderPicker places={places} chosen={chosen.value} onChoose={(index) => (chosen.value = index)} />
        <ul class="badges">
          {shop.value?.badges.map((badge) => (
            <Badge key={badge.badge} badge={badge} onTap={tap} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function ReaderPicker(props: {
  readonly places: readonly Place[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  return (
    <label class="field reader-picker">
      <span>{words.value.demo.reader}</span>
      <select value={props.chosen} onChange={(event) => props.onChoose(Number(event.currentTarget.value))}>
        {props.places.map(({ reader, machine, name }, index) => (
          <option key={`${reader} ${machine}`} value={index}>
            {`${name} · ${reader}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Badge({
  badge,
  onTap,
}: {
  readonly badge: DemoBadge;
  readonly onTap: (badge: DemoBadge) => Promise<void>;
}) {
  const noteId = `badge-${badge.badge}`;
  return (
    <li>
      <button
        type="button"
        class="badge"
        aria-label={badge.name}
        aria-describedby={noteId}
        onClick={() => void onTap(badge)}
      >
        <b>{badge.name}</b>
        <small id={noteId}>{badge.note}</small>
      </button>
    </li>
  );
}

/** Every machine at its reader: a tap names the machine where one reader serves several. */
function placesOf(shop: DemoShop): readonly Place[] {
  return shop.readers.flatMap(({ reader, machines }) =>
    machines.map(({ id, name }) => ({ reader, machine: id, name })),
  );
}
