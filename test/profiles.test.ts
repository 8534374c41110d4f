// Every firmware profile: it loads, its schema for editors is fresh, its samples hold, its recorded sessions replay;
// and what must not be possible in a profile is refused with its line.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorSchema } from '../src/adapters/profile-files/check-shape.ts';
import { compilePattern } from '../src/adapters/profile-files/compile-pattern.ts';
import { loadProfiles, profileFolder, profileIds } from '../src/adapters/profile-files/load-profiles.ts';
import { readProfile } from '../src/adapters/profile-files/read-profile.ts';
import { provenProfile } from './fakes/proven-profile.ts';
import { replaySession } from './sessions/replay-session.ts';

const grblText = readFileSync(new URL('grbl-1.1.yaml', profileFolder), 'utf8');
const marlinText = readFileSync(new URL('marlin-2.yaml', profileFolder), 'utf8');
const linuxcncText = readFileSync(new URL('linuxcnc-rsh.yaml', profileFolder), 'utf8');
const tinygText = readFileSync(new URL('tinyg.yaml', profileFolder), 'utf8');
const ids = await profileIds();
const texts = new Map(ids.map((id) => [id, readFileSync(new URL(`${id}.yaml`, profileFolder), 'utf8')]));

describe('the profiles that the program ships with', () => {
  it('are read only where a machine needs them', async () => {
    const { profiles } = await loadProfiles(profileFolder, new Set(['grbl-1.1']));
    expect([...profiles.keys()]).toEqual(['grbl-1.1']);
  });

  it('are all used, and Grbl and Marlin are among them', async () => {
    const { profiles, mistakes } = await loadProfiles();
    expect(mistakes).toEqual([]);
    expect([...profiles.keys()]).toEqual(ids);
    expect(ids).toEqual(expect.arrayContaining(['grbl-1.1', 'marlin-2']));
  });

  it('have a fresh schema for editors (write it anew with vitest -u)', async () => {
    await expect(`${JSON.stringify(editorSchema(), null, 2)}\n`).toMatchFileSnapshot(
      new URL('profile.schema.json', profileFolder).pathname,
    );
  });

  it.each(ids)('%s stays small, and carries samples to ignore and broken ones', (id) => {
    expect(texts.get(id)?.split('\n').length).toBeLessThanOrEqual(170);
    const read = readProfile(id, texts);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const kinds = new Map(read.file.frames.map((frame) => [frame.id, frame.kind]));
    const samples = read.file.samples.map(({ is }) => (is === 'broken' ? 'broken' : kinds.get(is)));
    const state = read.file.derive ? 'clue' : 'status';
    const opening = read.file.identify.hello ? 'welcome' : 'greeting';
    expect(samples).toEqual(expect.arrayContaining([state, opening, 'ignore', 'broken']));
  });
});

