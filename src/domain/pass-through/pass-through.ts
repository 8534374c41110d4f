// A host and the gateway at one controller: the host is served as if it were alone, but for what is forbidden and, without
// an open session, for everything but asking and stopping (invariant 8). No clock and no I/O: bytes in, bytes out.

import { families } from '../profile/family.ts';
import type { Bytes, Profile } from '../profile/profile.ts';
import { hearController, newControllerLine } from './hear-controller.ts';
import { emptyLine, hearHost } from './hear-host.ts';
import { mannersOf } from './manners.ts';
import {
  type Counts,
  lineOf,
  nothing,
  type Owed,
  type Passed,
  reportMs,
  sendLine,
  settle,
  type Talk,
} from './talk.ts';

export type PassThrough = {
  fromHost(chunk: Iterable<number>, nowMs: number): Passed;
  fromController(chunk: Iterable<number>, nowMs: number): Passed;
  /** What the gateway itself wants to send. A question may be left out: the host's own answers are heard as well. */
  fromGateway(bytes: Bytes, nowMs: number): Passed;
  /** Whether a session is open and access is not being ended: a level, to be told as often as one likes. */
  allow(open: boolean): void;
  hostCame(): void;
  hostWent(): void;
  /** The port was closed: whatever was under way is lost. */
  controllerWent(): void;
  counts(): Readonly<Counts>;
};

/** A host that has asked within this time asks by itself; longer than a report takes, so that none of its own is left. */
const hostPollsMs = 1100;

/** Null where the manners of the firmware are not known; then no host can be let in. */
export function createPassThrough(profile: Pick<Profile, 'family' | 'hostForbid'>): PassThrough | null {
  const manners = mannersOf.get(profile.family);
  const family = families.get(profile.family);
  if (!manners || !family) return null;
  const { bytes, lines } = profile.hostForbid;
  const talk: Talk = {
    manners,
    family,
    isForbidden: {
      byte: (byte) => bytes.has(byte),
      line: (text) => lines.some((match) => match(text) !== null),
    },
    open: false,
    hosted: false,
    toldClosed: false,
    owed: [],
    isMidLine: false,
    hostAsks: 0,
    hostAskedMs: Number.NEGATIVE_INFINITY,
    ourAskMs: null,
    waiting: null,
    counts: { withheld: 0, stripped: 0, forgotten: 0 },
  };
  let hostLine = emptyLine();
  let controllerLine = newControllerLine();
  const passed = (act: (out: Passed) => void): Passed => {
    const out = nothing();
    act(out);
    return out;
  };
  return {
    fromHost: (chunk, nowMs) => passed((out) => hearHost(talk, { line: hostLine, chunk, out, nowMs })),
    fromController: (chunk, nowMs) =>
      passed((out) => hearController(talk, { line: controllerLine, chunk, out, nowMs })),
    fromGateway: (sent, nowMs) => passed((out) => speak(talk, { bytes: sent, out, nowMs })),
    allow: (open) => {
      if (open) talk.toldClosed = false;
      talk.open = open;
    },
    hostCame: () => {
      talk.hosted = true;
    },
    hostWent: () => {
      hostLine = emptyLine();
      talk.hosted = false;
      talk.hostAsks = 0;
      const left = talk.owed.filter(({ by }) => by !== 'refusal').map(orphaned);
      talk.owed.splice(0, talk.owed.length, ...left);
    },
    controllerWent: () => {
      hostLine = emptyLine();
      controllerLine = newControllerLine();
      Object.assign(talk, { isMidLine: false, hostAsks: 0, ourAskMs: null, waiting: null });
      talk.owed.length = 0;
    },
    counts: () => talk.counts,
  };
}

/**
 * What a link may ask beside a host: nothing that makes the controller talk by itself afterwards, which the host has not
 * asked for.
 */
export const besideHost = (profile: Profile): Profile => ({
  ...profile,
  questions: profile.questions.filter(({ send }) => mannersOf.get(profile.family)?.answers.has(lineOf(send))),
});

const orphaned = (owed: Owed): Owed => (owed.by === 'host' ? { by: 'nobody' } : owed);

function speak(talk: Talk, said: { bytes: Bytes; out: Passed; nowMs: number }): void {
  const { bytes, out, nowMs } = said;
  const [byte] = bytes;
  if (bytes.length === 1 && byte !== undefined) {
    const isPoll = talk.family.bytes.get(byte) === 'poll';
    const isUnderWay = talk.ourAskMs !== null && nowMs - talk.ourAskMs <= reportMs;
    if (isPoll && (isUnderWay || nowMs - talk.hostAskedMs < hostPollsMs)) return;
    if (isPoll) talk.ourAskMs = nowMs;
    out.toController.push(byte);
    return;
  }
  const line = lineOf(bytes);
  const purpose = talk.family.lines.get(line);
  const isQuestion = purpose === 'poll' || purpose === 'ask';
  if (!isQuestion) {
    sendLine(talk, said);
    return;
  }
  // What makes the controller talk by itself would be heard by the host, who has not asked for it.
  if (!talk.manners.answers.has(line)) return;
  if (talk.owed.some(({ by }) => by === 'gateway')) return;
  talk.waiting = bytes;
  settle(talk, { out, nowMs });
}
