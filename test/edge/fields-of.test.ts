// Fields of an answer: only their own, only in their type, only in bounds.

import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/edge/fields-of.ts';

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
