// Lines as a bad cable makes them: true lines of each firmware profile, cut, doubled and garbled. Invariants 7 and 8:
// whatever comes in, only what the profile names goes out, and a machine is idle only if a whole line said so.

import assert from 'node:assert/strict';
import { loadProfiles } from '../../src/adapters/profile-files/load-profiles.ts';
import { type LinkEvent, newLink } from '../../src/domain/profile/link-state.ts';
import { observe } from '../../src/domain/profile/observe.ts';
import type { Profile } from '../../src/domain/profile/profile.ts';
import { nothingMerged, understand } from '../../src/domain/profile/understand.ts';
import { samplesOf } from '../adapters/profile-files/hear-noise.ts';
import { mayBeIdle, nothingTold, toldAfter } from '../adapters/profile-files/may-be-idle.ts';
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
  if (profile.hello) allowed.add(text(profile.hello));
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

const sends = (profile: Profile) =>
  (profile.sessionEnd?.ways ?? []).flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'send' ? [{ send: step.bytes }] : [])),
  );

const text = (bytes: readonly number[]): string => bytes.join(' ');

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
