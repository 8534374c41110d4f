// Which characters an invoice may carry: letters of the Latin, Greek and Cyrillic scripts with signs that every format and the
// font of the PDF know. What else there is (emoji, other scripts, controls, turned directions) is refused, never dropped.

/** What the font draws and XML 1.0 carries. Composed letters only: `é` in one character. */
const writable =
  /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212]*$/u;
const softHyphen = '\u00ad';

/** The first character that cannot be written, as `U+1F600`; null where all can. */
export function unwritableIn(text: string): string | null {
  if (writable.test(text) && !text.includes(softHyphen)) return null;
  for (const character of text) {
    if (writable.test(character) && character !== softHyphen) continue;
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return null;
}
