// Lines as a bad cable makes them: true lines of each firmware profile, cut, doubled and garbled. Invariants 7 and 8:
// whatever comes in, only what the profile names goes out, and a machine is idle only if a whole line said so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadProfiles, profileFolder } from '../../src/adapters/profile-files/load-profiles.ts';
import { type LinkEvent, type LinkState, newLink } from '../../src/domain/profile/link-state.ts';
import { observe } from '../../src/domain/profile/observe.ts';
import type { Profile } from '../../src/domain/profile/profile.ts';
import { nothingMerged, understand } from '../../src/domain/profile/understand.ts';
import { createSeededChance, type SeededChance } from '../fakes/seeded-chance.ts';
import type { Proof } from './proof.ts';

const lines = 100_000;

export const profileFuzz: Proof = {
  name: 'profile-fuzz',
  about: `${lines} garbled lines for each firmware profile`,
  rounds: 10,
  async round(seed) {
    const { profiles, mistakes } = await loadProfiles();
    assert.deepEqual(mistakes, []);
    let idle = 0;
    for (const profile of profiles.values()) idle += hearGarbled(profile, createSeededChance(seed));
    return { profiles: profiles.size, lines: lines * profiles.size, idle };
  },
};

/** @returns how often the machine was idle, so that it can be seen that it was asked at all */
function hearGarbled(profile: Profile, chance: SeededChance): number {
  const samples = Object.groupBy(samplesOf(profile), (line) =>
    understand(profile, { line, unit: null, merged: nothingMerged }).frame?.kind === 'reject'
      ? 'foreign'
      : 'own',
  );
  const allowed = new Set(
    [...profile.poll.asks, ...profile.questions, ...sends(profile)].map((one) => text(one.send)),
  );
  let state = newLink(profile);
  let nowMs = 0;
  let idle = 0;
  let told = nothingTold;
  for (let line = 0; line < lines; line++) {
    nowMs += chance.below(400);
    const event = pickEvent(chance, samples);
    told = toldAfter(profile, { event, told, state, nowMs });
    const observed = observe(profile, { state, event, nowMs });
    state = observed.state;
    for (const effect of observed.effects) {
      if (effect.kind === 'send') assert.ok(allowed.has(text(effect.bytes)), `sent ${text(effect.bytes)}`);
      if (effect.kind !== 'report') continue;
      const { link, activity } = effect.report;
      if (link !== 'up') assert.equal(activity, 'unknown', `${link} and ${activity}`);
      if (activity !== 'idle') continue;
      idle += 1;
      assert.ok(mayBeIdle(profile, told, nowMs), `idle at ${JSON.stringify(event)}`);
    }
  }
  return idle;
}

/** What whole lines have told; forgotten at every sign that it may be over. */
type Told = {
  /** The last whole status. */
  readonly said: string | null;
  /** When a whole line last told of the heaters, for firmware that has no status. */
  readonly heatersMs: number | null;
};

const nothingTold: Told = { said: null, heatersMs: null };

type Telling = {
  readonly event: LinkEvent;
  readonly told: Told;
  readonly state: LinkState;
  readonly nowMs: number;
};

function toldAfter(profile: Profile, { event, told, state, nowMs }: Telling): Told {
  if (event.kind === 'closed' || event.kind === 'opened') return nothingTold;
  if (event.kind !== 'line') return told;
  const { frame } = understand(profile, { line: event.text, unit: state.unit, merged: state.merged });
  if (frame?.kind === 'status') return { ...told, said: frame.activity };
  if (frame?.kind === 'clue' && frame.clue.of === 'heaters') return { ...told, heatersMs: nowMs };
  return frame?.kind === 'greeting' || frame?.kind === 'alarm' ? nothingTold : told;
}

/** Where the firmware has a status, it said so; where it has none, its heaters were told of a short while ago. */
function mayBeIdle({ derive }: Profile, { said, heatersMs }: Told, nowMs: number): boolean {
  if (derive === null) return said === 'idle';
  return heatersMs !== null && nowMs - heatersMs <= derive.staleMs;
}

const sends = (profile: Profile) =>
  (profile.sessionEnd?.ways ?? []).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'send' ? [{ send: step.bytes }] : [])),
  );

const text = (bytes: readonly number[]): string => bytes.join(' ');

function samplesOf({ id }: Profile): readonly string[] {
  const file = readFileSync(new URL(`${id}.yaml`, profileFolder), 'utf8');
  const { samples } = parse(file) as { samples: readonly { line: string }[] };
  return samples.map(({ line }) => line);
}

/** Lines of the firmware itself, and of others, after which nothing is heard until the cable is plugged in anew. */
type Samples = { readonly own?: readonly string[]; readonly foreign?: readonly string[] };

function pickEvent(chance: SeededChance, { own = [], foreign = [] }: Samples): LinkEvent {
  const kind = chance.next();
  if (kind < 0.05) return { kind: 'time' };
  if (kind < 0.06) return { kind: 'noise' };
  if (kind < 0.062) return { kind: 'closed' };
  if (kind < 0.066) return { kind: 'opened', mayReset: chance.next() < 0.5 };
  if (kind < 0.068) return { kind: 'end-access' };
  if (kind < 0.069 && foreign.length > 0) return { kind: 'line', text: chance.pick(foreign) };
  return { kind: 'line', text: garbled(chance, chance.pick(own)) };
}

function garbled(chance: SeededChance, line: string): string {
  const how = chance.next();
  const at = chance.below(line.length + 1);
  if (how < 0.4) return line;
  if (how < 0.55) return line.slice(0, at);
  if (how < 0.65) return line.slice(at);
  if (how < 0.75) return line.slice(0, at) + line;
  const noise = String.fromCharCode(32 + chance.below(95));
  return line.slice(0, at) + noise + line.slice(at + chance.below(2));
}
