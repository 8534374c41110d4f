// What a treasurer should look at before a draft becomes an invoice. It stops nothing by itself; what stops, finalising says.

import type { PieceToBill } from './draft-lines.ts';

export type DraftWarning = {
  readonly code: WarningCode;
  /** Uses that it is about, at most ten of them; none where it is about the draft. */
  readonly sessions: readonly string[];
  readonly count: number;
};

type WarningCode =
  /** Time was billed under which the machine never had power. */
  | 'dark-machine'
  /** Time in which nobody could see the machine; it is not billed. */
  | 'gap'
  /** A clock that counted more than passed, or energy of which a part was not measured. */
  | 'meter-drift'
  /** Use of a pool that had no tariff: it costs nothing. */
  | 'rate-missing'
  /** Nothing is to be paid: it goes on to the next month. */
  | 'not-positive'
  /** Of months before: late, or corrected. */
  | 'late'
  | 'address-missing'
  | 'open-session';

const shown = 10;
/** Clocks are whole milliseconds of a part; more than this is no rounding. */
const driftMs = 1_000;

const checks: readonly (readonly [WarningCode, (piece: PieceToBill) => boolean])[] = [
  [
    'dark-machine',
    ({ rated }) =>
      rated.some(
        ({ segment, billedMs, byHand }) => !byHand && billedMs > 0 && segment.clocks.poweredMs === 0,
      ),
  ],
  ['gap', ({ rated }) => rated.some(({ segment }) => segment.gapMs > 0)],
  ['meter-drift', ({ rated }) => rated.some(hasDrift)],
  ['rate-missing', ({ use, isCorrection }) => use.tariff === null && !isCorrection],
  ['late', ({ isCorrection }) => isCorrection],
];

export function warningsOf(
  pieces: readonly PieceToBill[],
  { grossMinor, prepaidMinor }: { readonly grossMinor: bigint; readonly prepaidMinor: bigint },
): readonly DraftWarning[] {
  const found = checks.flatMap(([code, holds]): readonly DraftWarning[] => {
    const sessions = [...new Set(pieces.filter(holds).map(({ use }) => use.session))];
    return sessions.length === 0
      ? []
      : [{ code, sessions: sessions.slice(0, shown), count: sessions.length }];
  });
  const none: readonly DraftWarning[] = isPositive({ grossMinor, prepaidMinor })
    ? []
    : [{ code: 'not-positive', sessions: [], count: 1 }];
  return [...found, ...none];
}

/** What was paid ahead for it is not more than it is. */
export const isPositive = (draft: { readonly grossMinor: bigint; readonly prepaidMinor: bigint }): boolean =>
  draft.grossMinor > 0n && draft.prepaidMinor <= draft.grossMinor;

function hasDrift({ segment, byHand }: PieceToBill['rated'][number]): boolean {
  if (byHand) return false;
  const longMs = segment.toMs - segment.fromMs + driftMs;
  const { energy, clocks } = segment;
  return energy?.how === 'partly' || Math.max(clocks.operatingMs, clocks.poweredMs) > longMs;
}
