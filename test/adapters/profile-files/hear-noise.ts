// A wire that carries random bytes and mutated lines of a firmware, in pieces cut anywhere: whatever comes, nothing
// crashes, nothing is called idle that no whole line said, and after one line feed the next whole line is heard.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { profileFolder } from '../../../src/adapters/profile-files/load-profiles.ts';
import { lineGuard } from '../../../src/adapters/serial/line-guard.ts';
import { profileLimits } from '../../../src/contract/profile-words.ts';
import { type LinkEvent, newLink } from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import { nothingMerged, understand } from '../../../src/domain/profile/understand.ts';
import { createSeededChance, type SeededChance } from '../../fakes/seeded-chance.ts';
import { mayBeIdle, nothingTold, toldAfter } from './may-be-idle.ts';

export type Noise = {
  readonly seed: number;
  readonly bytes: number;
  /** `random`: any byte whatever; `mutated`: true lines of which some bytes are changed, lost or doubled. */
  readonly kind: 'random' | 'mutated';
};

export type NoiseHeard = {
  readonly lines: number;
  /** How often it was called idle, so that it can be seen that it was asked at all. */
  readonly idle: number;
  /** How often a whole line after the noise was heard. */
  readonly again: number;
};

/** The lines that a profile says of itself that they are its own. */
export function samplesOf({ id }: Pick<Profile, 'id'>): readonly string[] {
  const file = readFileSync(new URL(`${id}.yaml`, profileFolder), 'utf8');
  const { samples } = parse(file) as { samples: readonly { line: string }[] };
  return samples.map(({ line }) => line);
}

/** The link machine behind the guard that stands before every port. Throws at the first promise that is broken. */
export function hearNoise(profile: Profile, { seed, bytes, kind }: Noise): NoiseHeard {
  const chance = createSeededChance(seed);
  const samples = samplesOf(profile);
  const own = samples.filter((line) => isOwn(profile, line));
  const link = openEar(profile);
  let again = 0;
  for (let heard = 0; heard < bytes; ) {
    const block = kind === 'random' ? randomBytes(chance) : mutatedLines(chance, samples);
    heard += block.length;
    for (let at = 0; at < block.length; ) {
      const size = 1 + chance.below(64);
      link.take(block.subarray(at, at + size), chance.below(400));
      at += size;
    }
    if (kind === 'random') assert.equal(link.counts.idle, 0, 'random bytes made it idle');
    if (chance.next() < 0.5 || own.length === 0) continue;
    link.hearsWhole(chance.pick(own));
    again += 1;
    // What it is now is known from that line; begin anew.
    if (kind === 'random') link.reopen();
  }
  return { ...link.counts, again };
}

type Ear = {
  readonly counts: { lines: number; idle: number };
  take(chunk: Uint8Array, passesMs: number): void;
  /** After a line feed this line must come through, and mean what it means. */
  hearsWhole(line: string): void;
  reopen(): void;
};

function openEar(profile: Profile): Ear {
  const counts = { lines: 0, idle: 0 };
  let nowMs = 0;
  let state = newLink(profile);
  let told = nothingTold;
  let mayCount = true;
  let last: { readonly text: string; readonly broken: boolean } | null = null;
  const tell = (event: LinkEvent): void => {
    told = toldAfter(profile, { event, told, state, nowMs });
    const observed = observe(profile, { state, event, nowMs });
    state = observed.state;
    if (event.kind === 'line') {
      counts.lines += 1;
      last = { text: event.text, broken: observed.effects.some((effect) => effect.kind === 'broken') };
    }
    for (const effect of observed.effects) {
      if (effect.kind !== 'report') continue;
      const { link, activity } = effect.report;
      if (link !== 'up') assert.equal(activity, 'unknown', `${link} and ${activity}`);
      if (activity !== 'idle') continue;
      if (mayCount) counts.idle += 1;
      assert.ok(mayBeIdle(profile, told, nowMs), `idle at ${JSON.stringify(event)}`);
    }
  };
  const guard = lineGuard({ lineBytes: profileLimits.lineBytes, onNoise: () => tell({ kind: 'noise' }) });
  const write = (chunk: Uint8Array): void => {
    const lines = guard.take(chunk)?.toString('latin1').split('\n').slice(0, -1) ?? [];
    for (const text of lines) tell({ kind: 'line', text });
  };
  const reopen = (): void => {
    tell({ kind: 'closed' });
    tell({ kind: 'opened', mayReset: false });
  };
  tell({ kind: 'opened', mayReset: false });
  return {
    counts,
    reopen,
    take(chunk, passesMs) {
      nowMs += passesMs;
      write(chunk);
      tell({ kind: 'time' });
    },
    hearsWhole(line) {
      mayCount = false;
      last = null;
      write(Buffer.from(`\n${line}\r\n`, 'latin1'));
      mayCount = true;
      assert.deepEqual(last, { text: line, broken: false });
    },
  };
}

/** A line that a frame takes, and not as one that arrived broken. */
function isOwn(profile: Profile, line: string): boolean {
  const { frame } = understand(profile, { line, unit: 'mm', merged: nothingMerged });
  return line.trim() === line && line !== '' && frame !== null && frame.kind !== 'garbled';
}

const randomBytes = (chance: SeededChance): Buffer =>
  Buffer.from(Array.from({ length: 1 + chance.below(512) }, () => chance.below(256)));

function mutatedLines(chance: SeededChance, samples: readonly string[]): Buffer {
  const lines = Array.from({ length: 1 + chance.below(6) }, () => `${chance.pick(samples)}\r\n`);
  const bytes = [...Buffer.from(lines.join(''), 'latin1')];
  return Buffer.from(bytes.flatMap((byte) => (chance.next() < 0.97 ? [byte] : mutated(chance, byte))));
}

function mutated(chance: SeededChance, byte: number): readonly number[] {
  switch (chance.below(5)) {
    case 0:
      return [];
    case 1:
      return [byte, byte];
    case 2:
      return [byte ^ (1 << chance.below(8))];
    case 3:
      return [chance.below(256)];
    default:
      return [byte, chance.below(256)];
  }
}
