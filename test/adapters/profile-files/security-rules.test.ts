// What no profile may do, one row for each rule: a hostile file is refused before anything of it is used.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profileFolder } from '../../../src/adapters/profile-files/load-profiles.ts';
import { readProfile } from '../../../src/adapters/profile-files/read-profile.ts';

const grbl = readFileSync(new URL('grbl-1.1.yaml', profileFolder), 'utf8');

const frame = (n: number) => `  - { id: extra${n}, kind: ignore, match: 'extra${n}' }\n`;
/** 300 characters leave room for no more than short names. */
const letter = (n: number) => String.fromCharCode(n < 26 ? 97 + n : 39 + n);
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join('');
const step = '          - { await: { activity: [alarm], withinMs: 100 } }\n';

/** The rule, what is changed in the good file, into what, and a part of the sentence that refuses it. */
const rows: readonly (readonly [string, string, string, string])[] = [
  ['more than 64 frames', 'frames:  ', `frames:\n${times(60, frame)}#`, '64'],
  ['a pattern above 300 characters', "match: 'ok'", `match: '${'o'.repeat(301)}'`, '300'],
  ['a sample above 512 bytes', "line: 'k'", `line: '${'k'.repeat(513)}'`, '512'],
  [
    'more than 32 captures',
    "match: 'ok'",
    `match: '${times(33, (n) => `(?P<${letter(n)}>)`)}'`,
    '32 named groups',
  ],
  ['an intent of another name', 'intents:\n', 'intents:\n  resume: {}\n', '"resume" is not known here'],
  ['more than 8 steps', '        steps:\n', `        steps:\n${times(9, () => step)}`, '8'],
  [
    'more than 4 ways',
    '    ways:\n',
    `    ways:\n${times(5, () => `      - { from: [busy], steps: [] }\n`)}`,
    '4',
  ],
  ['a poll quicker than 100 ms', 'running: 250', 'running: 99', '100'],
  ['a file above 64 KiB', 'schema: 1', `schema: 1 #${'x'.repeat(65_536)}`, 'longer than 65536 bytes'],
  ['an anchor', 'facts:', 'facts: &a', 'anchors'],
  ['an alias', 'title: Grbl 1.1', 'title: *a', 'lias'],
  ['a tag', 'title: Grbl', 'title: !!str Grbl', 'tags'],
  ['a merge key', 'title: Grbl 1.1', 'title: Grbl 1.1\n<<: { id: x }', 'cannot be used'],
  ['__proto__', 'title: Grbl 1.1', 'title: Grbl 1.1\n__proto__: { id: x }', 'cannot be used'],
  ['constructor', 'title: Grbl 1.1', 'title: Grbl 1.1\nconstructor: { id: x }', 'cannot be used'],
  ['a prototype deep inside', '  alarms:\n', '  alarms:\n    __proto__: { word: x }\n', 'cannot be used'],
  [
    'a byte that another family member takes for a macro',
    'byte: 0x3f',
    'byte: 0x87',
    '0x87 may not be sent here',
  ],
  ['a byte of its own forbid list', 'bytes: [0x7e', 'bytes: [0x84, 0x7e', 'own forbid list'],
  ['a line of its own forbid list', "lines: ['\\$X'", "lines: ['\\$I', '\\$X'", 'own forbid list'],
  [
    'a caveat without a link',
    ", link: 'https://github.com/gnea/grbl/issues/1016' }",
    ' }',
    '"link" is missing',
  ],
  ['a link that is no https', 'https://github.com/gnea/grbl/issues/1016', 'javascript:alert(1)', 'pattern'],
  [
    'no line to be ignored among its samples',
    / {2}- \{ line: .*is: (message|startupLine) \}\n/g.source,
    '',
    'to be ignored',
  ],
  ['no broken line among its samples', / {2}- \{ line: .*is: broken \}\n/g.source, '', 'a broken line'],
  [
    'a language that the screens do not have',
    "text: { en: 'The probe did",
    "text: { de: 'x', en: 'The probe did",
    '"de" is not known',
  ],
  [
    'a sentence without English',
    "text: { en: 'The probe did not touch within its travel.', it:",
    'text: { it:',
    '"en" is missing',
  ],
  ['a maturity that is none', 'maturity: proven', 'maturity: verified', 'maturity'],
  ['no word of its maturity', 'maturity: proven\n', '', '"maturity" is missing'],
  [
    'no word of what is left',
    '    leaves: { spindle: off, laser: off, position: kept }\n',
    '',
    '"leaves" is missing',
  ],
  ['proven, without an end of access', /intents:\n( {2}.*\n)+/.source, 'intents: {}\n', 'add `sessionEnd`'],
];

describe('a profile is refused with', () => {
  it.each(rows)('inv. 11: %s', (_, right, wrong, text) => {
    const isPattern = right.includes('.*');
    const changed = grbl.replace(isPattern ? new RegExp(right, 'g') : right, () => wrong);
    expect(changed).not.toBe(grbl);
    const read = readProfile('grbl-1.1', changed);
    expect(read.ok).toBe(false);
    const mistakes = read.ok ? [] : read.mistakes;
    expect(mistakes.map((one) => one.text).join('\n')).toContain(text);
    for (const { file, line } of mistakes) {
      expect(file).toBe('grbl-1.1.yaml');
      expect(line).toBeGreaterThan(0);
    }
  });

  it('nothing: the file that the rows change is a good one', () => {
    expect(readProfile('grbl-1.1', grbl).ok).toBe(true);
  });
});

describe('a draft', () => {
  const draft = readProfile('grbl-1.1', grbl.replace('maturity: proven', 'maturity: draft'));

  it('inv. 8: has nothing in it that could be sent but questions', () => {
    expect(draft.ok && [draft.profile.sessionEnd, draft.profile.enable]).toEqual([null, null]);
  });

  it('is checked all the same', () => {
    const wrong = grbl.replace('maturity: proven', 'maturity: draft').replace('byte: 0x84', 'byte: 0x7e');
    expect(readProfile('grbl-1.1', wrong).ok).toBe(false);
  });
});
