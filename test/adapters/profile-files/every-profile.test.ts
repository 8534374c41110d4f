// Every profile in the folder, whoever wrote it: its own lines in pieces, random bytes in between, and what goes out
// before it is known who answers. A new profile is tried by this without a line of code (invariants 7, 8 and 11).

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadProfiles, profileFolder } from '../../../src/adapters/profile-files/load-profiles.ts';
import { lineGuard } from '../../../src/adapters/serial/line-guard.ts';
import { profileLimits } from '../../../src/contract/profile-words.ts';
import { type Family, families } from '../../../src/domain/profile/family.ts';
import {
  type Effect,
  type LinkEvent,
  type LinkState,
  newLink,
} from '../../../src/domain/profile/link-state.ts';
import { observe } from '../../../src/domain/profile/observe.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import { nothingMerged, understand } from '../../../src/domain/profile/understand.ts';
import { hearNoise, samplesOf } from './hear-noise.ts';

const { profiles } = await loadProfiles();

type Written = {
  readonly family: string;
  readonly extends?: string;
};
const written = (id: string) => parse(readFileSync(new URL(`${id}.yaml`, profileFolder), 'utf8')) as Written;

function familyOf({ id }: Profile): Family {
  const file = written(id);
  const family = families.get(file.family ?? (file.extends ? written(file.extends).family : ''));
  if (!family) throw new Error(`${id} has no family`);
  return family;
}

/** The lines that come out of the guard that stands before every port. */
function framed() {
  const lines: string[] = [];
  const guard = lineGuard({ lineBytes: profileLimits.lineBytes, onNoise: () => undefined });
  return {
    lines,
    take(chunk: Uint8Array) {
      lines.push(...(guard.take(chunk)?.toString('latin1').split('\n').slice(0, -1) ?? []));
    },
  };
}

describe.each([...profiles.values()].map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  const samples = samplesOf(profile);

  it('hears the same wherever a line is cut in two by the wire', () => {
    for (const sample of samples) {
      const bytes = Buffer.from(`${sample}\r\n`, 'latin1');
      const whole = framed();
      whole.take(bytes);
      for (let cut = 1; cut < bytes.length; cut++) {
        const two = framed();
        two.take(bytes.subarray(0, cut));
        two.take(bytes.subarray(cut));
        expect(two.lines).toEqual(whole.lines);
      }
    }
  });

  it('inv. 7: makes no idle of the half of a line that is not idle', () => {
    for (const sample of samples) {
      if (activityOf(profile, sample) === 'idle') continue;
      for (let cut = 1; cut < sample.length; cut++) {
        // Two lines in one are broken, and the half of it is a line that the firmware has.
        for (const part of [sample.slice(0, cut), sample.slice(cut)])
          if (!samples.includes(part)) expect(activityOf(profile, part), part).not.toBe('idle');
      }
    }
  });

  it.each(['random', 'mutated'] as const)(
    'inv. 7, 11: 10 000 %s bytes crash nothing, make no idle, and the line after them is heard',
    (kind) => {
      const { idle, again } = hearNoise(profile, { seed: 33, bytes: 10_000, kind });
      if (kind === 'random') expect(idle).toBe(0);
      expect(again).toBeGreaterThan(2);
    },
  );

  it('inv. 8: sends nothing but questions in plain ASCII before it is known who answers, and nothing to a stranger', () => {
    const family = familyOf(profile);
    const event = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...samples).map((text): LinkEvent => ({ kind: 'line', text })),
      },
      { weight: 2, arbitrary: fc.constant<LinkEvent>({ kind: 'time' }) },
      { weight: 1, arbitrary: fc.constant<LinkEvent>({ kind: 'end-access' }) },
      { weight: 1, arbitrary: fc.boolean().map((on): LinkEvent => ({ kind: 'permit', on })) },
      { weight: 1, arbitrary: fc.constant<LinkEvent>({ kind: 'closed' }) },
      { weight: 1, arbitrary: fc.constant<LinkEvent>({ kind: 'opened', mayReset: true }) },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(2000)), { maxLength: 40 }), (events) => {
        let state = newLink(profile, { permits: true });
        let nowMs = 0;
        for (const [each, passesMs] of [[{ kind: 'opened', mayReset: false }, 0] as const, ...events]) {
          nowMs += passesMs;
          const before = state;
          const observed = observe(profile, { state, event: each, nowMs });
          state = observed.state;
          for (const bytes of sent(observed.effects)) expectQuestion(bytes, { before, after: state, family });
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

const frameOf = (profile: Profile, line: string) =>
  understand(profile, { line, unit: 'mm', merged: nothingMerged }).frame;

const activityOf = (profile: Profile, line: string) => {
  const frame = frameOf(profile, line);
  return frame?.kind === 'status' ? frame.activity : null;
};

const sent = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'send' || effect.kind === 'order' ? [effect.bytes] : []));

function expectQuestion(
  bytes: readonly number[],
  link: { before: LinkState; after: LinkState; family: Family },
): void {
  const { before, after, family } = link;
  // In the step in which it becomes known, a script that has waited for it may begin.
  if (after.phase === 'live' || after.phase === 'lost') return;
  const [byte = -1] = bytes;
  const line = Buffer.from(bytes).toString('latin1').trimEnd();
  const does = bytes.length === 1 ? family.bytes.get(byte) : family.lines.get(line);
  expect(['ask', 'poll'], line).toContain(does);
  expect(bytes.every((each) => each === 0x0a || (each >= 0x20 && each <= 0x7e))).toBe(true);
  expect(before.foreign !== null && after.foreign !== null).toBe(false);
}
