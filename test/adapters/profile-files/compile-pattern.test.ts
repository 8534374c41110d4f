// The quick way through a pattern finds the same as the plain one, for every pattern of every profile and for awkward ones.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compilePattern } from '../../../src/adapters/profile-files/compile-pattern.ts';
import { profileFolder, profileIds } from '../../../src/adapters/profile-files/load-profiles.ts';

type Written = { frames?: { match?: string }[]; samples: { line: string }[] };

const files = (await profileIds()).map(
  (id) => parse(readFileSync(new URL(`${id}.yaml`, profileFolder), 'utf8')) as Written,
);
const shipped = files.flatMap(({ frames = [] }) => frames.flatMap(({ match }) => match ?? []));
const lines = files.flatMap(({ samples }) => samples.map(({ line }) => line));
/** With a group, as the quick way is for those that have one. */
const awkward = [
  ...['a(?P<x>b)|c', '(?P<x>a|b)c', 'ab*(?P<x>c)', 'ab?(?P<x>c)', 'ab{2}(?P<x>c)', 'a+(?P<x>b)'],
  ...[
    'a[|](?P<x>b)',
    'a[]|](?P<x>b)|c',
    'a\\|(?P<x>b)|c',
    'a\\[(?P<x>b)|c',
    '(?i)a(?P<x>b)',
    'a(?i:b)(?P<x>c)',
  ],
  ...['a[[:alpha:]|](?P<x>b)|c', 'a\\Q|(\\E(?P<x>b)|c', '(?P<x>)', 'a(?P<x>b)?|', '(?P<x>a)|(?P<y>b)'],
];

/** As the library finds it, asked for the whole line. */
function plainly(pattern: string, line: string): ReadonlyMap<string, string> | null {
  const compiled = RE2JS.compile(pattern);
  const matcher = compiled.matcher(line);
  if (!matcher.matches()) return null;
  const names = Object.keys(compiled.namedGroups());
  return new Map(
    names.flatMap((name) => {
      const text = matcher.group(name);
      return text === null || text === undefined ? [] : [[name, text] as const];
    }),
  );
}

function quickly(pattern: string, line: string): ReadonlyMap<string, string> | null {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(compiled.why);
  return compiled.pattern.match(line);
}

describe('a compiled pattern', () => {
  it('finds in every sample what the plain way finds', () => {
    for (const pattern of shipped) {
      const compiled = compilePattern(pattern);
      if (!compiled.ok) throw new Error(compiled.why);
      for (const line of lines) expect(compiled.pattern.match(line), pattern).toEqual(plainly(pattern, line));
    }
  });

  it('finds the same in cut and joined samples', () => {
    const piece = fc
      .tuple(fc.constantFrom(...lines), fc.nat(80), fc.nat(80))
      .map(([line, from, size]) => line.slice(from, from + size));
    fc.assert(
      fc.property(fc.constantFrom(...shipped), piece, piece, (pattern, one, two) => {
        expect(quickly(pattern, one + two)).toEqual(plainly(pattern, one + two));
      }),
      { numRuns: 300 },
    );
  });

  it.each(awkward)('%s is taken as it is meant', (pattern) => {
    const text = fc.string({ unit: fc.constantFrom(...'abcABC|[]('), maxLength: 5 });
    fc.assert(
      fc.property(text, (line) => {
        expect(quickly(pattern, line)).toEqual(plainly(pattern, line));
      }),
      { numRuns: 300 },
    );
  });

  it('is none when its brackets only fit together within ours', () => {
    expect(compilePattern('a)|(?:b').ok).toBe(false);
  });
});
