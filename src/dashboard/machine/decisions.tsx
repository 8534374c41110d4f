// What the workshop decided about a machine, who locked it where that may be seen, and how a steward unlocks it: in the head of
// its page, beside the state that follows from it.

import type { MachineCard } from '../../contract/board.ts';
import { formatSince } from '../format.ts';
import { nowMs, place, words } from '../store.ts';
import { Unlock } from './lock-panel.tsx';

export function Decisions({ card }: { readonly card: MachineCard }) {
  const { decisions: say, facts } = words.value;
  const { lock, decided, mode } = card;
  if (!lock && !decided) return null;
  // As the state of the head of the page, its reason and since when.
  const isToldAbove = !lock && card.shown === mode;
  if (isToldAbove && !decided?.photo) return null;
  const since = (at: string) => formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  return (
    <div class="decisions">
      {lock && (
        <p>
          {lock.by === null
            ? say.lockedSince({ time: since(lock.since) })
            : say.lockedBy({ who: lock.by, time: since(lock.since) })}
        </p>
      )}
      {decided && !isToldAbove && (
        <p>{say.modeSince({ mode: facts[`mode.${mode}`] ?? mode, time: since(decided.since) })}</p>
      )}
      {decided?.note && !isToldAbove && <blockquote>{decided.note}</blockquote>}
      {decided?.photo && <img src={decided.photo} alt={say.photo({ machine: card.name })} loading="lazy" />}
      <Unlock card={card} />
    </div>
  );
}
