// Which machine: for a kiosk that stands at several. Its machines keep their places, with the word of their state.

import { Plate } from '../look/plate.tsx';
import { Key } from './key.tsx';
import { choose, live, paired } from './kiosk-store.ts';
import { kioskWords, stateWords } from './kiosk-words.ts';

export function ChooseScreen() {
  const { choose: say, pair } = kioskWords.value;
  const view = paired.value;
  const ids = view === null || view === 'unpaired' ? [] : view.machines.map(({ id }) => id);
  const cards = live.value.board?.machines.filter(({ id }) => ids.includes(id)) ?? [];
  return (
    <section class="choosing" aria-label={say.title}>
      <h1>{say.title}</h1>
      {ids.length === 0 && <p class="call">{pair.none}</p>}
      <div class="keys keys-six">
        {cards.map((card) => (
          <Key key={card.id} label={card.name} onPress={() => choose(card.id)}>
            <Plate shown={card.shown} />
            <small>{stateWords.value[card.shown]}</small>
          </Key>
        ))}
      </div>
    </section>
  );
}
