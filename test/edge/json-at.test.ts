// Paths in JSON from outside, where nothing is what it seems.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, isRecord, numberAt, textAt } from '../../src/edge/json-at.ts';

describe('a path in JSON', () => {
  const json: unknown = JSON.parse(
    '{"a":[{"b":"text","n":1.5,"s":"7"}],"__proto__":{"x":1},"e":" \\u0007 "}',
  );

  it('leads to members and places in lists', () => {
    expect([at(json, 'a', 0, 'b'), numberAt(json, 'a', 0, 'n'), textAt(json, 'a', 0, 'b')]).toEqual([
      'text',
      1.5,
      'text',
    ]);
  });

  it('inv. 11: leads nowhere else', () => {
    for (const path of [
      ['toString'],
      ['a', 'map'],
      ['a', 7],
      ['constructor', 'name'],
      ['a', 0, 'b', 'length'],
    ])
      expect(at(json, ...path)).toBeUndefined();
    expect(at(json, '__proto__', 'x')).toBe(1);
    expect(at({}, '__proto__')).toBeUndefined();
  });

  it('inv. 11: a number in quotes is none, and a text with nothing to show is none', () => {
    expect([numberAt(json, 'a', 0, 's'), numberAt(Number.NaN), textAt(json, 'e'), textAt(json, 'a')]).toEqual(
      [...[null, null, null, null]],
    );
  });

  it('inv. 11: shows no control characters and at most 120 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const shown = textAt(text);
        expect(shown ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect((shown ?? 'a').length).toBeLessThanOrEqual(120);
        expect(shown).not.toBe('');
      }),
    );
  });

  it('knows what has members', () => {
    expect([{}, [], null, 'a', 7].map(isRecord)).toEqual([true, false, false, false, false]);
  });
});
