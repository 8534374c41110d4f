// All machines as a list by pool, with how many of each are free: the whole board on a phone, beside the plan elsewhere.

import type { MachineCard as Card } from '../../contract/board.ts';
import { atWork, live, nowMs, words } from '../store.ts';
import { chosen } from './chosen.ts';
import { MachineCard } from './machine-card.tsx';
import { type Pool, poolsOf } from './pools-of.ts';

export function PoolList({ machines }: { readonly machines: readonly Card[] }) {
  // Without the time: what is free does not change with it, and the list is not drawn anew every second.
  const pools = poolsOf(machines, { nowMs: nowMs.peek(), isLive: atWork.value });
  const isMarking = live.value.board?.floor !== undefined;
  return (
    <div class="pools">
      {pools.map((pool) => (
        <PoolRows key={pool.id} pool={pool} isMarking={isMarking} />
      ))}
    </div>
  );
}

function PoolRows({ pool, isMarking }: { readonly pool: Pool; readonly isMarking: boolean }) {
  const { floor: say } = words.value;
  const title = `pool-${pool.id}`;
  const mark = (machine: string) => () => {
    if (isMarking) chosen.value = machine;
  };
  return (
    <section class="pool" aria-labelledby={title}>
      <header>
        <h2 id={title}>{pool.title}</h2>
        {atWork.value && <p>{say.freeOf({ free: pool.free, total: pool.machines.length })}</p>}
      </header>
      {pool.machines.map((card) => (
        <div
          key={card.id}
          id={`machine-${card.id}`}
          class="row"
          data-chosen={isMarking && chosen.value === card.id}
          onPointerEnter={mark(card.id)}
          onFocusIn={mark(card.id)}
        >
          <MachineCard card={card} kind="row" />
        </div>
      ))}
    </section>
  );
}
