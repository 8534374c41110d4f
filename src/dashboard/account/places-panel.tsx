// Where whoever looks is signed in: each browser with when it was last there, the way out of one, and out of all at once.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { PlaceList } from '../../contract/sign-in.ts';
import { formatDateTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, become, place as here, words } from '../store.ts';
import { signInClient } from './sign-in-client.ts';

type Place = PlaceList['places'][number];

export function PlacesPanel() {
  const { account: say } = words.value;
  const places = useSignal<readonly Place[]>([]);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    void signInClient.places().then((answer) => {
      if (answer.ok) places.value = answer.value.places;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [reachable, places, problem]);

  async function leave({ place }: Place): Promise<void> {
    const answer = await signInClient.leave(place);
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) places.value = places.value.filter((one) => one.place !== place);
  }

  return (
    <Panel title={say.places}>
      <p class="hint">{say.placesSaid}</p>
      <ProblemText problem={problem.value} />
      <ul class="badge-list">
        {places.value.map((one) => (
          <li key={one.place} class="badge-row key-row">
            <PlaceName place={one} />
            {!one.here && (
              <button
                type="button"
                aria-label={say.leaveOf({ browser: browserOf(one) })}
                disabled={!atWork.value}
                onClick={() => void leave(one)}
              >
                {say.leave}
              </button>
            )}
          </li>
        ))}
      </ul>
      <AskTwice
        say={{
          offer: say.leaveAll,
          keep: say.leaveAllKeep,
          confirm: say.leaveAllConfirm,
          working: say.leaving,
        }}
        look="danger"
        act={signInClient.leaveAll}
        onDone={() => become('nobody')}
      >
        <p>{say.leaveAllAsk}</p>
      </AskTwice>
    </Panel>
  );
}

function PlaceName({ place }: { readonly place: Place }) {
  const { account: say } = words.value;
  const time = (text: string) => formatDateTime(Date.parse(text), here.value);
  return (
    <p class="badge-name">
      <Icon name="monitor" />
      <span>
        {browserOf(place)}
        {place.here && ` · ${say.here}`}
        <small>
          {say.how[place.how]} · {say.seen({ time: time(place.seen) })} ·{' '}
          {say.until({ time: time(place.until) })}
        </small>
      </span>
    </p>
  );
}

const browserOf = ({ browser }: Place): string =>
  browser === '' ? words.value.account.someBrowser : browser;
