// Finds out what a controller is that nobody has described: opens its port, listens, then asks only what is harmless to
// every firmware that it may still be, and scores the profiles by what was heard. Speed after speed, and closed again.

import { setTimeout as pause } from 'node:timers/promises';
import { ReadlineParser } from '@serialport/parser-readline';
import type { Activity } from '../../domain/machine/activity.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import { clearWinner, type ProfileScore, scoreProfiles } from '../../domain/profile/score-profiles.ts';
import { nothingMerged, understand } from '../../domain/profile/understand.ts';
import { lineGuard } from './line-guard.ts';
import { type Probe, probes } from './probes.ts';
import { serialTransport } from './serial-transport.ts';
import { tcpTransport } from './tcp-transport.ts';
import type { LinkFault, OpenTransport, Transport } from './transport.ts';

export type HearOptions = {
  readonly place:
    | { readonly kind: 'serial'; readonly path: string; readonly bauds: readonly number[] }
    | { readonly kind: 'tcp'; readonly host: string; readonly port: number };
  readonly profiles: readonly Profile[];
  /** False: nothing is sent at all. */
  readonly asks: boolean;
  /** Left out: as long as the slowest of the profiles wants after its board was reset. */
  readonly listenMs?: number;
};

export type HeardController =
  | {
      readonly ok: true;
      /** The speed at which it was understood, or the last one that was tried; null over TCP. */
      readonly baud: number | null;
      readonly lines: readonly string[];
      /** Lines that were dropped as noise. */
      readonly noise: number;
      readonly asked: readonly string[];
      readonly scores: readonly ProfileScore[];
    }
  | { readonly ok: false; readonly code: LinkFault['code'] };

/** Of one speed. A chatty board says no more of itself in its thousandth line. */
const lineLimit = 400;
const lineBytes = 512;
/** An answer is over when nothing more came for so long. */
const quietMs = 300;
const lookMs = 20;
/** Below this nothing was understood, and the next speed is tried. */
const understoodPoints = 20;
/** So far behind the best one a profile is not the one any more. */
const farBehind = 30;

/** Faults of the port are values: it may be gone, busy or forbidden. */
export async function hearController(options: HearOptions): Promise<HeardController> {
  const { place } = options;
  if (place.kind === 'tcp') return hearOnce(options, { open: tcpTransport(place), baud: null });
  let last: HeardController = { ok: false, code: 'port-missing' };
  for (const baud of place.bauds) {
    last = await hearOnce(options, { open: serialTransport({ path: place.path, baud }), baud });
    if (!last.ok || (last.scores[0]?.score ?? 0) >= understoodPoints) return last;
  }
  return last;
}

type Attempt = { readonly open: OpenTransport; readonly baud: number | null };

async function hearOnce(options: HearOptions, { open, baud }: Attempt): Promise<HeardController> {
  const ear = openEar(open);
  try {
    const fault = await ear.opened;
    if (fault) return { ok: false, code: fault.code };
    const { profiles } = options;
    const listenMs = options.listenMs ?? Math.max(0, ...profiles.map((profile) => profile.listenMs));
    // A greeting says enough to go on.
    await ear.listen(listenMs, () => (scoreProfiles(profiles, ear.lines)[0]?.score ?? 0) >= 40);
    const asked = options.asks ? await askAll(options, ear) : [];
    const lost = ear.fault();
    if (lost && ear.lines.length === 0) return { ok: false, code: lost.code };
    const scores = scoreProfiles(profiles, ear.lines);
    return { ok: true, baud, lines: ear.lines, noise: ear.noise(), asked, scores };
  } finally {
    await ear.close();
  }
}

/** One question after the other, each only if it is wanted and harmless by what was heard until then. */
async function askAll({ profiles, place }: HearOptions, ear: Ear): Promise<readonly string[]> {
  const asked: string[] = [];
  const silent = new Set<string>();
  for (const probe of probes) {
    const scores = scoreProfiles(profiles, ear.lines);
    if (probe.onTcp && place.kind !== 'tcp') continue;
    const may = possible(scores).filter(({ family }) => !silent.has(family));
    const isWanted = may.some(({ family }) => probe.wantedBy.has(family));
    const isHarmless = may.every(({ family }) => probe.harmlessTo.has(family));
    if (!isWanted || !isHarmless || !fitsActivity(probe, { profiles, may, lines: ear.lines })) continue;
    const before = ear.lines.length;
    if (!ear.write(probe.bytes)) break;
    asked.push(probe.shown);
    await ear.listen(probe.withinMs, () => ear.lines.length > before);
    const now = scoreProfiles(profiles, ear.lines.slice(before));
    for (const family of probe.wantedBy)
      if (!now.some((one) => one.family === family && one.score >= understoodPoints)) silent.add(family);
  }
  return asked;
}

/** Those that what was heard leaves: all as long as nothing was understood. */
function possible(scores: readonly ProfileScore[]): readonly ProfileScore[] {
  const best = scores[0]?.score ?? 0;
  const left = scores.filter(({ isRejected }) => !isRejected);
  if (clearWinner(scores) === null && best < understoodPoints) return left;
  return left.filter(({ score }) => score >= Math.max(1, best - farBehind));
}

type Heard = {
  readonly profiles: readonly Profile[];
  readonly may: readonly ProfileScore[];
  readonly lines: readonly string[];
};

/** By the last status that any of them understands; without one nobody knows what moves. */
function fitsActivity({ when }: Probe, { profiles, may, lines }: Heard): boolean {
  if (when === null) return true;
  const activities = may.map(({ profile: id }): Activity | null => {
    const profile = profiles.find((one) => one.id === id);
    const frames = profile
      ? lines.map((text) => understand(profile, { line: text, unit: 'mm', merged: nothingMerged }).frame)
      : [];
    return frames.findLast((frame) => frame?.kind === 'status')?.activity ?? null;
  });
  return activities.length > 0 && activities.every((activity) => activity !== null && when.has(activity));
}

type Ear = {
  /** Resolves with a fault where it cannot be opened. */
  readonly opened: Promise<LinkFault | null>;
  readonly lines: readonly string[];
  noise(): number;
  fault(): LinkFault | null;
  write(bytes: Uint8Array): boolean;
  /** For so long at most; ends sooner once `enough` holds and it has been quiet for a moment. */
  listen(forMs: number, enough: () => boolean): Promise<void>;
  close(): Promise<void>;
};

function openEar(open: OpenTransport): Ear {
  const lines: string[] = [];
  let noise = 0;
  let heardMs = 0;
  let fault: LinkFault | null = null;
  const opened = Promise.withResolvers<LinkFault | null>();
  const guard = lineGuard({ lineBytes, onNoise: () => (noise += 1) });
  const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' }).on('data', (line: string) => {
    heardMs = performance.now();
    if (lines.length < lineLimit) lines.push(line);
  });
  const transport: Transport = open({
    opened: () => opened.resolve(null),
    bytes: (chunk) => {
      const whole = guard.take(chunk);
      if (whole) parser.write(whole);
    },
    closed: (why) => {
      fault = why ?? { code: 'port-gone', detail: '' };
      opened.resolve(fault);
    },
  });
  return {
    opened: opened.promise,
    lines,
    noise: () => noise,
    fault: () => fault,
    write: (bytes) => transport.write(bytes),
    async listen(forMs, enough) {
      const untilMs = performance.now() + forMs;
      while (performance.now() < untilMs && fault === null) {
        if (lines.length > 0 && performance.now() - heardMs >= quietMs && enough()) return;
        await pause(lookMs);
      }
    },
    close: () => transport.close(),
  };
}
