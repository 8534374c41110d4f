// The words of every language that is listed: the same keys and arguments as English, the plurals that the language has, words
// for every code that can come, and none that nobody reads.

import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { passkeyRefusals } from '../../src/dashboard/account/passkey.ts';
import { withParsed } from '../../src/dashboard/build/parsed-messages.ts';
import { languages } from '../../src/dashboard/words/words.ts';
import { expectLike } from './like-english.ts';
import { leavesOf, parsed } from './sentences.ts';
import { wordsFor } from './spoken.ts';
import { wordsByCode, wordsByName } from './words-by-code.ts';
import { wordsRead } from './words-read.ts';

// The sentences themselves, which the page never needs.
vi.mock('../../src/dashboard/words/icu.ts', async () => (await import('./like-english.ts')).writtenOut);

const codes = languages.map(({ code }) => code);
const others = codes.filter((code) => code !== 'en');

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

describe.each(codes)('in %s', (language) => {
  const sentences = sentencesOf(language);

  it('there are as many words as in English, by the same names', () => {
    expect([...leavesOf(wordsFor(language)).keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(english.size).toBeGreaterThan(800);
    expect(sentences.length).toBeGreaterThan(250);
  });

  it('each says what English says: asks for the same, and has the plurals of its language', () => {
    expectLike(wordsFor(language), wordsFor('en'), language);
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
