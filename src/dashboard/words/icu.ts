// Sentences with something filled in are ICU messages, so that a translator sees them whole and each language has its
// own plurals. The build hands them over parsed (see `build`), so no parser travels to a browser.

import { IntlMessageFormat } from 'intl-messageformat';

/** What a sentence is filled with, by the names in its braces. */
export type Values = Readonly<Record<string, string | number>>;

/** A sentence that is chosen by a code from outside. */
export type Sentence = (values: Values) => string;

type Parsed = ConstructorParameters<typeof IntlMessageFormat>[0];

/**
 * A sentence to be filled in: `icu<{ count: number }>('{count, plural, one {# use} other {# uses}}')` is called as
 * `say.uses({ count: 3 })`. A module of words begins with `const icu = icuIn('it')`, the language of its plurals.
 */
export const icuIn =
  (locale: string) =>
  <V extends Values>(message: Parsed): ((values: V) => string) => {
    let format: IntlMessageFormat | null = null;
    return (values) => {
      format ??= new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      return String(format.format(values));
    };
  };

/** A sentence by a code from outside, with what came beside the code: what was not told, or is empty, is `none`. */
export const filled = (say: Sentence, values: Values): string =>
  say(
    new Proxy(values, {
      has: () => true,
      get: (told, name) => {
        const value = Object.hasOwn(told, name) ? told[String(name)] : undefined;
        return value === undefined || value === '' ? 'none' : value;
      },
    }),
  );
