// What the workshop decided about a machine, who locked it where that may be seen, and what may be decided from here.

import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { formatSince } from '../format.ts';
import { nowMs, person, place, words } from '../store.ts';
import { LockPanel } from './lock-panel.tsx';
import { ModePanel } from './mode-panel.tsx';

export function Decisions({ card }: { readonly card: MachineCard }) {
  const { decisions: say, facts } = words.value;
  const mayLock = can('lock-machine', { self: person.value, live: true });
  const mayDecide = can('decide-machine', { self: person.value, live: true });
  const { lock, decided } = card;
  if (!lock && !decided && !mayLock) return null;
  // As the reason of what the head of the page shows.
  const isToldAbove = card.shown === 'out-of-order' || card.shown === 'maintenance';
  const since = (at: string) => formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  return (
    <section class="decisions" aria-label={say.title}>
      {lock && (
        <p>
          {lock.by === null ? say.lockedSince(since(lock.since)) : say.lockedBy(lock.by, since(lock.since))}
        </p>
      )}
      {decided && <p>{say.modeSince(facts[`mode.${card.mode}`] ?? card.mode, since(decided.since))}</p>}
      {decided?.note && !isToldAbove && <blockquote>{decided.note}</blockquote>}
      {decided?.photo && <img src={decided.photo} alt={say.photo(card.name)} loading="lazy" />}
      <LockPanel card={card} />
      {mayDecide && <ModePanel card={card} />}
    </section>
  );
}
