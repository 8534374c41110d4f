// JSON lines as tables of values: what is taken, what is refused, and that nothing gets through to prototypes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLimits, leavesOf, leavesUnder } from '../../../src/domain/profile/json-line.ts';

describe('a line that is a JSON object', () => {
  it('is a table of its values by path, lists by place, and null is nothing', () => {
    const leaves = leavesOf('{"r":{"sr":{"stat":5,"vel":0.50}},"f":[1,0],"ok":true,"id":"a","no":null}');
    expect(Object.fromEntries(leaves ?? [])).toEqual({
      r: '',
      'r.sr': '',
      'r.sr.stat': '5',
      'r.sr.vel': '0.5',
      f: '',
      'f.0': '1',
      'f.1': '0',
      ok: 'true',
      id: 'a',
    });
    expect(Object.fromEntries(leavesUnder(leaves ?? new Map(), 'r.sr'))).toEqual({ stat: '5', vel: '0.5' });
  });

  it.each([
    ['a list', '[1]'],
    ['a number', '5'],
    ['null', 'null'],
    ['a beginning', '{"sr":{"stat":5}'],
    ['two of them', '{"sr":1}{"sr":2}'],
    ['relaxed JSON', '{sr:{stat:5}}'],
    ['inv. 11: a key that reaches into prototypes', '{"__proto__":{"stat":5}}'],
    ['inv. 11: one further down', '{"sr":{"constructor":5}}'],
    ['a key with a point', '{"sr.stat":5}'],
    ['a key that is too long', `{"${'k'.repeat(33)}":5}`],
  ])('is not %s', (_, line) => {
    expect(leavesOf(line)).toBeNull();
  });

  it('inv. 10: is refused beyond its depth and its number of values, and long texts are cut', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(leavesOf(deep(jsonLimits.depth))).not.toBeNull();
    expect(leavesOf(deep(jsonLimits.depth + 1))).toBeNull();
    const wide = (values: number) => `{${Array.from({ length: values }, (_, at) => `"k${at}":1`).join(',')}}`;
    expect(leavesOf(wide(jsonLimits.leaves))?.size).toBe(jsonLimits.leaves);
    expect(leavesOf(wide(jsonLimits.leaves + 1))).toBeNull();
    expect(leavesOf(`{"msg":"${'x'.repeat(400)}"}`)?.get('msg')).toHaveLength(jsonLimits.textLength);
  });

  it('inv. 11: takes or refuses any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const leaves = leavesOf(line);
        return leaves === null || leaves.size <= jsonLimits.leaves;
      }),
      { numRuns: 2000 },
    );
  });
});
