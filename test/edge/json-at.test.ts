// JSON from outside, by paths and by fields, where nothing is what it seems.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, fieldsOf, isRecord, numberAt, textAt } from '../../src/edge/json-at.ts';

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
        expect(Array.from(shown ?? 'a').length).toBeLessThanOrEqual(120);
        expect(shown).not.toBe('');
      }),
    );
  });

  it('knows what has members', () => {
    expect([{}, [], null, 'a', 7].map(isRecord)).toEqual([true, false, false, false, false]);
  });
});

const range = { least: 0, most: 10 };

describe('fields of an answer', () => {
  it('inv. 11: come from no prototype, and from nothing that has none', () => {
    const inherited = fieldsOf(JSON.parse('{"__proto__":{"a":1}}'));
    expect([inherited.has('a'), inherited.number('a', range), inherited.has('toString')]).toEqual([
      ...[false, null, false],
    ]);
    for (const odd of [null, undefined, 7, 'text', []])
      expect(fieldsOf(odd).at('a').at('b').text('c')).toBeNull();
  });

  it('inv. 11: are finite numbers in bounds, and nothing that looks like one', () => {
    for (const odd of ['5', Number.NaN, Number.POSITIVE_INFINITY, -1, 11, true, null, [5]])
      expect(fieldsOf({ a: odd }).number('a', range)).toBeNull();
    expect(fieldsOf({ a: 10 }).number('a', range)).toBe(10);
  });

  it('inv. 11: are printable texts of a bounded length', () => {
    expect(fieldsOf({ a: 'b\u0000\u202e\n\u2028c' }).text('a')).toBe('bc');
    expect(fieldsOf({ a: '😀'.repeat(500) }).text('a')).toBe('😀'.repeat(120));
    expect([fieldsOf({ a: '\n' }).text('a'), fieldsOf({ a: 7 }).text('a')]).toEqual([null, null]);
  });

  it('are flags only when they are true or false', () => {
    expect([1, 'true', null].map((odd) => fieldsOf({ a: odd }).flag('a'))).toEqual([null, null, null]);
    expect(fieldsOf({ a: false }).flag('a')).toBe(false);
  });
});
