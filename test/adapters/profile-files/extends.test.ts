// A profile that is like another: one level, by id, and every mistake in the file in which it stands.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profileFolder } from '../../../src/adapters/profile-files/load-profiles.ts';
import { type ReadProfile, readProfile } from '../../../src/adapters/profile-files/read-profile.ts';
import { interpret } from '../../../src/domain/profile/interpret.ts';

const grbl = readFileSync(new URL('grbl-1.1.yaml', profileFolder), 'utf8');

const head = `schema: 1
id: child
extends: grbl-1.1
title: Child
maturity: proven
caveats: []
samples:
  - { line: '[MSG:hello]', is: message }
  - { line: '<Idle|MPos:0', is: broken }
  - { line: 'fine', is: ok }
`;
const own = `frames:
  - { id: ok, kind: ack, match: 'fine' }
states:
  - { state: Hold, activity: toolChange }
poll: { answerMs: 900 }
codes: { alarms: { 10: { word: own, job: failed, text: { en: Own. } } } }
`;
const readChild = (text: string, parent = grbl): ReadProfile =>
  readProfile(
    'child',
    new Map([
      ['child', text],
      ['grbl-1.1', parent],
    ]),
  );
const mistakesOf = (read: ReadProfile) => (read.ok ? [] : read.mistakes);

describe('what the child says goes before what its parent says', () => {
  const read = readChild(head + own);
  if (!read.ok) throw new Error(read.mistakes.map(({ text }) => text).join('\n'));
  const { profile } = read;

  it('in lists where the first row that fits wins; a frame of the same id is replaced', () => {
    expect(interpret(profile, 'fine', 'mm')?.kind).toBe('ack');
    expect(interpret(profile, 'ok', 'mm')).toBeNull();
    const held = interpret(profile, '<Hold:0|MPos:0.000,0.000,0.000|FS:0,0>', 'mm');
    expect(held).toMatchObject({ activity: 'toolChange' });
    expect(interpret(profile, '<Run|MPos:0.000,0.000,0.000|FS:0,0>', 'mm')).toMatchObject({
      activity: 'running',
    });
  });

  it('key by key in mappings; the rest is inherited', () => {
    expect(profile.poll).toMatchObject({ answerMs: 900, missAfter: 3 });
    expect([profile.alarms.get('10')?.word, profile.alarms.get('9')?.word]).toEqual([
      'own',
      'homing-no-switch',
    ]);
    expect(profile.sessionEnd?.ways).toHaveLength(2);
  });

  it.each(['title', 'maturity', 'samples', 'caveats'])('%s is never inherited', (key) => {
    const text = (head + own).replace(new RegExp(`^${key}:.*\\n( {2}.*\\n)*`, 'm'), '');
    expect(mistakesOf(readChild(text)).map((one) => one.text)).toContainEqual(
      expect.stringContaining(`"${key}" is missing`),
    );
  });
});

describe('a mistake names the file and the line where it stands', () => {
  it.each([
    ['in the child', `${head}${own}nonsense: 1\n`, grbl, 'child.yaml', 'nonsense'],
    [
      'in the parent',
      head + own,
      grbl.replace('activity: jogging }', 'activity: joging }'),
      'grbl-1.1.yaml',
      'joging',
    ],
    [
      'in an inherited frame, behind those of the child',
      head + own,
      grbl.replace("match: 'ALARM:(", "match: 'ALARM:(((("),
      'grbl-1.1.yaml',
      'ALARM:((((',
    ],
    [
      'in what the child changes',
      `${head}${own.replace('answerMs: 900', 'answerMs: 1')}`,
      grbl,
      'child.yaml',
      'answerMs: 1 ',
    ],
    [
      'in a byte that is inherited',
      head + own,
      grbl.replace('byte: 0x84', 'byte: 0x7e'),
      'grbl-1.1.yaml',
      'byte: 0x7e',
    ],
  ])('%s', (_, child, parent, file, part) => {
    const text = file === 'child.yaml' ? child : parent;
    const line = text.slice(0, text.indexOf(part)).split('\n').length;
    expect(mistakesOf(readChild(child, parent))).toContainEqual(expect.objectContaining({ file, line }));
  });
});

describe('it extends', () => {
  const refusal = (id: string, others: readonly (readonly [string, string])[] = []) => {
    const text = (head + own).replace('extends: grbl-1.1', `extends: ${id}`);
    return mistakesOf(readProfile('child', new Map([...others, ['child', text]])))[0];
  };

  it.each([
    ['a profile that is not there', 'nobody', 'no such profile'],
    ['a path', '../grbl-1.1', 'no such profile'],
    ['an address', 'https://example.org/grbl', 'no such profile'],
    ['a number', '7', 'no such profile'],
    ['itself', 'child', 'cannot extend itself'],
  ])('%s: refused', (_, id, text) => {
    expect(refusal(id)).toMatchObject({ file: 'child.yaml', line: 3, text: expect.stringContaining(text) });
  });

  it('a child: refused, one level is the limit', () => {
    const middle = head.replace('id: child', 'id: middle') + own;
    expect(
      refusal('middle', [
        ['middle', middle],
        ['grbl-1.1', grbl],
      ])?.text,
    ).toContain('one level is the limit');
  });

  it('what is no YAML: refused in the file of the parent', () => {
    expect(refusal('bad', [['bad', 'a: [']])?.file).toBe('bad.yaml');
  });
});