describe('recorded sessions', () => {
  const folders = new URL('sessions/', import.meta.url);
  const sessions = ids.flatMap((id) =>
    readdirSync(new URL(`${id}/`, folders)).map((file) => ({ id, file: `${id}/${file}` })),
  );

  it('exist for every profile', () => {
    expect(new Set(sessions.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it.each(sessions)('$file replays as it was recorded', async ({ id, file }) => {
    const profile = await provenProfile(id);
    const recorded = readFileSync(new URL(file, folders), 'utf8');
    expect(replaySession(profile, recorded)).toBe(recorded);
  });
});

describe('a profile with a mistake is refused', () => {
  /** Line of the first place where `part` stands. */
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  const refused = (text: string) => {
    const read = readProfile('grbl-1.1', text);
    return read.ok ? [] : read.mistakes;
  };

  it.each([
    ['an unknown key, with the nearest word', 'missAfter', 'misAfter', 'did you mean "missAfter"'],
    ['an unknown activity', 'activity: jogging }', 'activity: joging }', 'did you mean "jogging"'],
    [
      'a reading outside the vocabulary',
      'spindle.speed: { key: FS',
      'spindel.speed: { key: FS',
      'did you mean "spindle.speed"',
    ],
    [
      'inv. 8: feed hold as the end of a session',
      'byte: 0x84 }',
      'byte: 0x21 }',
      '0x21 may not be sent here',
    ],
    ['inv. 8: resume as the end of a session', 'byte: 0x84 }', 'byte: 0x7e }', '0x7e may not be sent here'],
    ['inv. 8: a question that unlocks', 'line: $I }', 'line: $X }', '"$X" may not be sent here'],
    [
      'inv. 8: a poll that is a reset',
      'send: { byte: 0x3f }',
      'send: { byte: 0x18 }',
      '0x18 may not be sent here',
    ],
    [
      'inv. 8: forgetting a job that may still move',
      'activity: [door], substate: [closed, open]',
      'activity: [running]',
      'first await that it stands still',
    ],
    ['its own forbid list', 'bytes: [0x7e, 0x9e]', 'bytes: [0x84, 0x9e]', 'own forbid list', 'byte: 0x84 }'],
    ['an await that never ends', 'withinMs: 6000', 'withinMs: 9000', 'shorten them', 'from: [idle'],
    ['a look-around', "match: 'ok'", "match: 'o(?=k)k'", 'RE2 has no look-around'],
    ['a group without effect', "match: 'ok'", "match: '(?P<code>ok)'", 'has no effect'],
    ['a pattern that is too long', "match: 'ok'", `match: '${'o'.repeat(301)}'`, '300'],
    ['a poll that is too fast', 'running: 250', 'running: 50', '100'],
    [
      'a wrong sample',
      "FS:0,8000>', is: status, activity: paused",
      "FS:0,8000>', is: status, activity: idle",
      'is paused, not idle',
    ],
    ['an anchor', 'facts:', 'facts: &a', 'anchors'],
    ['a tag', 'title: Grbl', 'title: !!str Grbl', 'tags'],
    [
      'a key that reaches into prototypes',
      'title: Grbl 1.1',
      'title: Grbl 1.1\n__proto__: { id: x }',
      'cannot be used',
    ],
    ['a key that comes twice', 'title: Grbl 1.1', 'title: Grbl 1.1\ntitle: Other', 'unique'],
    ['an id that is not the file', 'id: grbl-1.1', 'id: grbl-1.2', 'name of the file'],
  ])('%s', (_, right, wrong, text, place = wrong) => {
    const changed = grblText.replace(right, wrong);
    expect(changed).not.toBe(grblText);
    const mistakes = refused(changed);
    expect(mistakes.map((mistake) => mistake.text).join('\n')).toContain(text);
    const line = lineOf(changed, place);
    const lines = mistakes.map((mistake) => mistake.line);
    expect(lines.some((found) => found >= line && found <= line + 1)).toBe(true);
  });

  it.each([
    ['inv. 8: breaking into a wait, which lets the job go on', 'line: M524 }', 'line: M108 }'],
    ['inv. 8: a quick stop that leaves the heat on', 'line: M524 }', 'line: M410 }'],
    ['inv. 8: a halt that only a reset ends', 'line: M524 }', 'line: M112 }'],
    ['inv. 8: heat', 'line: M104 S0 }', 'line: M104 S200 }'],
    ['inv. 8: a move', 'line: M140 S0 }', 'line: G28 }'],
    ['inv. 8: a poll that ends a print', 'line: M105 }', 'line: M524 }'],
    ['inv. 8: a question that forgets the settings', 'line: M115 }', 'line: M502 }'],
  ])('%s', (_, right, wrong) => {
    const read = readProfile('marlin-2', marlinText.replace(right, wrong));
    const sent = /line: (.*) }/.exec(wrong)?.[1];
    expect(read.ok ? [] : read.mistakes.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining(`"${sent}" may not be sent here`)]),
    );
  });

  it.each([
    ['a clue without what it needs', 'byte (?P<at>', 'byte (', 'needs the named group "at"'],
    ['a clue that is none', 'clue: busy,', 'clue: busi,', 'did you mean "busy"'],
    [
      'a clue in a frame of another kind',
      'kind: ack,',
      'kind: ack, clue: busy,',
      'exactly when its kind is clue',
    ],
    ['clues without a word of how they make a state', /derive:\n( {2}.*\n)+/, '', 'keep one, and `derive`'],
    [
      'a poll that is spared by a frame that is none',
      'frames: [position]',
      'frames: [place]',
      'no frame "place"',
    ],
    [
      'heaters that are not split',
      /( {4}fields: .*list: '\/' }\n {4}read: {\n)( {6}.*\n)+/,
      '',
      'needs `fields`',
    ],
    ['a code where none is', 'kind: greeting,', 'kind: greeting, code: x,', 'only an alarm has a `code`'],
  ])('%s', (_, right, wrong, text) => {
    const changed = marlinText.replace(right, wrong);
    expect(changed).not.toBe(marlinText);
    const read = readProfile('marlin-2', changed);
    expect(read.ok ? '' : read.mistakes.map((mistake) => mistake.text).join('\n')).toContain(text);
  });

  it.each([
    [
      'inv. 8: an order among the questions',
      'line: get machine }',
      'line: set abort }',
      '"set abort" may not be sent',
    ],
    [
      'the question that takes an error away',
      'line: get machine }',
      'line: get error }',
      '"get error" may not be sent',
    ],
    [
      'a hello that is an order',
      'line: hello EMC officina 1.1 }',
      'line: set enable EMCTOO }',
      'may not be sent here',
    ],
    [
      'a part that is no status',
      'frames: [estop, machine',
      'frames: [estop, line',
      'no frame of the kind status',
    ],
    ['a hello without an answer', /^ {2}- \{ id: welcome.*\n/m, '', 'add a frame of the kind welcome'],
    ['an answer to no hello', /^ {2}hello: .*\n/m, '', 'a welcome answers `identify.hello`'],
    [
      'readings that are not split',
      /^ {4}fields: .*\n {4}read: .*LINE.*\n/m,
      '',
      'reads program.lineNumber as nothing',
    ],
  ])('%s', (_, right, wrong, text) => {
    const changed = linuxcncText.replace(right, wrong);
    expect(changed).not.toBe(linuxcncText);
    const read = readProfile('linuxcnc-rsh', changed);
    expect(read.ok ? '' : read.mistakes.map((mistake) => mistake.text).join('\n')).toContain(text);
  });

  it.each([
    ['both patterns and paths', 'kind: ack, json: {', "kind: ack, match: 'x', json: {", 'not both'],
    ['neither of them', /, match: 'Grbl [^']*'/, '', 'needs `match`'],
    [
      'paths in a frame that has none',
      'kind: ignore, json: { has: [qr] }',
      'kind: resend, json: { has: [qr] }',
      'use `match`',
    ],
    [
      'a code that is nowhere',
      'kind: nack, json: { has: [r, f.1], code: f.1 }',
      'kind: nack, json: { has: [r, f.1] }',
      'needs `code`',
    ],
    ['a path without effect', 'json: { has: [qr] }', 'json: { has: [qr], state: qr }', 'has no effect'],
    ['a change of nothing', '      report: r.sr\n', '', 'nothing to be laid over'],
    ['a frame that takes any object', 'json: { has: [qr] }', 'json: {}', 'any JSON object'],
    ['a path that is an expression', 'state: stat\n', 'state: "stat + 1"\n', 'state'],
    ['inv. 8: a resume as the end of a session', 'byte: 0x21 }', 'byte: 0x7e }', '0x7e may not be sent here'],
    ['inv. 8: a reset, which ends an alarm', 'byte: 0x21 }', 'byte: 0x18 }', '0x18 may not be sent here'],
    [
      'inv. 8: a flush while it may still move',
      'byte: 0x21 }',
      'byte: 0x25 }',
      'first await that it stands still',
    ],
    ['inv. 8: an unlock', 'line: M5 }', 'line: \'{"clear":null}\' }', 'may not be sent here'],
    [
      'a change that comes out otherwise',
      'activity: paused, substate: hold }',
      'activity: idle }',
      'is idle, not paused',
    ],
  ])('with JSON: %s', (_, right, wrong, text) => {
    const changed = tinygText.replace(right, wrong);
    expect(changed).not.toBe(tinygText);
    const read = readProfile('tinyg', changed);
    expect(read.ok ? '' : read.mistakes.map((mistake) => mistake.text).join('\n')).toContain(text);
  });

  it.each([[''], ['- a'], ['{{{'], ['a: *b'], ['id: [']])('%j, and nothing throws', (text) => {
    expect(refused(text)).not.toEqual([]);
  });

  it('a file above 64 KiB', () => {
    expect(refused(`${grblText}#${'x'.repeat(65_536)}`)[0]?.text).toContain('longer than');
  });
});

describe('patterns', () => {
  it('inv. 11: take linear time where a backtracking engine takes seconds', () => {
    const compiled = compilePattern('(a+)+');
    if (!compiled.ok) throw new Error(compiled.why);
    const beganMs = performance.now();
    expect(compiled.pattern.match(`${'a'.repeat(500)}!`)).toBeNull();
    expect(performance.now() - beganMs).toBeLessThan(1000);
  });

  it('stand for the whole line', () => {
    const compiled = compilePattern('ok');
    if (!compiled.ok) throw new Error(compiled.why);
    expect(compiled.pattern.match('ok')).not.toBeNull();
    expect(compiled.pattern.match('xok')).toBeNull();
    expect(compiled.pattern.match('ok\nok')).toBeNull();
  });
});
