// The machines of the board by pool: pools in the order of their first machine, machines in the order of the file.

import type { MachineCard } from '../../contract/board.ts';

export type Pool = {
  readonly id: string;
  /** The id as people read it. */
  readonly title: string;
  readonly machines: readonly MachineCard[];
  readonly free: number;
  /** When the first of those that are taken is likely to be free, as told by its end or its job; null: nobody knows. */
  readonly nextAtMs: number | null;
};

/** `isLive`: while the gateway is away nothing counts as free (invariant 7). */
export function poolsOf(
  machines: readonly MachineCard[],
  { nowMs, isLive }: { readonly nowMs: number; readonly isLive: boolean },
): readonly Pool[] {
  return [...Map.groupBy(machines, ({ pool }) => pool)].map(([id, own]) => {
    const ends = isLive ? own.flatMap((card) => likelyEndMs(card, nowMs) ?? []) : [];
    return {
      id,
      title: titleOf(id),
      machines: own,
      free: isLive ? own.filter(({ shown }) => shown === 'free').length : 0,
      nextAtMs: ends.length === 0 ? null : Math.min(...ends),
    };
  });
}

function likelyEndMs({ session, job, shown }: MachineCard, nowMs: number): number | null {
  if (session?.ends) return Date.parse(session.ends.at);
  const leftS = job?.timeLeftS ?? null;
  return leftS === null || leftS < 0 || shown !== 'running' ? null : nowMs + leftS * 1000;
}

/** `laser-cutters` as `Laser cutters`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ').trim() || id;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
