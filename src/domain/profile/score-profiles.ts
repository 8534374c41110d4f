// How well a controller that nobody has described fits each firmware profile, by the lines that were heard of it. A
// profile scores for each kind of line that it understands, once; what it rejects is not it, whatever else fits.

import type { FrameRule, Profile } from './profile.ts';
import { nothingMerged, understand } from './understand.ts';

export type ProfileScore = {
  readonly profile: string;
  readonly title: string;
  readonly family: string;
  readonly draft: boolean;
  /** Its usual speed. */
  readonly baud: number;
  /** 0 to 100; 0 when it was rejected. */
  readonly score: number;
  readonly isRejected: boolean;
  /** What made the score, in the order in which it was heard. */
  readonly evidence: readonly Evidence[];
};

type Evidence = { readonly points: number; readonly what: string; readonly line: string };

/** From here on it is proposed, if no other comes near. */
const enoughPoints = 50;
const clearLead = 15;

/** The best first. */
export function scoreProfiles(profiles: Iterable<Profile>, lines: readonly string[]): ProfileScore[] {
  return [...profiles]
    .map((profile) => scoreOf(profile, lines))
    .toSorted((a, b) => b.score - a.score || a.profile.localeCompare(b.profile));
}

/** The one that fits and is clearly ahead of the next; null where a person must choose. */
export function clearWinner([best, next]: readonly ProfileScore[]): ProfileScore | null {
  if (!best || best.score < enoughPoints) return null;
  return best.score - (next?.score ?? 0) >= clearLead ? best : null;
}

type Kind = FrameRule['kind'];

const weights: Readonly<Record<Kind, number>> = {
  greeting: 50,
  welcome: 50,
  status: 40,
  clue: 25,
  reading: 20,
  capability: 20,
  setting: 15,
  alarm: 10,
  event: 5,
  permission: 5,
  'no-permission': 5,
  ack: 3,
  nack: 3,
  garbled: 3,
  resend: 3,
  ignore: 5,
  reject: 0,
};

/** By which firmware names itself when it is asked, whatever frame takes the line. */
const identity = /^(ok )?FIRMWARE_NAME:|^NAME[:.]|^\[VER:|^Build version|^\{"r":\{.{0,200}"hp":[0-9]/;
const identityPoints = 50;

/** Firmware that always names itself in that answer: silence about it is evidence, too. */
const ownNames: ReadonlyMap<string, RegExp> = new Map([
  ['grblhal', /grblhal/i],
  ['fluidnc', /fluidnc/i],
  ['smoothieware', /smoothie/i],
]);
const namelessPoints = -40;

/** Lines that mean nothing to a profile, at most so many count. */
const strangeLines = 4;
const strangePoints = -5;

function scoreOf(profile: Profile, lines: readonly string[]): ProfileScore {
  const { id, title, family, maturity, baud } = profile;
  const evidence: Evidence[] = [];
  const seen = new Set<string>();
  let merged = nothingMerged;
  let strange = 0;
  const count = (one: Evidence, key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    evidence.push(one);
  };
  const facts = { profile: id, title, family, draft: maturity === 'draft', baud };
  for (const line of lines) {
    const understood = understand(profile, { line, unit: 'mm', merged });
    merged = understood.merged;
    const { frame } = understood;
    if (frame?.kind === 'reject') {
      const rejected = { points: 0, what: 'is another firmware', line };
      return { ...facts, score: 0, isRejected: true, evidence: [rejected] };
    }
    if (frame === null) {
      strange += 1;
      if (strange <= strangeLines) count({ points: strangePoints, what: 'means nothing to it', line }, line);
    } else if (identity.test(line)) {
      count({ points: identityPoints, what: 'names itself', line }, 'identity');
    } else count({ points: weights[frame.kind], what: frame.kind, line }, frame.kind);
  }
  const asked = lines.find((line) => identity.test(line));
  const name = ownNames.get(id);
  if (asked !== undefined && name && !lines.some((line) => name.test(line)))
    evidence.push({ points: namelessPoints, what: 'does not name itself as this one would', line: asked });
  const sum = evidence.reduce((all, { points }) => all + points, 0);
  return { ...facts, score: Math.max(0, Math.min(100, sum)), isRejected: false, evidence };
}
