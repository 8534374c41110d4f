// A device goes into officina.yaml as a person would type it: nothing else changes, in whatever style the file is written.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDevice } from '../../src/config/add-device.ts';
import { createFindings } from '../../src/config/findings.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { readYaml, type Tree } from '../../src/config/read-yaml.ts';
import type { AddDevice, DeviceAdded, NewDevice } from '../../src/gateway/unassigned.ts';
import { smallWorkshop } from './small-workshop.ts';

/** The type that others speak of agrees without being imported. */
const add: AddDevice = addDevice;

const plug: NewDevice = {
  role: 'switch',
  id: 'saw-plug',
  entry: { kind: 'tasmota', topic: 'saw', fullTopic: '%prefix%/%topic%/', relay: 2 },
  account: { client: 'DVES_A1B2C3', user: 'saw' },
  passwordFile: 'secrets/switch-saw-plug',
  machine: null,
};
const native = (changes: Partial<NewDevice> = {}): NewDevice => ({
  ...{ role: 'reader', id: 'door', entry: { kind: 'native' }, account: null },
  ...{ passwordFile: 'secrets/reader-door', machine: null },
  ...changes,
});

function added(text: string, device: NewDevice): string {
  const outcome = add(text, device);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  return outcome.text;
}

function refused(text: string, device: NewDevice) {
  const outcome = add(text, device);
  if (outcome.ok) throw new Error(outcome.text);
  return outcome.mistakes;
}

const door = 'door: { kind: native, password_file: secrets/reader-door }';

