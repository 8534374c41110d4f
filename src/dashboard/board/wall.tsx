// The board on a wall: always at the same places, filling the screen without scrolling. More machines than fit turn by page,
// the pools first; exceptions stay on every page.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MachineCard as Card } from '../../contract/board.ts';
import { formatTime } from '../format.ts';
import { atWork, nowMs, place, words } from '../store.ts';
import { MachineCard } from './machine-card.tsx';
import { type Pool, poolsOf } from './pools-of.ts';
import { wallPlan } from './wall-plan.ts';

/** How long one page of a large wall stands. */
const pageMs = 12_000;

export function Wall({ machines }: { readonly machines: readonly Card[] }) {
  const plan = wallPlan(machines.length);
  const pages = plan.pages === 1 ? 1 : plan.pages + 1;
  const page = useSignal(0);
  const paused = useSignal(false);
  useEffect(() => {
    if (pages === 1) return;
    const timer = window.setInterval(() => {
      if (!paused.value) page.value = (page.value + 1) % pages;
    }, pageMs);
    return () => window.clearInterval(timer);
  }, [pages, page, paused]);

  const shown = Math.min(page.value, pages - 1);
  const first = (pages === 1 ? 0 : shown - 1) * plan.perPage;
  if (pages > 1 && shown === 0)
    return (
      <>
        <PoolCards machines={machines} />
        <Pages page={shown} pages={pages} paused={paused} />
      </>
    );
  return (
    <>
      <section
        class="cards wall-cards"
        data-columns={plan.columns}
        data-density={plan.density}
        aria-label={words.value.board.label}
      >
        {machines.slice(first, first + plan.perPage).map((card) => (
          <MachineCard key={card.id} card={card} kind={plan.density === 'big' ? 'charted' : 'card'} />
        ))}
      </section>
      {pages > 1 && <Pages page={shown} pages={pages} paused={paused} />}
    </>
  );
}

/** As many as are readable from three metres; a workshop with more pools turns to its machines for the rest. */
const poolRoom = 16;

function PoolCards({ machines }: { readonly machines: readonly Card[] }) {
  const pools = poolsOf(machines, { nowMs: nowMs.value, isLive: atWork.value }).slice(0, poolRoom);
  return (
    <section
      class="cards wall-cards wall-pools"
      data-columns={Math.min(4, Math.ceil(Math.sqrt(pools.length)))}
      aria-label={words.value.board.label}
    >
      {pools.map((pool) => (
        <PoolCard key={pool.id} pool={pool} />
      ))}
    </section>
  );
}

function PoolCard({ pool: { title, free, machines, nextAtMs } }: { readonly pool: Pool }) {
  const { floor: say, card } = words.value;
  return (
    <article class="card" aria-label={title}>
      <h2>{title}</h2>
      <p class="word">{atWork.value ? say.freeOf({ free, total: machines.length }) : card.away}</p>
      {free === 0 && nextAtMs !== null && <p>{say.nextAt({ time: formatTime(nextAtMs, place.value) })}</p>}
    </article>
  );
}

type Paused = { value: boolean };

function Pages({
  page,
  pages,
  paused,
}: {
  readonly page: number;
  readonly pages: number;
  readonly paused: Paused;
}) {
  const { header: say, floor } = words.value;
  return (
    <p class="wall-pages">
      <span class="dots" role="img" aria-label={floor.pageOf({ page: page + 1, pages })}>
        {Array.from({ length: pages }, (_, index) => (
          <i key={index} data-here={index === page} />
        ))}
      </span>
      <button type="button" onClick={() => (paused.value = !paused.value)}>
        {paused.value ? say.resume : say.pause}
      </button>
    </p>
  );
}
