// Who waits for a machine, on its card: how many and until when, or for whom it is kept.

import type { MachineCard } from '../../contract/board.ts';
import { formatSince } from '../format.ts';
import { atWork, nowMs, place, words } from '../store.ts';

export function QueueLine({ card }: { readonly card: MachineCard }) {
  const { queue } = card;
  if (queue === undefined || !atWork.value) return null;
  const { queue: say } = words.value;
  const timeOf = (at: string): string =>
    formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  const called = queue.line.find(({ phase, machine }) => phase === 'called' && machine === card.id);
  if (called && called.until !== null) {
    const time = timeOf(called.until);
    const text = called.mine
      ? say.keptForYou({ time })
      : say.keptFor({ who: called.member ?? say.somebody, time });
    return (
      <p class="queue-mark" data-mine={called.mine}>
        {text}
      </p>
    );
  }
  if (queue.waiting === 0) return null;
  const mine = queue.mine?.place ?? null;
  return (
    <p class="queue-mark" data-mine={mine !== null}>
      {mine === null
        ? say.waiting({ count: queue.waiting })
        : say.youOf({ place: mine, waiting: queue.waiting })}
    </p>
  );
}
