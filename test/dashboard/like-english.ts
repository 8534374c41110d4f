// Whether words say in another language what English says: the same names, the same things asked for, the plurals of the language.

import { expect } from 'vitest';
import { argumentsOf, formatOf, leavesOf, pluralsIn, pluralsOf } from './sentences.ts';

/** In the place of the module of `icu`: each sentence as it is written. */
export const writtenOut = {
  icuIn: () => (message: string) => Object.assign(() => message, { message }),
};

/** Fails, by the name of the word, where `words` are not like `english`. */
export function expectLike(words: unknown, english: unknown, language: string): void {
  const [own, model] = [leavesOf(words), leavesOf(english)];
  expect([...own.keys()].sort()).toEqual([...model.keys()].sort());
  expect(own.size).toBeGreaterThan(0);
  for (const [path, leaf] of own) {
    const like = model.get(path);
    if (typeof leaf === 'string' || typeof like === 'string' || like === undefined) {
      expect(typeof leaf, path).toBe(typeof like);
      expect(leaf, path).toMatch(/\S/);
    } else expectSentence({ path, message: leaf.message, model: like.message }, language);
  }
}

function expectSentence(
  { path, message, model }: Readonly<Record<'path' | 'message' | 'model', string>>,
  language: string,
): void {
  const names = argumentsOf(message, language);
  expect([...names].sort(), path).toEqual([...argumentsOf(model, 'en')].sort());
  const { needed, known } = pluralsOf(language);
  for (const forms of pluralsIn(message, language)) {
    for (const form of forms) expect(known, path).toContain(form);
    if (forms.length > 1) expect(forms, path).toEqual(expect.arrayContaining([...needed]));
  }
  for (const value of [0, 1, 2, 5, 21, 1_000_000, 1.5]) {
    const values = Object.fromEntries(names.map((name) => [name, value]));
    expect(formatOf(message, language).format(values), path).toMatch(/^[^{}#]*\S[^{}#]*$/);
  }
}
