// A machine goes into officina.yaml as a person would type it: nothing else changes, in whatever style the file is written.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMachine, type NewMachine } from '../../src/config/add-machine.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { anyText } from '../fakes/any-text.ts';
import { smallWorkshop } from './small-workshop.ts';

const mill: NewMachine = {
  ...{ id: 'mill', name: 'Mill', pool: 'mills', reader: 'front', switch: null },
  link: { kind: 'tcp', host: '192.0.2.7', port: 23, profile: 'grbl-1.1' },
};

describe('the text of a new machine', () => {
  it('stands under the others, and the whole is in order', () => {
    const added = addMachine(smallWorkshop, mill);
    if (!added.ok) throw new Error(JSON.stringify(added.mistakes));
    const lines = [
      '  mill:',
      '    name: Mill',
      '    pool: mills',
      '    link: { kind: tcp, host: "192.0.2.7", port: 23, profile: grbl-1.1 }',
      '    reader: front',
    ];
    const before = smallWorkshop.indexOf('readers:');
    expect(added.text).toBe(
      `${smallWorkshop.slice(0, before)}${lines.join('\n')}\n${smallWorkshop.slice(before)}`,
    );
    expect(added.lines.map(({ text }) => text)).toEqual(lines);
    const read = readConfig({ file: 'officina.yaml', env: {}, flags: {}, text: added.text });
    expect(read).toMatchObject({ ok: true, config: { links: { mill: { kind: 'tcp', port: 23 } } } });
  });

  it.each([
    ['no machines yet', 'space: { name: X }   # mine\n', 'space: { name: X }   # mine\nmachines:\n  mill:\n'],
    ['an empty key', 'machines:   # none yet\nreaders: {}\n', 'machines:   # none yet\n  mill:\n'],
    [
      'Windows line ends',
      'machines:\r\n  a: { name: A }\r\n',
      '  a: { name: A }\r\n  mill:\r\n    name: Mill\r\n',
    ],
    [
      'braces',
      'machines: { a: { name: A } } # one line\n',
      'machines: { a: { name: A }, mill: { name: Mill, pool',
    ],
  ])('fits a file with %s', (_what, text, found) => {
    const added = addMachine(text, mill);
    expect(added).toMatchObject({ ok: true, text: expect.stringContaining(found) });
  });

  it.each([
    ['an id that is taken', { id: 'laser' }, /stands here already/],
    ['an id that is none', { id: '../x' }, /cannot be the id of a machine/],
    ['a pool that is none', { pool: 'a b' }, /cannot be the id of a pool/],
    ['a name of the environment', { name: '$' + '{HOME}' }, /environment/],
  ])('is refused with %s', (_what, change, text) => {
    const added = addMachine(smallWorkshop, { ...mill, ...change });
    expect(added).toMatchObject({ ok: false, mistakes: [{ text: expect.stringMatching(text) }] });
  });

  it('inv. 11: holds any name as a name, and nothing else with it', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const added = addMachine(smallWorkshop, { ...mill, name });
        if (added.ok) expect(added.text.startsWith(smallWorkshop.slice(0, 120))).toBe(true);
        if (added.ok) expect(added.lines.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
