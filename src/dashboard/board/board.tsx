// The board: a card for each machine, always at the same place. On the wall it fills the screen without scrolling.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MachineCard as Card } from '../../contract/board.ts';
import { layout, live, words } from '../store.ts';
import { MachineCard } from './machine-card.tsx';
import { type WallPlan, wallPlan } from './wall-plan.ts';

/** How long one page of a large wall stands. */
const pageMs = 12_000;

export function Board() {
  const machines = live.value.board?.machines ?? [];
  if (machines.length === 0) return <p class="empty">{words.value.board.empty}</p>;
  if (layout.value === 'wall') return <Wall machines={machines} plan={wallPlan(machines.length)} />;
  return (
    <section class="cards" aria-label={words.value.board.label}>
      {machines.map((card) => (
        <MachineCard key={card.id} card={card} chart={layout.value === 'desk'} />
      ))}
    </section>
  );
}

function Wall({ machines, plan }: { readonly machines: readonly Card[]; readonly plan: WallPlan }) {
  const page = useSignal(0);
  const paused = useSignal(false);
  const { header: say } = words.value;

  useEffect(() => {
    if (plan.pages === 1) return;
    const timer = window.setInterval(() => {
      if (!paused.value) page.value = (page.value + 1) % plan.pages;
    }, pageMs);
    return () => window.clearInterval(timer);
  }, [plan.pages, page, paused]);

  const first = Math.min(page.value, plan.pages - 1) * plan.perPage;
  return (
    <>
      <section
        class="cards wall-cards"
        data-columns={plan.columns}
        data-density={plan.density}
        aria-label={words.value.board.label}
      >
        {machines.slice(first, first + plan.perPage).map((card) => (
          <MachineCard key={card.id} card={card} chart={plan.density === 'big'} />
        ))}
      </section>
      {plan.pages > 1 && (
        <p class="wall-pages">
          {say.page({ page: page.value + 1, pages: plan.pages })}
          <button type="button" onClick={() => (paused.value = !paused.value)}>
            {paused.value ? say.resume : say.pause}
          </button>
        </p>
      )}
    </>
  );
}
