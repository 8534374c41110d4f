// What a talk says becomes reports of its machine, each whole in itself: changes at once, readings at a bounded pace, and
// nothing that was heard before a silence as if it held (invariant 7).

import type { Trouble } from '../domain/machine/trouble.ts';
import type { MachineReport } from '../gateway/gateway.ts';
import { boundFlow } from './bound-flow.ts';
import { followJob, type JobKnown, jobUnknown } from './follow-job.ts';
import type { TalkOptions } from './keep-talk.ts';
import { sayOnChange } from './say-on-change.ts';
import type { Seen } from './talk.ts';
import { talkSentence } from './talk-sentences.ts';
import type { Timers } from './timers.ts';

export type Hearing = {
  readonly seen: (seen: Seen) => void;
  readonly alive: () => void;
  readonly troubles: (troubles: readonly Trouble[]) => void;
  /** It cannot be heard any more. */
  readonly down: (trouble: Trouble, cause?: unknown) => void;
  /** The last word of this connection, null while it cannot be heard. */
  readonly last: () => Seen | null;
  /** Calls back after each change of `last`, until it is called off. */
  readonly onSeen: (look: () => void) => () => void;
  readonly close: () => void;
};

/** Reports in a second; a server that says more is held to its last word. */
const reportsPerSecond = 20;

export function hearTalk({ timers, ...options }: TalkOptions & { readonly timers: Timers }): Hearing {
  const { machine, where, talk, clock, log, meters, onReport } = options;
  const say = sayOnChange({ log, clock, facts: { machine, link: where } });
  const own: readonly Trouble[] = talk.cancel === null ? [{ code: 'read-only', values: {} }] : [];
  const looks = new Set<() => void>();
  let link: MachineReport['link'] = 'never';
  let job: JobKnown = jobUnknown;
  let last: Seen | null = null;
  let heardMs = clock.monoMs();
  let told: readonly Trouble[] = [];

  const report = (seen: Seen, edge: MachineReport['job']): void => {
    const { activity, substate, raw, readings } = seen;
    const facts = { confidence: 'reported', source: 'status', seenAgoMs: 0 } as const;
    const program = seen.job.state === 'under-way' ? seen.job.name : null;
    const troubles = [...told, ...own];
    onReport({ machine, link, activity, substate, raw, ...facts, readings, job: edge, program, troubles });
  };
  const flow = boundFlow<Seen>({
    ...{ perSecond: reportsPerSecond, timers, monoMs: clock.monoMs },
    pass: (seen) => report(seen, null),
    onDropped: () => meters.count('link_dropped', { machine }),
  });
  const sayTrouble = (trouble: Trouble, cause?: unknown): void => {
    const detail = cause instanceof Error ? { detail: cause.message.slice(0, 300) } : {};
    say(talkSentence(trouble, { machine, where }), detail);
  };
  const look = (): void => {
    for (const one of looks) one();
  };

  return {
    seen(seen) {
      heardMs = clock.monoMs();
      if (link !== 'up') say({ level: 'info', text: `${machine}: it answers at ${where}.` });
      const { known, edges } = followJob(job, seen.job);
      const isNews = link !== 'up' || edges.length > 0 || last === null || !isSame(last, seen);
      [link, job, last] = ['up', known, seen];
      if (isNews) {
        // A change is never held back, and nothing older comes after it.
        flow.clear();
        for (const edge of edges.length > 0 ? edges : [null]) report(seen, edge);
      } else flow.push(seen);
      look();
    },
    alive() {
      heardMs = clock.monoMs();
    },
    troubles(now) {
      for (const one of now) sayTrouble(one);
      told = now;
      if (last) report(last, null);
    },
    down(trouble, cause) {
      sayTrouble(trouble, cause);
      if (link === 'up') link = 'lost';
      [job, last, told] = [jobUnknown, null, []];
      flow.clear();
      const seenAgoMs = Math.round(clock.monoMs() - heardMs);
      const unknown = { activity: 'unknown', substate: null, raw: null, readings: {}, job: null } as const;
      const facts = { confidence: 'stale', source: 'silence', program: null } as const;
      onReport({ machine, link, ...unknown, ...facts, seenAgoMs, troubles: [trouble] });
      look();
    },
    last: () => last,
    onSeen(one) {
      looks.add(one);
      return () => looks.delete(one);
    },
    close: flow.clear,
  };
}

const isSame = (a: Seen, b: Seen): boolean =>
  a.activity === b.activity &&
  a.substate === b.substate &&
  a.raw === b.raw &&
  a.job.state === b.job.state &&
  nameOf(a) === nameOf(b);

const nameOf = ({ job }: Seen): string | null => (job.state === 'under-way' ? job.name : null);
