// The nearest right word for a misspelt one, or none when nothing is near enough to be meant.

/** Longer words are not compared: nothing that we know is longer. */
const wordLimit = 64;

/**
 * The known word with the fewest slips (a letter added, left out, changed, or two exchanged); at most one slip per
 * three letters. The first one wins a tie.
 */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  if (word.length === 0 || word.length > wordLimit) return null;
  const lower = word.toLowerCase();
  let nearest: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate.length > wordLimit) continue;
    const slips = slipsBetween(lower, candidate.toLowerCase());
    if (slips < fewest) {
      fewest = slips;
      nearest = candidate;
    }
  }
  return nearest;
}

/** `; did you mean "requires"?`, or `; known are a, b and c`. Lists at most twelve. */
export function suggestion(word: string, known: Iterable<string>): string {
  const all = [...known];
  const near = nearestWord(word, all);
  if (near !== null) return `; did you mean "${near}"?`;
  if (all.length === 0) return '; none is described';
  const listed = all.slice(0, 12);
  const more = all.length > listed.length ? ` and ${all.length - listed.length} more` : '';
  return `; known: ${listed.join(', ')}${more}`;
}

/** Optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let slips = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      }
      next.push(slips);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
