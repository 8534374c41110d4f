// What a controller without a word for its state is doing, put together from its clues: one word and a part of it,
// which the profile's `states` turn into an activity. Standing still is concluded only from clues that are all there
// and fresh; whatever else is missing makes it `unsure`, never idle (invariant 7).

import type { Clue, Heater } from './clue.ts';

export type DeriveRules = {
  /** An answer that takes longer than this waits behind a long command. */
  readonly slowMs: number;
  /** A busy line holds for so long; the controller repeats it sooner. */
  readonly busyMs: number;
  /** A heater this far under its target is heating, °C; once it was there, four times as far. */
  readonly slackC: number;
  /** A position that has not changed for so long stands still. */
  readonly stillMs: number;
  /** A print file that is not read on for so long is held. */
  readonly fileStillMs: number;
  /** After the host was told to cancel, for so long. */
  readonly cancelMs: number;
  /** Older clues are none. */
  readonly staleMs: number;
};

export type Clues = {
  readonly heaters: { readonly atMs: number; readonly heaters: readonly WatchedHeater[] } | null;
  readonly file: {
    readonly atMs: number;
    readonly at: number;
    /** 0 when it prints no file. */
    readonly size: number;
    readonly roseMs: number;
  } | null;
  readonly position: {
    readonly atMs: number;
    readonly text: string;
    /** Since when it is this; a first position was not seen changing. */
    readonly sinceMs: number;
    readonly changed: boolean;
  } | null;
  /** `over` once a command was taken after it. */
  readonly busy: { readonly atMs: number; readonly word: string; readonly over: boolean } | null;
  /** Since when the host was told of a pause that is not over. */
  readonly pausedMs: number | null;
  readonly cancelledMs: number | null;
  /** The program tells by itself how far it is. */
  readonly toldProgress: boolean;
};

type WatchedHeater = Heater & { readonly reached: boolean };

export const noClues: Clues = {
  heaters: null,
  file: null,
  position: null,
  busy: null,
  pausedMs: null,
  cancelledMs: null,
  toldProgress: false,
};

/** A head that parks when a pause begins still moves; after so long motion means that it goes on. */
const parkingMs = 30_000;

export type DerivedWord =
  | 'busy'
  | 'cancelling'
  | 'paused'
  | 'heating'
  | 'printing'
  | 'moving'
  | 'hot'
  | 'still'
  | 'unsure';

/** What a state row matches: a word, and a part of it where that matters. */
export type Derived = { readonly state: DerivedWord; readonly sub?: string };

/** The clues after one more at `nowMs` (monotonic). */
export function noticed(clues: Clues, step: { clue: Clue; rules: DeriveRules; nowMs: number }): Clues {
  const { clue, rules, nowMs } = step;
  switch (clue.of) {
    case 'heaters':
      return {
        ...clues,
        heaters: {
          atMs: nowMs,
          heaters: clue.heaters.map((heater) => watched(clues, { heater, slackC: rules.slackC })),
        },
      };
    case 'file':
      return { ...clues, file: { atMs: nowMs, ...clue, roseMs: roseMs(clues, { clue, nowMs }) } };
    case 'no-file':
      return { ...clues, file: { atMs: nowMs, at: 0, size: 0, roseMs: nowMs }, toldProgress: false };
    case 'position': {
      const before = clues.position;
      const same = before?.text === clue.text;
      const sinceMs = same ? before.sinceMs : nowMs;
      const changed = same ? before.changed : before !== null;
      return { ...clues, position: { atMs: nowMs, text: clue.text, sinceMs, changed } };
    }
    case 'busy':
      return { ...clues, busy: { atMs: nowMs, word: clue.word, over: false } };
    case 'host':
      return told(clues, { word: clue.word, nowMs });
    case 'progress':
      return { ...clues, toldProgress: true };
  }
}

/** What it all comes to at `nowMs`; `job` says whether a job is known to be open. */
export function derive(rules: DeriveRules, from: { clues: Clues; job: boolean; nowMs: number }): Derived {
  const { clues, nowMs } = from;
  const { busy, file, pausedMs, cancelledMs } = clues;
  const blocked = isBlocked(rules, clues, nowMs);
  if (blocked && busy && busy.word !== 'processing') return { state: 'busy', sub: busy.word };
  if (cancelledMs !== null && nowMs - cancelledMs < rules.cancelMs) return { state: 'cancelling' };
  const moving = motion(rules, clues, nowMs);
  const reading = file !== null && file.size > 0 && isFresh(rules, file, nowMs);
  const heaters = clues.heaters && isFresh(rules, clues.heaters, nowMs) ? clues.heaters.heaters : null;
  const hot = heaters?.some(({ target }) => target > 0) ?? false;
  if (pausedMs !== null && !goesOn(clues, { pausedMs, moving }))
    return { state: 'paused', sub: heaters !== null && !hot && moving === 'still' ? 'cold' : 'held' };
  if (heaters?.some(({ reached }) => !reached)) return { state: 'heating' };
  if (reading) {
    const held = !blocked && moving !== 'moving' && nowMs - file.roseMs >= rules.fileStillMs;
    return held ? { state: 'printing', sub: 'held' } : { state: 'printing' };
  }
  if (moving === 'moving') return { state: 'moving', sub: hot ? 'hot' : 'cold' };
  // Between two commands of a sequence it stands still, too.
  if (busy && nowMs - busy.atMs < rules.busyMs) return { state: 'busy', sub: 'processing' };
  if (!toldSinceBusy(rules, clues, nowMs)) return sinceBusy(rules, clues, nowMs);
  if (moving === 'unsure' || heaters === null) return { state: 'unsure' };
  if (!hot) return { state: 'still' };
  return { state: 'hot', sub: from.job ? 'job' : 'still' };
}

