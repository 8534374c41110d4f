// What happens when: a heap of deeds by time, in the order in which they were added where the time is the same. It is as
// long as what was put in; nothing is dropped.

type Deed = {
  readonly atMs: number;
  readonly isLast: boolean;
  readonly number: number;
  readonly run: () => void;
};

export function createClockQueue() {
  const heap: Deed[] = [];
  let number = 0;
  const isSooner = (one: Deed, other: Deed): boolean =>
    one.atMs !== other.atMs
      ? one.atMs < other.atMs
      : one.isLast === other.isLast
        ? one.number < other.number
        : other.isLast;
  const at = (index: number): Deed => heap[index] as Deed;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  return {
    /** `last`: after all others of that time that were added before it comes. */
    at(atMs: number, run: () => void, when: 'in order' | 'last' = 'in order'): void {
      heap.push({ atMs, isLast: when === 'last', number: number++, run });
      for (let index = heap.length - 1; index > 0; ) {
        const above = (index - 1) >> 1;
        if (!isSooner(at(index), at(above))) return;
        swap(index, above);
        index = above;
      }
    },
    next(): Deed | null {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last) return null;
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let index = 0; ; ) {
        const [one, other] = [2 * index + 1, 2 * index + 2];
        if (one >= heap.length) return first;
        const sooner = other < heap.length && isSooner(at(other), at(one)) ? other : one;
        if (!isSooner(at(sooner), at(index))) return first;
        swap(index, sooner);
        index = sooner;
      }
    },
  };
}
