// What the queue may make of a tap in a pool that is used in turn. Whose turn it is the queue knows: a judge of its own
// (`judge-turns.ts`) sees that nobody begins before theirs.

const places = [
  ...['queued', 'refused turn-held', 'refused ticket-elsewhere', 'refused queue-full'],
  'refused machine-called',
];

const inTheQueue: ReadonlyMap<string, readonly string[]> = new Map([
  ['granted', places],
  ['refused machine-in-use', places],
  // What cools may be left to the next.
  ['refused machine-ending', [...places, 'granted']],
]);

export const withTurns = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => [word, ...(inTheQueue.get(word) ?? [])]);
