// Waits with a reader for a new badge: asks once a second what badges the member has, until another one is there or the
// reader waits no more. At most about a minute of asking.

import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BadgesAndPin } from '../../contract/badges.ts';
import type { Answer } from '../client.ts';
import { monoMs, nowMs } from '../store.ts';

type Awaiting = {
  readonly reader: string;
  /** On the clock of this screen. */
  readonly untilMonoMs: number;
  /** Ids of the badges that were there before. */
  readonly known: ReadonlySet<string>;
};

export type AwaitedBadge = {
  readonly awaiting: Signal<Awaiting | null>;
  begin(asked: { reader: string; until: string; known: ReadonlySet<string> }): void;
};

export type Awaited = {
  readonly ask: () => Promise<Answer<BadgesAndPin>>;
  /** `tail` of the new badge; null when none came in time. */
  readonly onEnd: (end: { reader: string; tail: string | null; badges: BadgesAndPin | null }) => void;
};

const stepMs = 1_000;
/** A badge that was taken in the last moment is still seen. */
const graceMs = 1_500;

export function useAwaitedBadge({ ask, onEnd }: Awaited): AwaitedBadge {
  const awaiting = useSignal<Awaiting | null>(null);
  const wanted = awaiting.value;
  useEffect(() => {
    if (wanted === null) return;
    let closed = false;
    let timer = 0;
    async function look({ reader, untilMonoMs, known }: Awaiting): Promise<void> {
      const answer = await ask();
      if (closed) return;
      const badges = answer.ok ? answer.value : null;
      const fresh = badges?.badges.find(({ badge }) => !known.has(badge));
      if (fresh === undefined && performance.now() < untilMonoMs + graceMs) {
        timer = window.setTimeout(() => void look({ reader, untilMonoMs, known }), stepMs);
        return;
      }
      awaiting.value = null;
      onEnd({ reader, tail: fresh?.tail ?? null, badges });
    }
    timer = window.setTimeout(() => void look(wanted), stepMs);
    return () => {
      closed = true;
      window.clearTimeout(timer);
    };
  }, [wanted]);

  return {
    awaiting,
    begin({ reader, until, known }) {
      const leftMs = Date.parse(until) - nowMs.value;
      awaiting.value = { reader, known, untilMonoMs: monoMs.value + leftMs };
    },
  };
}
