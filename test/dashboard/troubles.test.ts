// What is wrong with a link, as the page says it: a sentence for every code in every language, the short of it on the
// card and all of it on the page of the machine.

import { describe, expect, it } from 'vitest';
import { troubleText, whyLine } from '../../src/dashboard/board/card-lines.ts';
import { formatReading } from '../../src/dashboard/format.ts';
import { languages } from '../../src/dashboard/words/words.ts';
import { troubleCodes } from '../../src/domain/machine/trouble.ts';
import { card, startMs } from './cards.ts';
import { wordsFor } from './spoken.ts';

const en = wordsFor('en');
const sha1 = '59770e0f6e0617a09c242b42d96f5ce7482b3146';
const values = {
  sha1,
  sha256: 'ab'.repeat(32),
  since: '2026-10-03',
  from: '2026-11-22 16:02 UTC',
  minutes: -61,
  on: '2026-12-01',
  days: 9,
  wanted: 'Saw',
  found: 'Lathe, Mill',
  offered: 'none',
  machine: 'Mill',
  profile: 'grbl-1.1',
};

describe.each(languages)('in $name', ({ code: locale }) => {
  it.each(troubleCodes)('%s is a whole sentence that names what it is about', (code) => {
    const text = troubleText({ code, values }, wordsFor(locale));
    expect(text).toMatch(/^[\p{Lu}’«„“].*[.\da-f]$/u);
    expect(text).not.toMatch(/undefined|null|NaN|\{|\}/);
  });

  it('all that must be compared and run stands in one sentence', () => {
    const text = troubleText({ code: 'certificate-unknown', values }, wordsFor(locale));
    for (const word of [sha1, values.sha256, `npx officina trust ${sha1}`]) expect(text).toContain(word);
  });
});

describe('a card', () => {
  const lost = (code: string) => card({ shown: 'offline', link: 'lost', troubles: [{ code, values }] });
  const why = (machine: ReturnType<typeof card>) =>
    whyLine({
      card: machine,
      shown: machine.shown,
      live: true,
      nowMs: startMs,
      place: { locale: 'en', timezone: 'Europe/Rome' },
      words: en,
    });

  it('says why its link is down, where that is known', () => {
    expect(why(lost('certificate-expired'))).toBe(
      'The certificate of its server ended on 2026-10-03. Renew it at the machine.',
    );
    expect(why(card({ shown: 'offline', link: 'lost' }))).toBe('Check its cable and its power.');
  });

  it('has no room for thumbprints, and says where they are', () => {
    expect(why(lost('certificate-unknown'))).toBe(
      'Nobody has trusted its server yet. Its page tells what to do.',
    );
  });

  it('inv. 11: says the usual where it does not know the code', () => {
    for (const code of ['a-newer-one', 'constructor', '__proto__'])
      expect(why(lost(code))).toBe('Check its cable and its power.');
  });

  it('does not trouble members with what only a steward can mend while the link is up', () => {
    expect(why(card({ shown: 'free', troubles: [{ code: 'unprotected', values: {} }] }))).toBeNull();
  });
});

it('the clock of a controller is ahead or behind', () => {
  expect(troubleText({ code: 'clock-off', values: { minutes: 60 } }, en)).toContain('60 minutes ahead');
  expect(troubleText({ code: 'clock-off', values: { minutes: -61 } }, en)).toContain('61 minutes behind');
});

it('hours of operation are read as hours', () => {
  expect(formatReading(5_400_000, { unit: 'ms', locale: 'en' })).toBe('1.50\u00a0h');
});
