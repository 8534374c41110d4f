// The least cut of a graph whose points are the rows and the columns of a table and whose edges have its numbers as weight:
// how little must be taken away to part what hangs together (Stoer and Wagner, 1997). Infinite where nothing does.

/** @param table as many numbers in each row; zero is no edge */
export function leastCut(table: readonly (readonly number[])[]): number {
  const rows = table.length;
  const size = rows + (table[0]?.length ?? 0);
  const weightOf = (one: number, other: number): number =>
    one < rows && other >= rows ? (table[one]?.[other - rows] ?? 0) : 0;
  const edges = Array.from({ length: size }, (_, one) =>
    Array.from({ length: size }, (__, other) => weightOf(one, other) + weightOf(other, one)),
  );
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...partsOf(edges).map((part) => leastCutOf(part.map((one) => part.map((two) => edges[one]?.[two] ?? 0)))),
  );
}

/** What hangs together; two that do not are no secret to each other. */
function partsOf(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const start of edges.keys()) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const one of part)
      for (const [other, weight] of (edges[one] ?? []).entries())
        if (weight > 0 && !seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
    parts.push(part);
  }
  return parts.filter(({ length }) => length > 1);
}

/** Of one part: points are merged two by two, and each time the last one is cut off. */
function leastCutOf(edges: number[][]): number {
  let least = Number.POSITIVE_INFINITY;
  let points = [...edges.keys()];
  while (points.length > 1) {
    const order: number[] = [];
    const pulls = new Map(points.map((point) => [point, 0]));
    while (pulls.size > 0) {
      const [next] = [...pulls].reduce((most, one) => (one[1] > most[1] ? one : most));
      const pull = pulls.get(next) ?? 0;
      pulls.delete(next);
      for (const [point, before] of pulls) pulls.set(point, before + (edges[next]?.[point] ?? 0));
      order.push(next);
      if (pulls.size === 0) least = Math.min(least, pull);
    }
    const [kept = 0, last = 0] = order.slice(-2);
    for (const point of points) {
      const weight = (edges[kept]?.[point] ?? 0) + (edges[last]?.[point] ?? 0);
      const row = edges[kept];
      const column = edges[point];
      if (row) row[point] = weight;
      if (column) column[kept] = weight;
    }
    points = points.filter((point) => point !== last);
  }
  return least;
}
