// A Duet over the network, alone or with a computer beside it: which of the two it is, it says itself. An end of a job is
// a pause, seen, and then the end of what is paused: RepRapFirmware ends nothing that runs.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Talk } from '../../edge/talk.ts';
import { openBoardSession } from './board-session.ts';
import { openComputerSession } from './computer-session.ts';
import type { DuetPace, DuetSession } from './duet-session.ts';

export type DuetLink = {
  /** Without a slash at its end. */
  readonly url: string;
  /** `reprap` where none is set. */
  readonly password: string;
  /** False: it is only read. */
  readonly orders: boolean;
};

/** Sessions of a board end after 8 s without a question. */
const usualPace: DuetPace = { pollMs: 1000, busyMs: 2000, pingMs: 3000 };
const silenceMs = 15_000;
const cancelMs = 10_000;
/** A pause waits for the moves that are planned, and for heat. */
const longestPauseMs = 120_000;

export function duetTalk(link: DuetLink, pace: DuetPace = usualPace): Talk {
  const place = { ...link, pace };
  let live: { readonly session: DuetSession; readonly signal: AbortSignal } | null = null;
  let ending: Promise<'taken' | 'refused'> | null = null;
  // Not called off when the asker stops waiting: a job left paused could be woken by whoever comes next (invariant 8).
  const begin = ({ session, signal }: NonNullable<typeof live>): Promise<'taken' | 'refused'> => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(longestPauseMs)]);
    const begun = endJob({ session, signal: within, lookMs: pace.pollMs / 2 });
    return begun.finally(() => {
      ending = null;
    });
  };
  return {
    async run(ears) {
      const { signal } = ears;
      const session = (await openBoardSession(place, signal)) ?? (await openComputerSession(place, signal));
      live = { session, signal };
      try {
        return await session.run(ears);
      } finally {
        live = null;
        await session.leave();
      }
    },
    cancel: link.orders
      ? async () => {
          if (!live) return 'refused';
          ending ??= begin(live);
          return ending;
        }
      : null,
    silenceMs,
    cancelMs,
  };
}

/** In all others there is no job that could go on. */
const jobStatuses: ReadonlySet<string | null> = new Set([
  'processing',
  'simulating',
  'changingTool',
  'busy',
  'pausing',
  'paused',
  'resuming',
]);

type Ending = { readonly session: DuetSession; readonly signal: AbortSignal; readonly lookMs: number };

/** Pauses once and ends what is paused; a job that somebody resumes in between is left to them. */
async function endJob({ session, signal, lookMs }: Ending): Promise<'taken' | 'refused'> {
  let isAsked = false;
  let isPausing = false;
  for (;;) {
    const status = await session.status(signal);
    if (!jobStatuses.has(status)) return 'taken';
    if (status === 'paused') return session.order('M0', signal);
    if (isPausing && status !== 'pausing') return 'refused';
    isPausing = status === 'pausing';
    if (!isAsked && !isPausing) {
      if ((await session.order('M25', signal)) === 'refused') return 'refused';
      isAsked = true;
    }
    await sleep(lookMs, undefined, { signal });
  }
}
