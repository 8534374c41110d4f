// Keeps one machine on the network in view for ever: talks, notices silence, closes, waits longer each time, talks
// again. Everything of one connection is closed before the next one begins.

import { activityFacts } from '../domain/machine/activity.ts';
import type { Trouble } from '../domain/machine/trouble.ts';
import type { MachineReport } from '../gateway/gateway.ts';
import type { Clock, Controllers, Log, Meters } from '../gateway/ports.ts';
import { type Hearing, hearTalk } from './hear-talk.ts';
import { LinkFault, toLinkFault } from './link-fault.ts';
import type { Ears, Seen, Talk } from './talk.ts';
import { alarmOn, noTimer, realTimers, type Timers } from './timers.ts';

export type TalkOptions = {
  readonly machine: string;
  /** Where it is, for people: an address without a secret. */
  readonly where: string;
  readonly talk: Talk;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly onReport: (report: MachineReport) => void;
  /** Turned by hand in tests. */
  readonly timers?: Timers;
  /** From 0 to below 1. */
  readonly random?: () => number;
};

export type KeptTalk = {
  /** Ends the job under way and looks whether it has ended; always resolves, within the limit of the talk. */
  endAccess: () => ReturnType<Controllers['endAccess']>;
  close(): Promise<void>;
};

const firstRetryMs = 1000;
const longestRetryMs = 60_000;
/** Who turned us away is asked again at this pace: some printers keep a place taken for each try. */
const refusedRetryMs = 300_000;
const refusals: ReadonlySet<Trouble['code']> = new Set([
  'sign-in-refused',
  'certificate-unknown',
  'wrong-device',
]);
/** So much of each delay is left to chance, lest all machines of a workshop come at once after a power cut. */
const jitter = 0.3;
/** A talk is given so long to leave; then it is left behind, and counted. */
const leaveMs = 5000;

/** Begins at once. */
export function keepTalk(options: TalkOptions): KeptTalk {
  const { machine, talk, clock, meters, random = Math.random, timers = realTimers } = options;
  const hearing = hearTalk({ ...options, timers });
  let attempt: AbortController | null = null;
  let isClosing = false;
  let interrupt = noTimer;

  async function run(): Promise<void> {
    let retryMs = firstRetryMs;
    while (!isClosing) {
      const beganMs = clock.monoMs();
      attempt = new AbortController();
      const { fault, left } = await converse({ talk, timers, hearing, attempt });
      if (!isClosing) hearing.down(fault.trouble, fault.cause);
      await leave(left);
      if (isClosing) return;
      if (clock.monoMs() - beganMs > longestRetryMs) retryMs = firstRetryMs;
      const delayMs = refusals.has(fault.trouble.code) ? refusedRetryMs : retryMs;
      retryMs = Math.min(retryMs * 2, longestRetryMs);
      await pause(delayMs * (1 - jitter + 2 * jitter * random()));
      meters.count('link_reconnects', { machine });
    }
  }

  const leave = async (left: Promise<void>): Promise<void> => {
    const late = Promise.withResolvers<void>();
    const callOff = timers.after(leaveMs, () => {
      meters.count('link_left_behind', { machine });
      late.resolve();
    });
    await Promise.race([left, late.promise]);
    callOff();
    attempt = null;
  };
  const pause = (delayMs: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const callOff = timers.after(delayMs, resolve);
    interrupt = () => {
      callOff();
      resolve();
    };
    return promise;
  };

  const running = run();
  return {
    endAccess: () => endAccess({ talk, timers, hearing, live: attempt?.signal ?? null }),
    async close() {
      isClosing = true;
      hearing.close();
      interrupt();
      attempt?.abort();
      await running;
    },
  };
}

type Conversation = {
  readonly talk: Talk;
  readonly timers: Timers;
  readonly hearing: Hearing;
  readonly attempt: AbortController;
};

/** From the first byte to the fault that ended it; `left` resolves when nothing of it is open any more. */
async function converse(conversation: Conversation): Promise<{ fault: LinkFault; left: Promise<void> }> {
  const { talk, timers, hearing, attempt } = conversation;
  const { signal } = attempt;
  const { promise: over, resolve } = Promise.withResolvers<LinkFault>();
  const silence = alarmOn(timers);
  const end = (fault: LinkFault): void => {
    silence.off();
    resolve(fault);
    attempt.abort();
  };
  const watch = (): void => silence.set(talk.silenceMs, () => end(new LinkFault('server-silent')));
  signal.addEventListener('abort', () => end(new LinkFault('link-lost')), { once: true });
  watch();
  /** What comes from a conversation that is over is not heard. */
  const heard = (take: () => void): void => {
    if (signal.aborted) return;
    watch();
    take();
  };
  const ears: Ears = {
    seen: (seen) => heard(() => hearing.seen(seen)),
    alive: () => heard(hearing.alive),
    away: (trouble) => heard(() => hearing.down(trouble)),
    troubles: (troubles) => heard(() => hearing.troubles(troubles)),
    signal,
  };
  const left = talk.run(ears).catch((fault: unknown) => end(toLinkFault(fault, 'link-lost')));
  return { fault: await over, left };
}

type Ending = Pick<Conversation, 'talk' | 'timers' | 'hearing'> & { readonly live: AbortSignal | null };

/** Orders the end where there is a job, and believes only what is seen after it. */
async function endAccess({ talk, timers, hearing, live }: Ending): ReturnType<Controllers['endAccess']> {
  const now = hearing.last();
  if (live === null || now === null) return 'unknown';
  if (isQuiet(now)) return 'not-needed';
  if (talk.cancel === null) return 'refused';
  const { promise, resolve } = Promise.withResolvers<'confirmed' | 'refused' | 'unknown'>();
  const late = new AbortController();
  const callOff = timers.after(talk.cancelMs, () => {
    late.abort();
    resolve('unknown');
  });
  const forget = hearing.onSeen(() => {
    const seen = hearing.last();
    if (seen === null) resolve('unknown');
    else if (isQuiet(seen)) resolve('confirmed');
  });
  // Without a job there is nothing to cancel: what moves is given its time to stand still.
  if (now.job.state !== 'none' && now.job.state !== 'over')
    talk.cancel(AbortSignal.any([live, late.signal])).then(
      (answer) => answer === 'refused' && resolve('refused'),
      () => resolve('unknown'),
    );
  const outcome = await promise;
  callOff();
  forget();
  return outcome;
}

/** Nothing moves and nothing waits to go on. */
const isQuiet = ({ activity, job }: Seen): boolean =>
  activityFacts[activity].class === 'quiet' && job.state !== 'under-way';
