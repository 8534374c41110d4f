// What is to be told of a link, and whether it is worth telling: on every change of status and every edge of a job at
// once, readings at most four times a second when they changed, and now and then when they did not.

import type { Link } from '../machine/activity.ts';
import { type LinkWords, noWords } from '../machine/link-words.ts';
import type { ReadingName, Readings } from '../machine/reading.ts';
import { type LinkState, type Report, type Said, type Status, unseen } from './link-state.ts';
import type { Profile } from './profile.ts';
import type { JobEdge } from './watch-job.ts';

/** At most four reports of readings a second. */
const readingsEveryMs = 250;
/** Readings that do not change are told again after so long, so that a chart has samples. */
const sameReadingsEveryMs = 10_000;

/** The report that is due now, or null, and the state that remembers it. */
export function reportOf(
  state: LinkState,
  due: { profile: Profile; edge: JobEdge | null; nowMs: number },
): { state: LinkState; report: Report | null } {
  const { edge, nowMs } = due;
  const link = linkOf(state);
  const status: Status = link === 'up' ? state.status : unheard(state);
  const words = link === 'up' ? wordsOf(due.profile, state) : noWords;
  const program = link === 'up' ? state.program : null;
  const said: Said = { link, status, words, program };
  const changed = edge !== null || !isSame(state.told.said, said);
  if (!changed && !readingsDue(state, nowMs)) return { state, report: null };
  const readings = link === 'up' ? state.fresh : {};
  const tells = Object.keys(readings).length > 0;
  const seenAgoMs = status.source === 'silence' && state.lastGoodMs !== null ? nowMs - state.lastGoodMs : 0;
  return {
    report: { ...status, link, seenAgoMs, readings, job: edge, words, ...(program !== null && { program }) },
    state: {
      ...state,
      fresh: {},
      told: {
        said,
        readings: { ...state.told.readings, ...readings },
        readingsAtMs: tells ? nowMs : state.told.readingsAtMs,
      },
    },
  };
}

/** What is left and the text of an alarm are the profile's own. */
const isSame = (one: Said, other: Said): boolean =>
  one.link === other.link &&
  one.program === other.program &&
  isSameStatus(one.status, other.status) &&
  one.words.left === other.words.left &&
  one.words.alarm?.en === other.words.alarm?.en;

const isSameStatus = (one: Status, other: Status): boolean =>
  one === other ||
  (one.activity === other.activity &&
    one.substate === other.substate &&
    one.raw === other.raw &&
    one.confidence === other.confidence &&
    one.source === other.source);

function wordsOf({ alarms }: Profile, { left, alarm }: LinkState): LinkWords {
  if (left === null && alarm === null) return noWords;
  return { left, alarm: alarm === null ? null : (alarms.get(alarm)?.text ?? null) };
}

function linkOf(state: LinkState): Link {
  if (state.phase === 'live') return 'up';
  return state.everUp ? 'lost' : 'never';
}

/** Before it is live, a status may have been seen but is not yet trusted. */
const unheard = (state: LinkState): Status =>
  state.foreign === null ? unseen : { ...unseen, substate: 'wrong-firmware' };

function readingsDue(state: LinkState, nowMs: number): boolean {
  const names = Object.keys(state.fresh) as ReadingName[];
  if (state.phase !== 'live' || names.length === 0) return false;
  const { readings, readingsAtMs } = state.told;
  if (readingsAtMs === null) return true;
  const same = sameAsTold(names, { fresh: state.fresh, told: readings });
  return nowMs - readingsAtMs >= (same ? sameReadingsEveryMs : readingsEveryMs);
}

const sameAsTold = (names: readonly ReadingName[], two: { fresh: Readings; told: Readings }) =>
  names.every((name) => two.fresh[name] === two.told[name]);
