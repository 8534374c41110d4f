// A tariff is added as a person would type it: what stood there stays, and nothing that is added becomes another part of the file.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addTariff } from '../../src/config/add-tariff.ts';

const before = `space: { name: A }   # ours
tariffs:
  # agreed in spring
  - pool: lasers
    from: 2026-01-01   # the first one
    perHour: "12.00"
# what follows
mqtt: { host: 127.0.0.1 }
`;
const tariff = 'pool: lasers\nfrom: 2027-01-01\nperHour: "13.00"';

describe('a tariff is added to officina.yaml', () => {
  it('behind the last one, with every comment where it was', () => {
    const added = addTariff(before, tariff);
    expect(added).toMatchObject({ ok: true, lines: [{ line: 7, text: '  - pool: lasers' }, {}, {}] });
    if (!added.ok) return;
    const lines = added.text.split('\n');
    expect([...lines.slice(0, 6), ...lines.slice(9)].join('\n')).toBe(before);
    expect(parse(added.text).tariffs[1]).toEqual({ pool: 'lasers', from: '2027-01-01', perHour: '13.00' });
  });

  it('also where there was none', () => {
    const added = addTariff('space: { name: A }', tariff);
    expect(added.ok && parse(added.text).tariffs).toHaveLength(1);
  });

  it('changes nothing else, whatever is typed (inv. 11)', () => {
    const piece = fc.constantFrom(
      'pool: a',
      '\n',
      'mqtt: {}',
      '---',
      '...',
      '- ',
      '  ',
      '"',
      '|',
      '#',
      '}',
      '&a',
      '*a',
      'x: ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const added = addTariff(before, pieces.join(''));
        if (!added.ok) return;
        const gone = added.text.split('\n');
        gone.splice((added.lines[0]?.line ?? 1) - 1, added.lines.length);
        expect(gone.join('\n')).toBe(before);
        for (const { text } of added.lines) expect(text).toMatch(/^ {2}(- | {2})/);
      }),
    );
  });

  it.each(['[lasers]', 'pool: "a\u0007"', 'pool: {'])('refuses %j with a sentence', (text) => {
    expect(addTariff(before, text)).toEqual({ ok: false, text: expect.stringMatching(/^A tariff is .+\.$/) });
  });
});
