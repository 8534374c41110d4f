// What the journal knows of a note: a digest over this text. Without the salt, which is erased with the note, it says
// nothing about anybody.

/** The text whose SHA-256 stands in `usage-entered`: an array, so that its form has no freedom. */
export const noteDigestText = ({ salt, text }: { readonly salt: string; readonly text: string }): string =>
  JSON.stringify([salt, text.toWellFormed()]);