/** While a long command runs nothing that is asked is answered, and every question waits in its queue. */
export const isBlocked = (rules: DeriveRules, { busy }: Clues, nowMs: number): boolean =>
  busy !== null && !busy.over && nowMs - busy.atMs < rules.busyMs;

/** The job is over, and with it its pause. */
export const unpaused = (clues: Clues): Clues => ({ ...clues, pausedMs: null });

/** A command was taken: nothing blocks any more. What was told before says little of the time after. */
export const unblocked = (clues: Clues, nowMs: number): Clues =>
  clues.busy && !clues.busy.over ? { ...clues, busy: { ...clues.busy, atMs: nowMs, over: true } } : clues;

/** When time alone next changes what is derived; null when only a clue can. */
export function derivesAtMs(rules: DeriveRules, clues: Clues, nowMs: number): number | null {
  const { busy, file, cancelledMs, heaters, position } = clues;
  const times = [
    busy && busy.atMs + rules.busyMs,
    busy && busy.atMs + 2 * rules.busyMs,
    cancelledMs === null ? null : cancelledMs + rules.cancelMs,
    file && file.size > 0 ? file.roseMs + rules.fileStillMs : null,
    ...[file, heaters, position].map((clue) => clue && clue.atMs + rules.staleMs),
  ].filter((atMs) => atMs !== null && atMs > nowMs);
  return times.length === 0 ? null : Math.min(...(times as number[]));
}

type At = { readonly atMs: number };
const isFresh = (rules: DeriveRules, clue: At, nowMs: number) => nowMs - clue.atMs < rules.staleMs;

function watched(clues: Clues, seen: { heater: Heater; slackC: number }): WatchedHeater {
  const { heater, slackC } = seen;
  if (heater.target <= 0) return { ...heater, reached: true };
  const before = clues.heaters?.heaters.find(({ name }) => name === heater.name);
  const wasThere = before?.reached === true && before.target === heater.target;
  return { ...heater, reached: heater.actual >= heater.target - slackC * (wasThere ? 4 : 1) };
}

/** A file that is seen for the first time in the middle is taken to be read on. */
function roseMs({ file }: Clues, seen: { clue: { at: number; size: number }; nowMs: number }): number {
  const same = file !== null && file.size === seen.clue.size && file.at === seen.clue.at;
  return same ? file.roseMs : seen.nowMs;
}

function told(clues: Clues, { word, nowMs }: { word: string; nowMs: number }): Clues {
  if (word === 'pause' || word === 'paused') return { ...clues, pausedMs: clues.pausedMs ?? nowMs };
  const over = { ...clues, pausedMs: null };
  return word === 'cancel' ? { ...over, cancelledMs: nowMs } : over;
}

function motion(rules: DeriveRules, { position }: Clues, nowMs: number): 'moving' | 'still' | 'unsure' {
  if (!position || !isFresh(rules, position, nowMs)) return 'unsure';
  if (position.atMs - position.sinceMs >= rules.stillMs) return 'still';
  return position.changed ? 'moving' : 'unsure';
}

function goesOn({ file, position }: Clues, since: { pausedMs: number; moving: string }): boolean {
  const again = since.pausedMs + parkingMs;
  if (file !== null && file.size > 0 && file.roseMs > again) return true;
  return since.moving === 'moving' && position !== null && position.sinceMs > again;
}

/** Whether everything that standing still is concluded from was told after the last busy line. */
function toldSinceBusy(rules: DeriveRules, clues: Clues, nowMs: number): boolean {
  const busyMs = clues.busy?.atMs ?? Number.NEGATIVE_INFINITY;
  return [clues.heaters, clues.file, clues.position].every(
    (clue) => clue !== null && clue.atMs >= busyMs && isFresh(rules, clue, nowMs),
  );
}

/** Until it has been asked again after a long command, it is as it was then; but not for ever. */
const sinceBusy = (rules: DeriveRules, { busy }: Clues, nowMs: number): Derived =>
  busy !== null && nowMs - busy.atMs < 2 * rules.busyMs
    ? { state: 'busy', sub: 'processing' }
    : { state: 'unsure' };
