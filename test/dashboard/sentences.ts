// Sentences as they are written, taken apart: their names, what each asks for, and the forms of its plurals. A test that reads
// them has to put the sentence itself in the place of `icu`, because the page is handed it parsed.

import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
export type Leaf = string | { readonly message: string };

/** Every word by its dotted path; refusals are told apart, because the gateway itself speaks English. */
export function leavesOf(words: unknown, path: readonly string[] = []): ReadonlyMap<string, Leaf> {
  if (typeof words === 'string' || typeof words === 'function')
    return new Map([[path.join('.'), words as unknown as Leaf]]);
  return new Map(
    Object.entries(words ?? {})
      .filter(([key]) => key !== 'refusals')
      .flatMap(([key, inner]) => [...leavesOf(inner, [...path, key])]),
  );
}

export const formatOf = (message: string, language: string): IntlMessageFormat =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true });

export const parsed = (message: string, language: string): Elements => formatOf(message, language).getAst();

export const argumentsOf = (message: string, language: string): readonly string[] => [
  ...new Set(
    elementsOf(parsed(message, language)).flatMap((one) =>
      one.type === literalType || !('value' in one) ? [] : [String(one.value)],
    ),
  ),
];

/** The forms that each plural in a sentence has, without exact numbers. */
export const pluralsIn = (message: string, language: string): readonly (readonly string[])[] =>
  elementsOf(parsed(message, language)).flatMap((one) =>
    one.type === pluralType && 'options' in one
      ? [Object.keys(one.options).filter((form) => !form.startsWith('='))]
      : [],
  );

/** The forms that whole numbers below a million take, which no count here passes, and all that the language has. */
export function pluralsOf(language: string): {
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

/** All that stand in a sentence, also inside the branches of others. */
const elementsOf = (elements: Elements): Elements =>
  elements.flatMap((one) => [
    one,
    ...('options' in one ? Object.values(one.options).flatMap(({ value }) => elementsOf(value)) : []),
  ]);

const [literalType, pluralType] = [0, 6];
