// What the journal knows of a person: a digest over this text. Without the salt, which is erased with the row, the
// digest in the journal says nothing about anybody.

export type DigestedPerson = {
  readonly salt: string;
  readonly member: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string | null;
};

/**
 * The text whose SHA-256 stands in `member-recorded`: an array, so that its form has no freedom. Half a surrogate pair
 * counts as U+FFFD, which is what a table in UTF-8 gives back for it.
 */
export function personDigestText(person: DigestedPerson): string {
  const parts = [person.salt, person.member, person.handle, person.name, person.email];
  return JSON.stringify(parts.map((part) => part?.toWellFormed() ?? null));
}
