// A promise that a simulated life broke: the number of the invariant, a word that tells it from its neighbours, and what
// was seen. The same key means the same fault, so that a life can be shortened without becoming another.

export class Broken extends Error {
  readonly key: string;
  constructor(key: string, seen: string) {
    super(`inv. ${key}: ${seen}`);
    this.name = 'Broken';
    this.key = key;
  }
}

/** @param key as `1 power-without-session` */
export function must(holds: boolean, key: string, seen: () => string): asserts holds {
  if (!holds) throw new Broken(key, seen());
}
