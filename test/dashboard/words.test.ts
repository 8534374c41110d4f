// The words of every language that is listed: the same keys and arguments as English, the plurals that the language has, words
// for every code that can come, and none that nobody reads.

import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it, vi } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { passkeyRefusals } from '../../src/dashboard/account/passkey.ts';
import { withParsed } from '../../src/dashboard/build/parsed-messages.ts';
import { languages } from '../../src/dashboard/words/words.ts';
import { wordsFor } from './spoken.ts';
import { wordsByCode, wordsByName } from './words-by-code.ts';
import { wordsRead } from './words-read.ts';

// The sentences themselves, which the page never needs.
vi.mock('../../src/dashboard/words/icu.ts', () => ({
  icuIn: () => (message: string) => Object.assign(() => message, { message }),
}));

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Leaf = string | { readonly message: string };

const codes = languages.map(({ code }) => code);
const others = codes.filter((code) => code !== 'en');

/** Every word by its dotted path; refusals are told apart, because the gateway itself speaks English. */
function leavesOf(words: unknown, path: readonly string[] = []): ReadonlyMap<string, Leaf> {
  if (typeof words === 'string' || typeof words === 'function')
    return new Map([[path.join('.'), words as unknown as Leaf]]);
  return new Map(
    Object.entries(words ?? {})
      .filter(([key]) => key !== 'refusals')
      .flatMap(([key, inner]) => [...leavesOf(inner, [...path, key])]),
  );
}

type Refusal = { readonly title: string; readonly detail: string };

const refusalsOf = (language: string): readonly (readonly [string, Refusal])[] =>
  Object.values(wordsFor(language)).flatMap((room) =>
    typeof room === 'object' && 'refusals' in room
      ? Object.entries(room.refusals as Readonly<Record<string, Refusal>>)
      : [],
  );

const english = leavesOf(wordsFor('en'));

const sentencesOf = (language: string): readonly (readonly [string, string])[] =>
  [...leavesOf(wordsFor(language))].flatMap(([path, leaf]) =>
    typeof leaf === 'string' ? [] : [[path, leaf.message] as const],
  );

const parsed = (message: string, language: string): Elements =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();

/** All that stand in a sentence, also inside the branches of others. */
const elementsOf = (elements: Elements): Elements =>
  elements.flatMap((one) => [
    one,
    ...('options' in one ? Object.values(one.options).flatMap(({ value }) => elementsOf(value)) : []),
  ]);

const argumentsOf = (message: string, language: string): readonly string[] => [
  ...new Set(
    elementsOf(parsed(message, language)).flatMap((one) =>
      one.type === literalType || !('value' in one) ? [] : [String(one.value)],
    ),
  ),
];
const [literalType, pluralType] = [0, 6];

