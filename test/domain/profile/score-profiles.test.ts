// Every recorded conversation is best explained by the profile that it was recorded with, and no line can break the scoring.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProfiles } from '../../../src/adapters/profile-files/load-profiles.ts';
import { clearWinner, scoreProfiles } from '../../../src/domain/profile/score-profiles.ts';
import { anyText } from '../../fakes/any-text.ts';

const { profiles } = await loadProfiles();
const sessions = new URL('../../sessions/', import.meta.url).pathname;
const recorded = readdirSync(sessions, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .flatMap(({ name }) => readdirSync(join(sessions, name)).map((file) => [name, file] as const));
const linesOf = (id: string, file: string): string[] =>
  readFileSync(join(sessions, id, file), 'utf8')
    .split('\n')
    .flatMap((line) => /^\d+ < (.*)$/.exec(line)?.[1] ?? []);
const heard = (...lines: string[]) => scoreProfiles(profiles.values(), lines);

describe('the scores of the profiles', () => {
  it.each(recorded)('put %s first for %s, with the lines that say so', (id, file) => {
    const scores = heard(...linesOf(id, file).slice(0, 60));
    expect(scores[0]?.profile).toBe(id);
    expect(scores[0]?.score).toBeGreaterThan(scores[1]?.score ?? 0);
    const sum = scores[0]?.evidence.reduce((all, { points }) => all + points, 0) ?? 0;
    expect(scores[0]?.score).toBe(Math.min(100, sum));
  });

  it('leave it to a person where two relatives say the same', () => {
    const status = '<Idle|MPos:0.000,0.000,0.000|FS:0,0>';
    const scores = heard(status);
    expect(scores.slice(0, 3).map(({ profile }) => profile)).toEqual(['fluidnc', 'grbl-1.1', 'grblhal']);
    expect(clearWinner(scores)).toBeNull();
    expect(clearWinner(heard(status, '[VER:1.1h.20190830:]', 'ok'))?.profile).toBe('grbl-1.1');
    expect(clearWinner(heard(status, '[VER:1.1f.20230101:]', '[FIRMWARE:grblHAL]'))?.profile).toBe('grblhal');
  });

  it('are nothing for what was rejected, whatever else fits', () => {
    const scores = heard("Grbl 1.1h ['$' for help]", '[FIRMWARE:grblHAL]');
    expect(scores.find(({ profile }) => profile === 'grbl-1.1')).toMatchObject({
      score: 0,
      isRejected: true,
    });
  });

  it('inv. 11: are from 0 to 100 for any lines', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (lines) => {
        const wrong = heard(...lines).filter(({ score }) => !(score >= 0 && score <= 100));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
