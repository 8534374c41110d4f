// What a machine does that is known only by its watts: running above one limit, idle below a lower one, each for long
// enough; between the two the last word holds. A meter that is not heard makes it unknown, never idle (invariant 7).

export type SenseLimits = {
  /** From here on it works. */
  readonly runningW: number;
  /** Up to here nothing moves; below `runningW`. */
  readonly idleW: number;
  /** It must have drawn `runningW` for so long. */
  readonly onAfterS: number;
  /** It must have drawn no more than `idleW` for so long: longer than the pauses of a load that is switched in pulses. */
  readonly offAfterS: number;
  /** A meter that has told no watts for so long is not heard. */
  readonly silentS: number;
};

type SenseWord = 'unknown' | 'idle' | 'running';
type Zone = 'above' | 'between' | 'below';

export type Sensed = {
  readonly word: SenseWord;
  /** Where the last watts were and since when, monotonic; null while the meter is not heard. */
  readonly heard: {
    readonly zone: Zone;
    readonly sinceMs: number;
    readonly atMs: number;
    readonly powerW: number;
  } | null;
};

export type SenseSign =
  | { readonly kind: 'watts'; readonly powerW: number }
  /** The meter has gone. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'time' };

/** What it becomes, and which limit must have passed first; a word that stays needs none. */
const table: Readonly<Record<Zone, Readonly<Record<SenseWord, SenseWord>>>> = {
  above: { unknown: 'running', idle: 'running', running: 'running' },
  between: { unknown: 'unknown', idle: 'idle', running: 'running' },
  below: { unknown: 'idle', idle: 'idle', running: 'idle' },
};

const waitS: Readonly<Record<Zone, (limits: SenseLimits) => number>> = {
  above: ({ onAfterS }) => onAfterS,
  between: () => 0,
  below: ({ offAfterS }) => offAfterS,
};

/** Before the meter was ever heard. */
export const unsensed: Sensed = { word: 'unknown', heard: null };

/** What is known after a sign at `nowMs` (monotonic). */
export function sense(
  limits: SenseLimits,
  step: { readonly before: Sensed; readonly sign: SenseSign; readonly nowMs: number },
): Sensed {
  const { sign, nowMs } = step;
  if (sign.kind === 'gone') return unsensed;
  const before = isSilent(limits, step) ? unsensed : step.before;
  const heard = sign.kind === 'watts' ? placed(limits, { before, powerW: sign.powerW, nowMs }) : before.heard;
  if (heard === null) return unsensed;
  const isLongEnough = nowMs - heard.sinceMs >= waitS[heard.zone](limits) * 1000;
  return { word: isLongEnough ? table[heard.zone][before.word] : before.word, heard };
}

function isSilent(
  { silentS }: SenseLimits,
  step: { readonly before: Sensed; readonly nowMs: number },
): boolean {
  const { heard } = step.before;
  return heard !== null && step.nowMs - heard.atMs >= silentS * 1000;
}

function placed(
  limits: SenseLimits,
  { before, powerW, nowMs }: { readonly before: Sensed; readonly powerW: number; readonly nowMs: number },
): NonNullable<Sensed['heard']> {
  const zone = zoneOf(limits, powerW);
  const sinceMs = before.heard?.zone === zone ? before.heard.sinceMs : nowMs;
  return { zone, sinceMs, atMs: nowMs, powerW };
}

/** A clamp that was put on the wrong way round tells the same watts with a minus; they are no less a sign of work. */
function zoneOf({ runningW, idleW }: SenseLimits, powerW: number): Zone {
  const drawnW = Math.abs(powerW);
  if (drawnW >= runningW) return 'above';
  return drawnW <= idleW ? 'below' : 'between';
}