describe('the text of a new device', () => {
  it('stands under the others, with its sign-in and without a password', () => {
    const outcome: DeviceAdded = add(smallWorkshop, plug);
    const line =
      '  saw-plug: { kind: tasmota, client: DVES_A1B2C3, user: saw, password_file: secrets/switch-saw-plug, topic: saw, fullTopic: "%prefix%/%topic%/", relay: 2 }';
    expect(outcome).toEqual({
      ok: true,
      text: `${smallWorkshop}${line}\n`,
      lines: [{ line: 15, text: line }],
    });
    const secrets = new Map([['secrets/switch-saw-plug', 'key\n']]);
    const readSecret = (path: string) => ({ ok: true, text: secrets.get(path) ?? '' }) as const;
    const read = readConfig({
      ...{ file: 'officina.yaml', env: {}, flags: {}, readSecret },
      text: added(smallWorkshop, plug),
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        switches: {
          'saw-plug': {
            account: { client: 'DVES_A1B2C3', user: 'saw', password: 'key' },
            entry: { topic: 'saw', relay: 2 },
          },
        },
      },
    });
  });

  it('says both lines when a machine is named, as they are in the new text', () => {
    const text = smallWorkshop.replace('    reader: front\n', '');
    const outcome = add(text, native({ machine: 'laser' }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
    expect(outcome.lines.map(({ text }) => text)).toEqual(['    reader: door', `  ${door}`]);
    const lines = outcome.text.split('\n');
    for (const { line, text } of outcome.lines) expect(lines[line - 1]).toBe(text);
  });

  it.each([
    ['no section', 'a: 1\n', `a: 1\nreaders:\n  ${door}\n`],
    ['no text', '', `readers:\n  ${door}\n`],
    ['only comments, no newline at the end', '# hello', `# hello\nreaders:\n  ${door}\n`],
    ['an empty section', 'readers:\nb: 1\n', `readers:\n  ${door}\nb: 1\n`],
    [
      'an empty section with comments',
      'readers: # none\n  # here\nb: 1\n',
      `readers: # none\n  ${door}\n  # here\nb: 1\n`,
    ],
    ['an empty section at the end', 'readers:', `readers:\n  ${door}\n`],
    ['a word for nothing', 'readers: ~ # yet\n', `readers: { ${door} } # yet\n`],
    ['empty braces', 'readers: {}\n', `readers: { ${door} }\n`],
    ['braces in a line', 'readers: { a: { x: 1 } } # c\n', `readers: { a: { x: 1 }, ${door} } # c\n`],
    ['a trailing comma', 'readers: { a: 1, }\n', `readers: { a: 1, ${door} }\n`],
    [
      'braces over lines',
      'readers: {\n  a: 1 # one\n  # more\n}\n',
      `readers: {\n  a: 1, # one\n  ${door}\n  # more\n}\n`,
    ],
    ['braces over lines, comma', 'readers: {\n  a: 1,\n}\n', `readers: {\n  a: 1,\n  ${door},\n}\n`],
    ['all in braces', '{ a: 1 }\n', `{ a: 1, readers: { ${door} } }\n`],
    ['all in braces, section empty', '{ readers, a: 1 }\n', `{ readers: { ${door} }, a: 1 }\n`],
    [
      'groups of four spaces',
      'readers:\n    a:\n        kind: native # x\n\n# end\n',
      `readers:\n    a:\n        kind: native # x\n    ${door}\n\n# end\n`,
    ],
    ['Windows lines', 'readers:\r\n  a: 1\r\nb: 2\r\n', `readers:\r\n  a: 1\r\n  ${door}\r\nb: 2\r\n`],
    [
      'tabs in comments',
      'readers:\n  a: 1\t# \tone\n#\ttwo\n',
      `readers:\n  a: 1\t# \tone\n  ${door}\n#\ttwo\n`,
    ],
    ['an end mark', '---\na: 1\n...\n', `---\na: 1\nreaders:\n  ${door}\n...\n`],
    ['no newline at the end', 'readers:\n  a: 1', `readers:\n  a: 1\n  ${door}\n`],
    [
      'a list as the last',
      'readers:\n  a:\n  - 1\n  - 2\nb: 1\n',
      `readers:\n  a:\n  - 1\n  - 2\n  ${door}\nb: 1\n`,
    ],
    ['folded text', 'readers:\n  a: one\n    two\nb: 1\n', `readers:\n  a: one\n    two\n  ${door}\nb: 1\n`],
    [
      'a block of text',
      'readers:\n  a: |\n    one\n\nb: 1\n',
      `readers:\n  a: |\n    one\n  ${door}\n\nb: 1\n`,
    ],
  ])('goes into a file with %s', (_what, text, wanted) => {
    expect(added(text, native())).toBe(wanted);
  });

  it.each([
    ['a machine in braces', 'machines: { m: { pool: p } }\n', 'machines: { m: { pool: p, reader: door } }\n'],
    ['an empty machine', 'machines:\n  m:\n', 'machines:\n  m:\n    reader: door\n'],
    [
      'an empty reader',
      'machines:\n  m:\n    reader: # none\n',
      'machines:\n  m:\n    reader: door # none\n',
    ],
    ['no reader yet', 'machines:\n  m:\n    reader: ~\n', 'machines:\n  m:\n    reader: door\n'],
    ['the same reader', 'machines:\n  m:\n    reader: door\n', 'machines:\n  m:\n    reader: door\n'],
  ])('is set on %s', (_what, text, wanted) => {
    expect(added(text, native({ machine: 'm' }))).toBe(`${wanted}readers:\n  ${door}\n`);
  });
});

describe('what is refused, with its line', () => {
  it.each([
    [
      'an id that is there',
      native({ id: 'front' }),
      12,
      '"front" stands here already, and ids are never reused',
    ],
    ['a machine with another one', native({ machine: 'laser' }), 8, 'has the reader "front"'],
    ['a machine that is not there', native({ machine: 'lase' }), 3, 'did you mean "laser"?'],
    ['an id that is none', native({ id: '../x' }), null, 'lower-case letters'],
    [
      'a name that reads the environment',
      { ...plug, account: { client: 'a', user: `$\{HOME}` } },
      null,
      'rename it',
    ],
    ['a kind that is none', { ...plug, entry: { kind: 'toaster' } }, null, '"kind" of switches.saw-plug'],
    [
      'a key that is none',
      { ...plug, entry: { ...plug.entry, fancy: 1 } },
      null,
      '"fancy" is not known here',
    ],
    ['a second password', native({ entry: { kind: 'native', password: 'x' } }), null, 'keep one of them'],
  ])('%s', (_what, device, line, said) => {
    const [mistake, ...more] = refused(smallWorkshop, device);
    expect([mistake?.line, more]).toEqual([line, []]);
    expect(mistake?.text).toContain(said);
  });

  it('anchors, broken text, and ways of writing that nothing can be put into', () => {
    expect(refused('readers: &r\n  a: 1\nb: *r\n', native())[0]).toMatchObject({
      line: 2,
      text: expect.stringContaining('Anchors'),
    });
    expect(refused('readers: {\n', native())[0]).toMatchObject({ line: 2 });
    expect(refused('a: 1\nreaders: [1]\n', native())[0]).toMatchObject({
      line: 2,
      text: expect.stringContaining(`add by hand: ${door}`),
    });
    expect(refused('machines:\n  m: 1\n', native({ machine: 'm' }))).toEqual([
      { line: 2, column: 3, text: expect.stringContaining('"machines.m" is written in a way') },
    ]);
  });
});

/** Plain values, as they are read. */
function plain(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return new Map([...tree.fields].map(([key, field]) => [key, plain(field.tree)]));
}
const parsed = (text: string) => {
  const findings = createFindings();
  const tree = readYaml(text, findings);
  if (!tree) throw new Error(JSON.stringify(findings.mistakes()));
  return plain(tree) as Map<string, unknown>;
};

const line = fc.constantFrom(
  '# a comment',
  '#',
  '  # deeper\twith a tab',
  '',
  '      # {odd: "one',
  '# é — …',
);
const between = fc.array(line, { maxLength: 3 });
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
const word = fc.oneof(
  name,
  fc.constantFrom('"a # b"', "'it''s'", '12', '1e3', '~', '""', '[1, 2]', '{ x: 1 }', '{}', 'true'),
);
const tail = fc.constantFrom('', ' # why', '\t# tab', '   ');

/** Files as people write them: sections of either style, comments and blank lines anywhere. */
const file = fc
  .record({
    sections: fc.uniqueArray(fc.constantFrom('readers', 'machines', 'switches', 'tariffs'), { maxLength: 4 }),
    ids: fc.array(fc.uniqueArray(name, { maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    words: fc.array(word, { minLength: 12, maxLength: 12 }),
    gaps: fc.array(between, { minLength: 20, maxLength: 20 }),
    tails: fc.array(tail, { minLength: 20, maxLength: 20 }),
    styles: fc.array(fc.constantFrom('block', 'flow', 'long', 'deep'), { minLength: 4, maxLength: 4 }),
    eol: fc.constantFrom('\n', '\r\n'),
    isClosed: fc.boolean(),
  })
  .map(({ sections, ids, words, gaps, tails, styles, eol, isClosed }) => {
    let at = 0;
    const next = <T>(from: readonly T[]): T => from[at++ % from.length] as T;
    const lines = sections.flatMap((section, index) => {
      const mine = ids[index] ?? [];
      const pairs = mine.map((id) => `${id}: ${next(words)}`);
      const style = styles[index];
      if (style === 'flow') return [`${section}: { ${pairs.join(', ')} }${next(tails)}`];
      if (style === 'long')
        return [
          `${section}: {${next(tails)}`,
          ...pairs.flatMap((pair) => [`  ${pair},${next(tails)}`, ...next(gaps)]),
          '}',
        ];
      const under = (id: string): string[] => [
        `  ${id}:${next(tails)}`,
        ...next(gaps),
        `    kind: ${next(words)}`,
      ];
      const inner =
        style === 'deep'
          ? mine.flatMap(under)
          : pairs.flatMap((pair) => [`  ${pair}${next(tails)}`, ...next(gaps)]);
      return [`${section}:${next(tails)}`, ...next(gaps), ...inner];
    });
    const text = [...(gaps[0] ?? []), ...lines, ...(gaps[1] ?? [])].join(eol);
    return isClosed ? text + eol : text;
  });

const entryWord = fc.oneof(
  fc.stringMatching(/^[!-~]{1,12}$/),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
);

describe('whatever the file', () => {
  it('the new text holds the old one, that one device, every comment in its order and every line untouched', () => {
    let count = 0;
    fc.assert(
      fc.property(file, entryWord, fc.constantFrom('reader', 'switch'), (text, user, role) => {
        const device: NewDevice = { ...plug, role, account: { client: 'box', user } };
        const entry = role === 'reader' ? { kind: 'tasmota', topic: 'saw' } : plug.entry;
        const outcome = add(text, { ...device, entry });
        if (!outcome.ok) return;
        count += 1;
        const [before, after] = [parsed(text), parsed(outcome.text)];
        const section = `${role}s`.replace('switchs', 'switches');
        const group = after.get(section) as Map<string, unknown>;
        const { kind, ...rest } = entry;
        expect(group.get('saw-plug')).toEqual(
          new Map<string, unknown>([
            ...[['kind', kind] as const, ['client', 'box'] as const],
            ...(user === 'box' ? [] : [['user', user] as const]),
            ['password_file', plug.passwordFile],
            ...Object.entries(rest),
          ]),
        );
        group.delete('saw-plug');
        if (group.size === 0 && !(before.get(section) instanceof Map)) {
          if (before.has(section)) before.set(section, new Map());
          else after.delete(section);
        }
        expect(after).toEqual(before);
        // What is not told as added stands there to the byte, and in its order.
        // A last line without an end gets one.
        const linesOf = (all: string) => all.replace(/\r?\n$/, '').split('\n');
        const [old, now] = [linesOf(text), linesOf(outcome.text)];
        const told = new Set(outcome.lines.map(({ line }) => line));
        const untold = now.filter((_line, index) => !told.has(index + 1));
        const touched = old.length - untold.length;
        expect(touched).toBeLessThanOrEqual(2);
        let at = 0;
        for (const one of untold) {
          const ends = [one, one.replace(/\r$/, '')];
          while (at < old.length && !ends.includes(old[at] ?? '')) at += 1;
          expect(at).toBeLessThan(old.length);
          at += 1;
        }
        const comments = (lines: readonly string[]) =>
          lines.filter((one) => /^\s*#/.test(one)).map((one) => one.replace(/\r$/, ''));
        expect(comments(now)).toEqual(comments(old));
      }),
      { numRuns: 600 },
    );
    expect(count).toBeGreaterThan(500);
  });

  it('any text gives an outcome', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          file.map((text) => text.slice(3)),
        ),
        (text) => {
          const outcome = add(text, native({ machine: 'm' }));
          expect(outcome.ok || outcome.mistakes.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
