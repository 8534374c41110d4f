// What the agent last said of one machine, merged from its observations since the last whole picture. Bounded by the
// items that were found, and by a hundred conditions for each of them.

import type { ReadingName, Readings } from '../../domain/machine/reading.ts';
import type { Seen } from '../../edge/talk.ts';
import type { FoundItems } from './find-items.ts';
import { seenOf } from './mtconnect-state.ts';
import type { Observation } from './read-document.ts';

export type KeptWords = {
  /** The picture before it is forgotten. */
  readonly whole: (observations: readonly Observation[]) => void;
  /** What was observed together is taken together; one step for each change of activity or job. */
  readonly change: (observations: readonly Observation[], isTest: boolean) => Change;
  readonly seen: (isTest: boolean) => Seen;
  /** Its controller is not there: the adapter behind the agent has gone. */
  readonly isAway: () => boolean;
};

type Change = {
  /** Whether anything was about this machine. */
  readonly isNews: boolean;
  /** In order, without the last. */
  readonly steps: readonly Seen[];
  /** Steps beyond the bound, left out. */
  readonly dropped: number;
};

const mostSteps = 50;
const mostConditions = 100;
const unavailable = 'UNAVAILABLE';

export function keepWords(found: FoundItems): KeptWords {
  const words = new Map<string, string>();
  /** By item and code; only faults are kept. */
  const faults = new Map<string, Map<string, { code: string; text: string }>>();
  const asked = idsOf(found);

  const take = (one: Observation): void => {
    if (one.condition) takeCondition(faults, one);
    else if (one.value === unavailable || one.value === '') words.delete(one.item);
    else words.set(one.item, one.value);
  };
  const word = (id: string | null): string | null => (id === null ? null : (words.get(id) ?? null));
  const isAway = (): boolean => found.availability !== null && word(found.availability) !== 'AVAILABLE';
  const seen = (isTest: boolean): Seen => {
    const paths = found.paths.map((path) => ({
      ...{ execution: word(path.execution), mode: word(path.mode) },
      ...{ wait: word(path.wait), program: word(path.program) },
    }));
    const isStopped = found.emergencyStops.some((id) => word(id) === 'TRIGGERED');
    const standing = [...faults.values()].flatMap((byCode) => [...byCode.values()]);
    const state = seenOf({ paths, isStopped, faults: standing, isTest });
    return { ...state, readings: isTest ? {} : readingsOf(found, words) };
  };
  const isOurs = ({ item, condition }: Observation): boolean =>
    condition ? found.conditions.has(item) : asked.has(item);

  return {
    seen,
    isAway,
    whole(observations) {
      words.clear();
      faults.clear();
      for (const one of observations) if (isOurs(one)) take(one);
    },
    change(observations, isTest) {
      const ours = observations.filter(isOurs);
      const steps: Seen[] = [];
      let dropped = 0;
      let before = seen(isTest);
      for (const [at, one] of ours.entries()) {
        take(one);
        const next = ours[at + 1];
        if (!next || next.timestamp === one.timestamp || isAway()) continue;
        const now = seen(isTest);
        if (isSame(before, now)) continue;
        before = now;
        if (steps.length < mostSteps) steps.push(now);
        else dropped += 1;
      }
      return { isNews: ours.length > 0, steps, dropped };
    },
  };
}

const isSame = (a: Seen, b: Seen): boolean => a.activity === b.activity && a.job.state === b.job.state;

function idsOf({ paths, availability, emergencyStops, readings }: FoundItems): ReadonlySet<string> {
  const ofPaths = paths.flatMap(({ execution, mode, wait, program }) => [execution, mode, wait, program]);
  const ids = [...ofPaths, availability, ...emergencyStops, ...readings.keys()];
  return new Set(ids.filter((id) => id !== null));
}

type Faults = Map<string, Map<string, { code: string; text: string }>>;

/** Several faults of one item are told apart by their code; what has none takes all of them away. */
function takeCondition(faults: Faults, { item, condition, value }: Observation): void {
  if (!condition) return;
  const { level, code, nativeCode } = condition;
  const ofItem = faults.get(item) ?? new Map();
  if (level === 'Unavailable' || (level === 'Normal' && code === '')) ofItem.clear();
  else ofItem.delete(code);
  if (level === 'Fault' && ofItem.size < mostConditions) ofItem.set(code, { code: nativeCode, text: value });
  faults.set(item, ofItem);
}

/** Plain numbers only: a row of values, or a word in its place, was not said. */
function readingsOf({ readings }: FoundItems, words: ReadonlyMap<string, string>): Readings {
  const numbers: { [name in ReadingName]?: number } = {};
  for (const [id, { name, factor }] of readings) {
    const word = words.get(id) ?? '';
    if (!/^[-+]?[0-9]{1,15}(\.[0-9]{0,20})?([eE][-+]?[0-9]{1,2})?$/.test(word)) continue;
    const value = Number(word) * factor;
    if (Number.isFinite(value)) numbers[name] = value;
  }
  return numbers;
}
