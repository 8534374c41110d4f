// Judges of the end of a session (invariant 9): each has a cause that the model allows, and what was to be foreseen was told
// ten, five and one minute before to whoever held the machine.

import type { EndCause, Entry } from '../domain/journal/entry.ts';
import { must } from './broken.ts';
import type { EndFacts } from './model/end-rules.ts';
import { mayEndBy } from './model/end-rules.ts';
import type { Invariant } from './watch.ts';

type Ending = Entry & { readonly type: 'session-ending' };

export const endsByItsCause: Invariant['judge'] = (scene) => {
  /** What ends in one commit with what explains it, which may stand behind it. */
  const open: { readonly ending: Ending; readonly facts: () => EndFacts | null }[] = [];
  return {
    entry(entry) {
      if (entry.type !== 'session-ending') return;
      const facts = scene.known.endOf(entry, { workshop: scene.world.shop.workshop, shadow: scene.shadow });
      const now = facts();
      if (now !== null && mayEndBy(entry.data.cause, now)) return;
      open.push({ ending: entry, facts });
    },
    step() {
      for (const { ending, facts } of open.splice(0)) {
        const now = facts();
        const { cause, machine } = ending.data;
        must(
          explained.has(cause) && now !== null && mayEndBy(cause, now),
          '9 cause',
          () => `entry ${ending.seq} ends the session at ${machine} by ${cause}, which was not so`,
        );
      }
    },
  };
};

/** Causes whose entry stands before the one that says why. */
const explained: ReadonlySet<EndCause> = new Set(['badge-lost', 'locked', 'lesson']);

/** Minutes before each end that can be foreseen; idling only from its warning on. */
const foreseen: ReadonlyMap<EndCause, readonly number[]> = new Map([
  ['hours', [10, 5, 1]],
  ['certificate', [10, 5, 1]],
  ['longest', [10, 5, 1]],
  ['ceiling', [10, 5, 1]],
  ['turn', [10, 5, 1]],
  ['idle', [1]],
]);

const minuteMs = 60_000;
/** The gateway looks once a second, and a step of the world may be longer. */
const lateMs = 5_000;

type ToldAhead = { readonly cause: string; readonly aheadMs: number; readonly atMs: number };

const saidOf = (said: readonly ToldAhead[] = []): string =>
  said.map(({ cause, aheadMs }) => `${cause} ${aheadMs} ms ahead`).join(', ') || 'nothing';

export const warnedAhead: Invariant['judge'] = (scene) => {
  /** Machine → what its holder was told: why, how long ahead, and when. */
  const told = new Map<string, ToldAhead[]>();
  /** Since when all that a forecast hangs on is as it is, by the stopwatch: of everything, and of each machine. */
  let calmSinceMs = 0;
  const steadySinceMs = new Map<string, number>();
  let offsetMs = Number.NaN;

  const lookAtClock = (): void => {
    const { clock, disk } = scene.world;
    // What was decided and could not be written is decided anew, much later: then nothing was to be foreseen.
    if (!disk.isWell()) calmSinceMs = Math.max(calmSinceMs, clock.trueMs());
    // A clock that was put back is waited for, so that all of it counts in another pace until it is there again.
    const heldBackMs = Math.max(0, scene.shadow.lastAtMs - clock.wallMs());
    if (clock.wallMs() - clock.trueMs() !== offsetMs || heldBackMs > 0)
      calmSinceMs = Math.max(calmSinceMs, clock.trueMs() + heldBackMs);
    offsetMs = clock.wallMs() - clock.trueMs();
  };
  const unsettle = ({ type, data }: Entry): void => {
    const nowMs = scene.world.clock.trueMs();
    if (type === 'gateway-booted' || type === 'clock-judged') calmSinceMs = Math.max(calmSinceMs, nowMs);
    if ('machine' in data && data.machine !== null && type !== 'segment-closed' && type !== 'tap-refused')
      steadySinceMs.set(data.machine, nowMs);
    for (const { machine, member, trainer } of scene.shadow.sessions.values()) {
      const { switch: power, enable } = scene.shadow.workshop?.machines[machine] ?? {};
      const isOfIt = type === 'switch-changed' && (data.switch === power || data.switch === enable);
      const isOfThem = type === 'member-recorded' && (data.member === member || data.member === trainer);
      if (isOfIt || isOfThem) steadySinceMs.set(machine, nowMs);
    }
  };
  const ends = (entry: Ending): void => {
    const { seq, data } = entry;
    const { cause, machine } = data;
    // When it was decided: on a slow disk it is written minutes later.
    const nowMs = scene.trueMs(entry);
    const steadyMs = nowMs - Math.max(calmSinceMs, steadySinceMs.get(machine) ?? 0);
    for (const minutes of foreseen.get(cause) ?? []) {
      if (steadyMs < (minutes + 1) * minuteMs) continue;
      const wasTold = (told.get(machine) ?? []).some(
        (one) => one.cause === cause && Math.abs(one.aheadMs - minutes * minuteMs) <= lateMs,
      );
      must(
        wasTold,
        '9 warned',
        () =>
          `entry ${seq}: ${cause} at ${machine} was not told ${minutes} min before; told were ${saidOf(told.get(machine))}`,
      );
    }
  };
  return {
    told({ machine, text, untilMs }) {
      const { clock } = scene.world;
      lookAtClock();
      if (untilMs === null || !text.startsWith('ends-')) return;
      const before = (told.get(machine) ?? []).filter(({ atMs }) => clock.trueMs() - atMs < 15 * minuteMs);
      const one = {
        cause: text.slice('ends-'.length),
        aheadMs: untilMs - clock.wallMs(),
        atMs: clock.trueMs(),
      };
      told.set(machine, [...before, one]);
    },
    step: lookAtClock,
    entry(entry) {
      lookAtClock();
      if (entry.type === 'session-ending') ends(entry);
      unsettle(entry);
    },
  };
};
