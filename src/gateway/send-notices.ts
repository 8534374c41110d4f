// Notices to people out of the outbox: each is tried until it is taken or expires, with a growing pause. While one person's
// channel is away, the others are told.

import type { PersonNotice } from './notifier.ts';
import type { Clock, Meters, Notifier, Person } from './ports.ts';

export type SendNotices = {
  /** Left out: nobody is told anything. */
  readonly notifier?: Notifier;
  readonly people: { byMember(member: string): Person | undefined };
  readonly clock: Clock;
  readonly meters: Meters;
};

export type NoticeSender = {
  /** Resolves true when it is settled: taken, or to nobody. */
  send(notice: PersonNotice): Promise<boolean>;
  /** Whether it may be tried again now. */
  isDue(id: string): boolean;
  forget(id: string): void;
};

const leastPauseMs = 2_000;
const mostPauseMs = 60_000;

export function createNoticeSender({ notifier, people, clock, meters }: SendNotices): NoticeSender {
  // Bounded by the outbox, which forgets what it drops. Null: under way.
  const tried = new Map<string, { readonly times: number; readonly notBeforeMonoMs: number | null }>();
  return {
    isDue(id) {
      const one = tried.get(id);
      return one === undefined || (one.notBeforeMonoMs !== null && one.notBeforeMonoMs <= clock.monoMs());
    },
    forget: (id) => void tried.delete(id),
    async send(notice) {
      const person = people.byMember(notice.member);
      // Erased meanwhile, or they have taken their address back.
      if (!notifier || !person || !notifier.reaches(person)) return true;
      const times = (tried.get(notice.id)?.times ?? 0) + 1;
      tried.set(notice.id, { times, notBeforeMonoMs: null });
      try {
        await notifier.notify(person, notice);
        meters.count('push_total', { outcome: 'sent' });
        return true;
      } catch {
        // Whose notice it was stands in no log.
        meters.count('push_total', { outcome: 'failed' });
        const pauseMs = Math.min(mostPauseMs, leastPauseMs * 2 ** Math.min(times - 1, 10));
        tried.set(notice.id, { times, notBeforeMonoMs: clock.monoMs() + pauseMs });
        return false;
      }
    },
  };
}
