// The board. On a phone a list by pool; elsewhere the plan of the workshop beside that list, or cards where no plan is drawn.

import { useEffect } from 'preact/hooks';
import { layout, live, words } from '../store.ts';
import { chosen } from './chosen.ts';
import { FloorPlan } from './floor-plan.tsx';
import { MachineCard } from './machine-card.tsx';
import { PoolList } from './pool-list.tsx';
import { Wall } from './wall.tsx';

export function Board() {
  const { machines = [], floor } = live.value.board ?? {};
  useEffect(() => unmark, []);
  if (machines.length === 0) return <p class="empty">{words.value.board.empty}</p>;
  if (layout.value === 'wall') return <Wall machines={machines} />;
  const label = words.value.board.label;
  if (layout.value === 'phone' || floor !== undefined)
    return (
      <section class={layout.value === 'phone' ? 'hall' : 'hall hall-planned'} aria-label={label}>
        {layout.value !== 'phone' && floor && <FloorPlan floor={floor} machines={machines} />}
        <PoolList machines={machines} />
      </section>
    );
  return (
    <section class="cards" aria-label={label}>
      {machines.map((card) => (
        <MachineCard key={card.id} card={card} kind="charted" />
      ))}
    </section>
  );
}

function unmark(): void {
  chosen.value = null;
}