describe.each(codes)('in %s', (language) => {
  const sentences = sentencesOf(language);

  it('there are as many words as in English, by the same names', () => {
    expect([...leavesOf(wordsFor(language)).keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(english.size).toBeGreaterThan(800);
    expect(sentences.length).toBeGreaterThan(250);
  });

  it('no word is empty, and each is a sentence where English has one', () => {
    for (const [path, leaf] of leavesOf(wordsFor(language))) {
      expect(typeof leaf, path).toBe(typeof english.get(path));
      expect(typeof leaf === 'string' ? leaf : leaf.message, path).toMatch(/\S/);
    }
  });

  it('every sentence is an ICU message that asks for what English asks for', () => {
    for (const [path, message] of sentences) {
      const model = english.get(path);
      const wanted = typeof model === 'object' || typeof model === 'function' ? model.message : '';
      expect(argumentsOf(message, language).toSorted(), path).toEqual(argumentsOf(wanted, 'en').toSorted());
    }
  });

  it('every plural has the forms that counts up to a million need, and none that the language lacks', () => {
    const { needed, known } = pluralsOf(language);
    for (const [path, message] of sentences)
      for (const one of elementsOf(parsed(message, language))) {
        if (one.type !== pluralType || !('options' in one)) continue;
        const forms = Object.keys(one.options).filter((form) => !form.startsWith('='));
        for (const form of forms) expect(known, path).toContain(form);
        if (forms.length > 1) expect(forms, path).toEqual(expect.arrayContaining([...needed]));
      }
  });

  it('every sentence says something whole with any number', () => {
    for (const [path, message] of sentences)
      for (const value of [0, 1, 2, 5, 21, 1_000_000, 1.5]) {
        const values = Object.fromEntries(argumentsOf(message, language).map((name) => [name, value]));
        const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
        expect(format.format(values), path).toMatch(/^[^{}#]*\S[^{}#]*$/);
      }
  });

  it.each(Object.entries(wordsByCode))('%s has words for every code', (record, all) => {
    const words = record
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], wordsFor(language));
    expect(all.length).toBeGreaterThan(0);
    expect(Object.keys(words ?? {}).toSorted()).toEqual(expect.arrayContaining([...all]));
  });

  it('no refusal has two sentences, and each says what happened and what to do', () => {
    const refusals = refusalsOf(language);
    expect(new Set(refusals.map(([code]) => code)).size).toBe(refusals.length);
    for (const [code, { title, detail }] of refusals) {
      expect([...Object.keys(problems), ...passkeyRefusals], code).toContain(code);
      for (const text of [title, detail]) expect(text, code).toMatch(/^\S.*[.?!]$/);
    }
  });

  it('every refusal of a browser has its words, because it brings none', () => {
    const said = refusalsOf(language).map(([code]) => code);
    expect(said).toEqual(expect.arrayContaining([...passkeyRefusals]));
    expect(passkeyRefusals.length).toBeGreaterThan(4);
  });
});

describe.each(others)('in %s', (language) => {
  it('every refusal of the gateway has its words; English is what the gateway itself says', () => {
    const said = new Set(refusalsOf(language).map(([code]) => code));
    expect(Object.keys(problems).filter((code) => !said.has(code))).toEqual([]);
  });

  it('every file of English has its own', () => {
    const files = (folder: string) =>
      readdirSync(new URL(`../../src/dashboard/words/${folder}`, import.meta.url));
    expect(files(language)).toEqual(expect.arrayContaining(files('en')));
  });
});

/** The forms that whole numbers below a million take, which no count here passes, and all that the language has. */
function pluralsOf(language: string): {
  readonly needed: readonly string[];
  readonly known: readonly string[];
} {
  const rules = new Intl.PluralRules(language);
  const counts = [...Array(1_000).keys(), ...[1_000, 10_000, 100_000, 999_999]];
  return {
    needed: [...new Set(counts.map((count) => rules.select(count)))],
    known: rules.resolvedOptions().pluralCategories,
  };
}

describe('the words that are read', () => {
  const read = [...wordsRead()].map((path) => path.split('.'));
  const declared = { ...wordsByName, ...wordsByCode };

  it('by a code or a name that is found out later are declared', () => {
    const records = read
      .filter((path) => path.includes('*'))
      .map((path) => path.slice(0, path.indexOf('*')).join('.'));
    const known = (record: string) =>
      Object.keys(declared).some((path) => path === record || path.startsWith(`${record}.`));
    expect(records.filter((record) => !known(record))).toEqual([]);
  });

  it('are all that there are', () => {
    const lookedUp = Object.entries(declared).flatMap(([record, names]) =>
      names === 'all' ? [record] : names.map((name) => `${record}.${name}`),
    );
    // A room that is handed on is read by whom it is handed to; a part of one is read as a whole.
    const whole = read.filter((path) => !path.includes('*') && path.length > 1).map((path) => path.join('.'));
    const known = new Set([...lookedUp, ...whole]);
    const isRead = (path: string): boolean =>
      path === 'language' ||
      known.has(path) ||
      [...path.matchAll(/\./g)].some(({ index }) => known.has(path.slice(0, index)));
    expect([...english.keys()].filter((path) => !isRead(path))).toEqual([]);
  });
});

describe('the build', () => {
  const file = '/words/en/queue.ts';

  it('hands a sentence over parsed', () => {
    const code =
      "const icu = icuIn('en');\nexport const queue = { place: icu<{ n: number }>('Number {n}.') };\n";
    const text = withParsed(code, file);
    expect(text).toContain(JSON.stringify(parsed('Number {n}.', 'en')));
    expect(text).not.toContain('{n}');
  });

  it('fails by file and key where a sentence is no ICU message, or is not written out', () => {
    const wrong = (given: string) => () =>
      withParsed(`export const queue = { skip: { why: icu(${given}) } };`, file);
    expect(wrong("'{n, plural, one {x}}'")).toThrow('queue.skip.why in /words/en/queue.ts');
    expect(wrong('other')).toThrow('queue.skip.why');
  });
});
